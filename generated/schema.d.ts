/**
 * Client credentials, exchanged for an access token.
 */
export type TokenRequest = {
    /**
     * @description The OAuth grant; only client credentials are supported.
     * @constant
     */
    grant_type: "client_credentials";
    /** @description The id of your access key. */
    client_id: string;
    /** @description The secret of your access key. Keep it on your server. */
    client_secret: string;
    /**
     * @description What the token may be used for. The documentation lists no values; several scopes are commonly
     *     joined by a space.
     */
    scope: string;
};
/**
 * An access token.
 */
export type TokenResponse = {
    /** @description The token to send as a bearer token. Treat it as a secret. */
    access_token: string;
    /** @description How to send the token; `Bearer` in practice. */
    token_type: string;
    /** @description How long the token is valid, in seconds counted from the response (RFC 6749, section 5.1). */
    expires_in: number;
};
/**
 * Why no token was issued.
 */
export type TokenError = {
    /**
     * @description The reason, as one of the codes of RFC 6749, section 5.2.
     * @enum {string}
     */
    error: "invalid_request" | "invalid_client" | "invalid_grant" | "unauthorized_client" | "unsupported_grant_type" | "invalid_scope" | (string & {});
    /** @description The reason in words, for a developer to read. */
    error_description?: string;
};
/**
 * Where a payment stands.
 */
export type PaymentStatus = "Pending" | "Authorized" | "Card Verified" | "Voided" | "Partially Captured" | "Captured" | "Partially Refunded" | "Refunded" | "Declined" | "Canceled" | "Expired" | "Paid" | "Retry Scheduled" | (string & {});
/**
 * Where to go.
 */
export type Link = {
    /**
     * Format: uri
     * @description The URL.
     */
    href?: string;
};
/**
 * Links to the payment and to what can be done with it now.
 */
export type PaymentLinks = {
    /** @description Where to go. */
    self?: Link;
    /** @description Where to go. */
    actions?: Link;
    /** @description Where to go. */
    authorize?: Link;
    /** @description Where to go. */
    void?: Link;
    /** @description Where to go. */
    capture?: Link;
    /** @description Where to go. */
    refund?: Link;
    /** @description Where to go. */
    redirect?: Link;
};
/**
 * {@link Address} in a request: optional fields can be undefined.
 */
export type AddressInput = {
    /** @description The first line. */
    address_line1?: string | undefined;
    /** @description The second line. */
    address_line2?: string | undefined;
    /** @description The city. */
    city?: string | undefined;
    /** @description The state, province or region. */
    state?: string | undefined;
    /** @description The postal code. */
    zip?: string | undefined;
    /**
     * @description The country, as a two-letter ISO 3166-1 code.
     * @example US
     */
    country?: string | undefined;
};
/**
 * A postal address.
 */
export type Address = {
    /** @description The first line. */
    address_line1?: string;
    /** @description The second line. */
    address_line2?: string;
    /** @description The city. */
    city?: string;
    /** @description The state, province or region. */
    state?: string;
    /** @description The postal code. */
    zip?: string;
    /**
     * @description The country, as a two-letter ISO 3166-1 code.
     * @example US
     */
    country?: string;
};
/**
 * {@link Phone} in a request: optional fields can be undefined.
 */
export type PhoneInput = {
    /**
     * @description The country's calling code.
     * @example +44
     */
    country_code?: string | undefined;
    /**
     * @description The number within the country.
     * @example 2079460000
     */
    number?: string | undefined;
};
/**
 * A phone number.
 */
export type Phone = {
    /**
     * @description The country's calling code.
     * @example +44
     */
    country_code?: string;
    /**
     * @description The number within the country.
     * @example 2079460000
     */
    number?: string;
};
/**
 * What was charged.
 */
export type PaymentSource = {
    /** @description The identifier of the stored source, to charge it again. */
    id?: string;
    /** @description The kind of source, `card` for instance. */
    type?: string;
    /** @description The month in which the card expires; can come back masked. */
    expiry_month?: number | string;
    /** @description The year in which the card expires; can come back masked. */
    expiry_year?: number | string;
    /** @description The billing address of the card. */
    billing_address?: Address;
    /** @description The phone number of the cardholder. */
    phone?: Phone;
    /** @description The name on the card. */
    name?: string;
    /** @description The card scheme. */
    scheme?: string;
    /**
     * @description The four digits that the card number ends in.
     * @example 4242
     */
    last4?: string;
    /** @description The same for every use of the same card. */
    fingerprint?: string;
    /**
     * @description The first digits of the card number, which identify the issuer.
     * @example 424242
     */
    bin?: string;
    /** @description Credit, debit and the like. */
    card_type?: string;
    /** @description Consumer or commercial. */
    card_category?: string;
    /** @description The bank that issued the card. */
    issuer?: string;
    /**
     * @description The country of that bank, as a two-letter ISO 3166-1 code.
     * @example US
     */
    issuer_country?: string;
    /** @description The card product's code. */
    product_id?: string;
    /** @description The card product's name. */
    product_type?: string;
    /** @description The result of the address check. */
    avs_check?: string;
    /** @description The result of the security code check. */
    cvv_check?: string;
    /** @description The account behind the card, across its numbers and tokens. */
    payment_account_reference?: string;
};
/**
 * What kind of payment it is.
 */
export type PaymentType = "Regular" | "Recurring" | "MOTO" | "Installment" | "PayLater" | "Unscheduled" | (string & {});
/**
 * The subscription or the instalments that the payment belongs to.
 */
export type PaymentPlan = {
    /** @description Whether the amount changes from payment to payment. */
    amount_variability?: string;
    /** @description Whether the instalments are financed. */
    financing?: boolean;
    /** @description The amount of a payment of the plan, in the minor currency unit. */
    amount?: number;
    /** @description The days from one payment to the next. */
    days_between_payments?: number;
    /** @description How many payments the plan has. */
    total_number_of_payments?: number;
    /** @description Which of them this one is. */
    current_payment_number?: number;
    /**
     * @description The day on which the plan ends, as YYYYMMDD.
     * @example 20271231
     */
    expiry?: string;
};
/**
 * What was done with a payment's money so far, and what can still be done; all in the minor currency
 * unit.
 */
export type Balances = {
    /** @description All that was authorized; never drops. */
    total_authorized?: number;
    /** @description All that was released without being captured. */
    total_voided?: number;
    /** @description What can still be voided. */
    available_to_void?: number;
    /** @description All that was captured. */
    total_captured?: number;
    /** @description What can still be captured. */
    available_to_capture?: number;
    /** @description All that was refunded. */
    total_refunded?: number;
    /** @description What can still be refunded. */
    available_to_refund?: number;
};
/**
 * How 3D Secure went.
 */
export type ThreeDSecure = {
    /** @description Whether the payment went on without 3D Secure. */
    downgraded?: boolean;
    /** @description Whether the card takes part in 3D Secure. */
    enrolled?: string;
    /** @description Why 3D Secure was added to the payment. */
    upgrade_reason?: string;
    /** @description Whether the issuer's answer was signed correctly. */
    signature_valid?: string;
    /** @description The issuer's answer. */
    authentication_response?: string;
    /** @description The proof of authentication. */
    cryptogram?: string;
    /** @description The transaction identifier of 3D Secure. */
    xid?: string;
    /** @description The version of 3D Secure. */
    version?: string;
    /** @description The exemption that was asked for. */
    exemption?: string;
    /** @description The exemption that was granted. */
    exemption_applied?: string;
    /** @description Whether the payer had to act. */
    challenged?: boolean;
    /** @description The Electronic Commerce Indicator, the security level of the authentication. */
    eci?: string;
};
/**
 * How risky the payment was found.
 */
export type Risk = {
    /** @description Whether the payment was found suspicious. */
    flagged?: boolean;
    /** @description The risk score. */
    score?: number;
};
/**
 * {@link Customer} in a request: optional fields can be undefined.
 */
export type CustomerInput = {
    /**
     * @description The identifier of a stored customer.
     * @example cus_y3oqhf46pyzuxjbcn2giaqnb44
     */
    id?: string | undefined;
    /**
     * Format: email
     * @description The customer's email address.
     */
    email?: string | undefined;
    /** @description The customer's name. */
    name?: string | undefined;
};
/**
 * The customer.
 */
export type Customer = {
    /**
     * @description The identifier of a stored customer.
     * @example cus_y3oqhf46pyzuxjbcn2giaqnb44
     */
    id?: string;
    /**
     * Format: email
     * @description The customer's email address.
     */
    email?: string;
    /** @description The customer's name. */
    name?: string;
};
/**
 * {@link BillingDescriptor} in a request: optional fields can be undefined.
 */
export type BillingDescriptorInput = {
    /** @description Who charged. */
    name?: string | undefined;
    /** @description Where. */
    city?: string | undefined;
    /** @description What for. */
    reference?: string | undefined;
};
/**
 * What the payer reads on the statement.
 */
export type BillingDescriptor = {
    /** @description Who charged. */
    name?: string;
    /** @description Where. */
    city?: string;
    /** @description What for. */
    reference?: string;
};
/**
 * {@link Shipping} in a request: optional fields can be undefined.
 */
export type ShippingInput = {
    /** @description The recipient's first name. */
    first_name?: string | undefined;
    /** @description The recipient's last name. */
    last_name?: string | undefined;
    /**
     * Format: email
     * @description The recipient's email address.
     */
    email?: string | undefined;
    /** @description A postal address. */
    address?: AddressInput | undefined;
    /** @description A phone number. */
    phone?: PhoneInput | undefined;
};
/**
 * Whom and where to ship to.
 */
export type Shipping = {
    /** @description The recipient's first name. */
    first_name?: string;
    /** @description The recipient's last name. */
    last_name?: string;
    /**
     * Format: email
     * @description The recipient's email address.
     */
    email?: string;
    /** @description A postal address. */
    address?: Address;
    /** @description A phone number. */
    phone?: Phone;
};
/**
 * Who sends the money.
 */
export type Sender = {
    /** @description The kind of sender, such as `individual`, `corporate` or `instrument`. */
    type?: string;
    /** @description The sender's reference for the payout. */
    reference?: string;
    /** @description The sender's first name. */
    first_name?: string;
    /** @description The sender's last name. */
    last_name?: string;
    /** @description The name of the company that sends. */
    company_name?: string;
    /** @description The sender's address. */
    address?: Address;
};
/**
 * {@link Commission} in a request: optional fields can be undefined.
 */
export type CommissionInput = {
    /** @description A fixed amount, in the minor currency unit. */
    amount?: number | undefined;
    /** @description A percentage of the share. */
    percentage?: number | undefined;
};
/**
 * What you keep of the share.
 */
export type Commission = {
    /** @description A fixed amount, in the minor currency unit. */
    amount?: number;
    /** @description A percentage of the share. */
    percentage?: number;
};
/**
 * {@link AmountAllocation} in a request: optional fields can be undefined.
 */
export type AmountAllocationInput = {
    /** @description The identifier of the sub-entity. */
    id: string;
    /** @description Its share, in the minor currency unit. */
    amount: number;
    /** @description Your reference for the share. */
    reference?: string | undefined;
    /** @description What you keep of the share. */
    commission?: CommissionInput | undefined;
};
/**
 * The share of one sub-entity in an amount.
 */
export type AmountAllocation = {
    /** @description The identifier of the sub-entity. */
    id: string;
    /** @description Its share, in the minor currency unit. */
    amount: number;
    /** @description Your reference for the share. */
    reference?: string;
    /** @description What you keep of the share. */
    commission?: Commission;
};
/**
 * Who receives the money.
 */
export type Recipient = {
    /** @description The recipient's first name. */
    first_name?: string;
    /** @description The recipient's last name. */
    last_name?: string;
    /**
     * Format: date
     * @description The recipient's date of birth.
     */
    dob?: string;
    /** @description Digits of the recipient's card or account number. Never log them. */
    account_number?: string;
    /** @description The recipient's postal code. */
    zip?: string;
    /** @description The recipient's address. */
    address?: Address;
    /**
     * @description The recipient's country, as a two-letter ISO 3166-1 code.
     * @example GB
     */
    country?: string;
};
/**
 * Data about how the payment is processed.
 */
export type PaymentProcessing = {
    /** @description The card scheme that authorized it. */
    scheme?: string;
    /** @description The scheme that was asked for, for cards with more than one. */
    preferred_scheme?: string;
    /** @description The reference by which the schemes find the transaction. */
    retrieval_reference_number?: string;
    /** @description The identifier of the payment at the provider of the payment method. */
    partner_payment_id?: string;
    /** @description The identifier by which a scheme links transactions that belong together. */
    scheme_transaction_link_id?: string;
};
/**
 * {@link Item} in a request: optional fields can be undefined.
 */
export type ItemInput = {
    /** @description What was ordered. */
    name?: string | undefined;
    /** @description How many. */
    quantity?: number | undefined;
    /** @description The price of one, in the minor currency unit. */
    unit_price?: number | undefined;
    /** @description Your reference for it, such as an article number. */
    reference?: string | undefined;
    /** @description The code of the goods for value-added tax. */
    commodity_code?: string | undefined;
    /** @description The code of the unit that is counted. */
    unit_of_measure?: string | undefined;
    /** @description The price of the line, in the minor currency unit. */
    total_amount?: number | undefined;
    /** @description The tax on the line, in the minor currency unit. */
    tax_amount?: number | undefined;
    /** @description The discount on the line, in the minor currency unit. */
    discount_amount?: number | undefined;
};
/**
 * A line of the order.
 */
export type Item = {
    /** @description What was ordered. */
    name?: string;
    /** @description How many. */
    quantity?: number;
    /** @description The price of one, in the minor currency unit. */
    unit_price?: number;
    /** @description Your reference for it, such as an article number. */
    reference?: string;
    /** @description The code of the goods for value-added tax. */
    commodity_code?: string;
    /** @description The code of the unit that is counted. */
    unit_of_measure?: string;
    /** @description The price of the line, in the minor currency unit. */
    total_amount?: number;
    /** @description The tax on the line, in the minor currency unit. */
    tax_amount?: number;
    /** @description The discount on the line, in the minor currency unit. */
    discount_amount?: number;
};
/**
 * An action in brief.
 */
export type ActionSummary = {
    /**
     * @description The identifier of the action.
     * @example act_y3oqhf46pyzuxjbcn2giaqnb44
     */
    id?: string;
    /** @description What the action does. */
    type?: string;
    /** @description The response code of the gateway. */
    response_code?: string;
    /** @description The response of the gateway in words. */
    response_summary?: string;
};
/**
 * How a declined payment is tried again.
 */
export type Retry = {
    /** @description Whether the payment is tried again. */
    enabled?: boolean;
    /** @description How often at most. */
    max_attempts?: number;
    /** @description How often so far. */
    attempts_made?: number;
    /**
     * Format: date-time
     * @description When the last attempt is made, as an ISO 8601 timestamp.
     */
    ends_on?: string;
    /**
     * Format: date-time
     * @description When the next attempt is made, as an ISO 8601 timestamp.
     */
    next_attempt_on?: string;
};
/**
 * Whether the card's own number (`fpan`) or a token's number (`dpan`) was processed.
 */
export type PanType = "fpan" | "dpan" | (string & {});
/**
 * How a payout is carried out.
 */
export type Instruction = {
    /**
     * Format: date-time
     * @description When the money should arrive.
     */
    value_date?: string;
    /** @description What the payout is for. */
    purpose?: string;
    /** @description Who bears the fees. */
    charge_bearer?: string;
    /** @description Whether wrong details may be repaired for a fee. */
    repair?: boolean;
    /** @description The scheme that carries the payout out. */
    scheme?: string;
    /**
     * @description The exchange rate quote that the payout uses.
     * @example qte_y3oqhf46pyzuxjbcn2giaqnb44
     */
    quote_id?: string;
};
/**
 * A payment as it stands.
 *
 * Always has `approved` and `_links`, unlike other forms of the response.
 */
export type Payment = {
    /**
     * @description The identifier of the payment.
     * @example pay_mbabizu24mvu3mela5njyhpit4
     */
    id: string;
    /**
     * Format: date-time
     * @description When the payment was requested.
     */
    requested_on: string;
    /** @description The amount that was asked for at first, in the minor currency unit. */
    amount: number;
    /**
     * @description The three-letter ISO 4217 code of the currency.
     * @example USD
     */
    currency: string;
    /** @description Where a payment stands. */
    status: PaymentStatus;
    /** @description Whether the payment succeeded. */
    approved: boolean;
    /** @description Links to the payment and to what can be done with it now. */
    _links: PaymentLinks;
    /** @description What was charged. */
    source?: PaymentSource;
    /** @description Where the money went. */
    destination?: {
        [key: string]: unknown;
    };
    /**
     * @description The full amount of the original authorization in the minor currency unit, where a partial one was
     *     requested.
     */
    amount_requested?: number | null;
    /**
     * @description What kind of payment it is.
     * @default Regular
     */
    payment_type?: PaymentType | null;
    /** @description The subscription or the instalments that the payment belongs to. */
    payment_plan?: PaymentPlan | null;
    /** @description Your reference for the payment. */
    reference?: string | null;
    /** @description What the payment is for. */
    description?: string | null;
    /** @description When the authorization ceases to be valid, as an ISO 8601 timestamp. */
    expires_on?: string | null;
    /**
     * @description What was done with a payment's money so far, and what can still be done; all in the minor currency
     *     unit.
     */
    balances?: Balances | null;
    /** @description How 3D Secure went. */
    "3ds"?: ThreeDSecure | null;
    /** @description How the payer was authenticated. */
    authentication?: {
        [key: string]: unknown;
    } | null;
    /** @description How risky the payment was found. */
    risk?: Risk | null;
    /** @description The customer. */
    customer?: Customer | null;
    /** @description What the payer reads on the statement. */
    billing_descriptor?: BillingDescriptor | null;
    /** @description Whom and where to ship to. */
    shipping?: Shipping | null;
    /** @description The IP address that the payment was made from. */
    payment_ip?: string | null;
    /** @description Who sends the money. */
    sender?: Sender | null;
    /** @description The sub-entities that the payment is processed for, and their shares. */
    amount_allocations?: AmountAllocation[] | null;
    /** @description Who receives the money. */
    recipient?: Recipient | null;
    /** @description Data about how the payment is processed. */
    processing?: PaymentProcessing | null;
    /** @description What was ordered. */
    items?: Item[] | null;
    /** @description Your own data, as you attached it to the payment. */
    metadata?: {
        [key: string]: unknown;
    } | null;
    /** @description The processing channel that the payment went through. */
    processing_channel_id?: string;
    /** @description The Electronic Commerce Indicator, the security level of the authorization. */
    eci?: string | null;
    /** @description The transaction identifier of the card scheme. */
    scheme_id?: string | null;
    /** @description The actions of the payment in brief. */
    actions?: ActionSummary[] | null;
    /** @description How a declined payment is tried again. */
    retry?: Retry | null;
    /** @description Whether the card's own number (`fpan`) or a token's number (`dpan`) was processed. */
    pan_type_processed?: PanType | null;
    /** @description Whether a Checkout Network Token was available. */
    cko_network_token_available?: boolean | null;
    /** @description How a payout is carried out. */
    instruction?: Instruction | null;
};
/**
 * A payout as it stands.
 *
 * Always has `source`, `destination`, `approved` and `_links`, unlike other forms of the response.
 */
export type Payout = {
    /**
     * @description The identifier of the payout.
     * @example pay_mbabizu24mvu3mela5njyhpit4
     */
    id: string;
    /**
     * Format: date-time
     * @description When the payout was requested.
     */
    requested_on: string;
    /** @description Where the money comes from. */
    source: {
        [key: string]: unknown;
    };
    /** @description Where the money goes. */
    destination: {
        [key: string]: unknown;
    };
    /** @description The amount that was asked for, in the minor currency unit. */
    amount: number;
    /**
     * @description The three-letter ISO 4217 code of the currency.
     * @example USD
     */
    currency: string;
    /** @description Your reference for the payout. */
    reference?: string | null;
    /** @description What the payer reads on the statement. */
    billing_descriptor?: BillingDescriptor | null;
    /**
     * @description Where the payout stands.
     * @enum {string}
     */
    status: "Pending" | "Paid" | "Declined" | "Returned" | (string & {});
    /** @description Whether the authorization succeeded. */
    approved: boolean;
    /** @description Who sends the money. */
    sender?: Sender | null;
    /** @description How a payout to a bank account is carried out. */
    instruction?: Instruction | null;
    /** @description Links to the payment and to what can be done with it now. */
    _links: PaymentLinks;
};
/**
 * A payout with the time it was decided at. Unlike the other two forms it has `links` without an
 * underscore, a status in lower case and no `approved`.
 *
 * Always has `processed_on`, `source`, `destination` and `links`, unlike other forms of the response.
 */
export type ProcessedPayout = {
    /**
     * @description The identifier of the payout.
     * @example pay_mbabizu24mvu3mela5njyhpit4
     */
    id: string;
    /**
     * Format: date-time
     * @description When the payout was requested, in UTC.
     */
    requested_on: string;
    /**
     * Format: date-time
     * @description When the payout was approved or declined, in UTC.
     */
    processed_on: string | null;
    /** @description Where the money comes from. */
    source: {
        [key: string]: unknown;
    };
    /** @description Where the money goes. */
    destination: {
        [key: string]: unknown;
    };
    /** @description The amount that the recipient gets, in the minor currency unit. */
    amount: number;
    /**
     * @description The currency that the recipient gets, as a three-letter ISO 4217 code.
     * @example USD
     */
    currency: string;
    /**
     * @description Where the payout stands.
     * @enum {string}
     */
    status: "pending" | "approved" | "declined" | (string & {});
    /** @description Links to the payment and to what can be done with it now. */
    links: PaymentLinks;
    /** @description Your reference for the payout. */
    reference?: string | null;
    /** @description What the payer reads on the statement. */
    billing_descriptor?: BillingDescriptor | null;
    /** @description Who sends the money. */
    sender?: Sender | null;
    /** @description The transaction identifier of the card scheme. */
    scheme_id?: string | null;
    /** @description How a payout is carried out. */
    instruction?: Instruction | null;
    /** @description Your own data, as you attached it to the payout; the page says payment. */
    metadata?: {
        [key: string]: unknown;
    } | null;
};
/**
 * A payment, or a payout in one of two forms. A payout can match more than one of them.
 */
export type PaymentDetails = components["schemas"]["PaymentDetails"];
/**
 * A page of payments.
 */
export type PaymentsPage = {
    /** @description How many payments carry the reference in all. */
    total_count?: number;
    /** @description How many payments were passed over. */
    skip?: number;
    /** @description How many payments a page holds at most. */
    limit?: number;
    /** @description The payments of this page, newest first. */
    data: components["schemas"]["PaymentDetails"][];
};
/**
 * What is wrong with a request.
 */
export type ErrorResponse = {
    /** @description The unique identifier of the request. Log it, to quote it when you ask for support. */
    request_id: string;
    /** @description The kind of error, `request_invalid` for instance. */
    error_type: string;
    /** @description What is wrong, as codes, `amount_invalid` for instance. */
    error_codes: string[];
};
/**
 * What to charge, such as a card or a bank. Only `type` is required and its values are not listed; `card`
 * goes with the card fields here.
 */
export type PaymentRequestSource = {
    /**
     * @description The kind of source, such as `card`.
     * @example card
     */
    type: string;
    /** @description The card number, without spaces. Never log or store it. */
    number?: string | undefined;
    /** @description The month in which the card expires, 1 to 12. */
    expiry_month?: number | undefined;
    /** @description The year in which the card expires, with four digits. */
    expiry_year?: number | undefined;
    /** @description The card's security code. Never log or store it. */
    cvv?: string | undefined;
    /** @description The name on the card. */
    name?: string | undefined;
    /** @description The billing address of the card. */
    billing_address?: AddressInput | undefined;
    /** @description The phone number of the cardholder. */
    phone?: PhoneInput | undefined;
};
/**
 * Settings for the processing of the payment.
 */
export type PaymentRequestProcessing = {
    /** @description Whether the payment funds an account. */
    aft?: boolean | undefined;
    /** @description The scheme to use, for cards with more than one. */
    preferred_scheme?: string | undefined;
    /** @description Why you start the payment without the payer. */
    merchant_initiated_reason?: string | undefined;
};
/**
 * A payment to request.
 */
export type PaymentRequest = {
    /**
     * @description The currency to charge in, as a three-letter ISO 4217 code.
     * @example USD
     */
    currency: string;
    /**
     * @description What to charge, such as a card or a bank. Only `type` is required and its values are not listed; `card`
     *     goes with the card fields here.
     */
    source: PaymentRequestSource;
    /**
     * @description How much to charge, in the minor currency unit. Leave it out or send 0 to verify a card.
     * @example 1000
     */
    amount?: number | undefined;
    /**
     * @description What kind of payment this is. Required whenever the cardholder is not present, as in mail and
     *     telephone orders; a merchant-initiated payment must not be `Regular`.
     * @default Regular
     * @enum {string}
     */
    payment_type?: "Regular" | "Recurring" | "MOTO" | "Installment" | "PayLater" | "Unscheduled" | undefined;
    /**
     * @description Your reference, an order number for instance. Choose one for each payment: it is what you find the
     *     payment by. See the Payfac docs for the limit of each card scheme; the page does not link them.
     * @example ORD-5023-4E89
     */
    reference?: string | undefined;
    /** @description What the payment is for. */
    description?: string | undefined;
    /**
     * @description Whether the amount is final, or an estimate that increments can change later.
     * @default Final
     * @enum {string}
     */
    authorization_type?: "Final" | "Estimated" | undefined;
    /**
     * @description Whether to capture the payment as well, where that applies.
     * @default true
     */
    capture?: boolean | undefined;
    /**
     * Format: date-time
     * @description When to capture, as an ISO 8601 timestamp. Sending it sets `capture` to true.
     */
    capture_on?: string | undefined;
    /**
     * @description Whether you start this payment without the payer being present. Must be true for every
     *     merchant-initiated payment; `payment_type` must then be something else than `Regular`.
     */
    merchant_initiated?: boolean | undefined;
    /** @description The processing channel for the payment. */
    processing_channel_id?: string | undefined;
    /** @description Settings for the processing of the payment. */
    processing?: PaymentRequestProcessing | undefined;
};
/**
 * How a payment request ended, or that it has not ended yet. Expect more fields than are listed.
 */
export type PaymentResult = {
    /**
     * @description The identifier of the payment; keep it.
     * @example pay_mbabizu24mvu3mela5njyhpit4
     */
    id: string;
    /** @description Where the payment stands, such as `Authorized`, `Declined` or `Pending`. */
    status?: PaymentStatus;
    /**
     * @description Whether the payment was approved. It is false for a decline, and also while the payment is `Pending`
     *     or `Retry Scheduled`, which can still be charged: look at `status`.
     */
    approved?: boolean;
    /** @description Links to the payment. `redirect` is where the payer has to confirm it, such as for 3D Secure. */
    _links?: PaymentLinks;
    /**
     * @description The identifier of the authorization or card verification; find it among the payment's actions.
     * @example act_y3oqhf46pyzuxjbcn2giaqnb44
     */
    action_id?: string;
    /**
     * @description The response code of the gateway, such as 10000 for an approval.
     * @example 10000
     */
    response_code?: string;
    /** @description The response of the gateway in words. */
    response_summary?: string;
    /**
     * Format: date-time
     * @description When the payment was processed.
     */
    processed_on?: string;
};
/**
 * What to search for.
 */
export type SearchRequest = {
    /**
     * @description The query. The page refers to another documentation for its syntax. In the API that LDDPay mirrors
     *     these work: `id:'pay_…'`, `reference:'…'`, `status:'Authorized'`, `currency:'GBP'` and `amount:100`.
     * @example reference:'ORD-5023-4E89'
     */
    query: string;
    /**
     * @description How many results a page holds at most.
     * @default 10
     */
    limit?: number | undefined;
    /** @description The start of the period to search, in UTC as an ISO 8601 timestamp. Needs `to`. */
    from?: string | undefined;
    /** @description The end of the period to search, in UTC as an ISO 8601 timestamp. Needs `from`. */
    to?: string | undefined;
};
/**
 * A payment that a search found.
 *
 * Always has `source`, unlike other forms of the response.
 */
export type SearchedPayment = {
    /**
     * @description The identifier of the payment.
     * @example pay_mbabizu24mvu3mela5njyhpit4
     */
    id: string;
    /** @description When the payment was requested, in UTC as an ISO 8601 timestamp. */
    requested_on: string;
    /** @description What was charged. */
    source: PaymentSource;
    /** @description The amount that was asked for at first, in the minor currency unit. */
    amount: number;
    /**
     * @description The full amount of the original authorization in the minor currency unit, where a partial one was
     *     requested.
     */
    amount_requested?: number;
    /**
     * @description The three-letter ISO 4217 code of the currency.
     * @example USD
     */
    currency: string;
    /** @description What kind of payment it is. */
    payment_type?: string;
    /** @description The processing channel that the payment went through. */
    processing_channel_id?: string;
    /** @description Your reference for the payment. */
    reference?: string;
    /** @description Where the payment stands. */
    status: string;
    /**
     * @description What was done with a payment's money so far, and what can still be done; all in the minor currency
     *     unit.
     */
    balances?: Balances;
    /** @description How 3D Secure went. */
    "3ds"?: ThreeDSecure;
    /** @description How risky the payment was found. */
    risk?: Risk;
    /** @description The customer. */
    customer?: Customer;
    /** @description What the payer reads on the statement. */
    billing_descriptor?: BillingDescriptor;
    /** @description Your own data, as you attached it to the payment; the page says payout. */
    metadata?: {
        [key: string]: unknown;
    };
    /** @description The actions of the payment in brief. */
    actions?: ActionSummary[];
};
/**
 * A payout that a search found.
 *
 * Always has `destination`, unlike other forms of the response.
 */
export type SearchedPayout = {
    /**
     * @description The identifier of the payout.
     * @example pay_mbabizu24mvu3mela5njyhpit4
     */
    id: string;
    /** @description When the payment was requested, in UTC as an ISO 8601 timestamp. */
    requested_on: string;
    /** @description Where the money goes. */
    destination: {
        [key: string]: unknown;
    };
    /** @description The amount that was asked for, in the minor currency unit. */
    amount: number;
    /**
     * @description The three-letter ISO 4217 code of the currency.
     * @example USD
     */
    currency: string;
    /** @description Your reference for the payout. */
    reference?: string;
    /** @description What the payer reads on the statement. */
    billing_descriptor?: BillingDescriptor;
    /** @description Where the payout stands. */
    status: string;
    /** @description The processing channel that the payout went through. */
    processing_channel_id?: string;
    /** @description Who sends the money. */
    sender?: Sender;
    /** @description The actions of the payout in brief. */
    actions?: ActionSummary[];
};
/**
 * A payout that a search found, with the metadata attached to it.
 *
 * Always has `destination`, unlike other forms of the response.
 */
export type SearchedPayoutWithMetadata = {
    /** @description Your own data, as you attached it to the payout. */
    metadata?: {
        [key: string]: unknown;
    };
} & SearchedPayout;
/**
 * A payment, or a payout in one of two forms.
 */
export type SearchItem = components["schemas"]["SearchItem"];
/**
 * Links to further pages.
 */
export type PageLinks = {
    /** @description The next page; absent on the last one. */
    next?: Link;
};
/**
 * A page of results, and the way to the next one.
 */
export type SearchPage = {
    /** @description The results of this page. */
    data: components["schemas"]["SearchItem"][];
    /** @description Links to further pages. */
    _links?: PageLinks;
};
/**
 * The results, in one of two forms: with links to further pages, or as a bare array. The documentation's
 * table shows the array, its text speaks of the links.
 */
export type SearchResult = components["schemas"]["SearchResult"];
/**
 * What an action does. Cancelled retries and reversals have no type of their own.
 */
export type ActionType = "Authorization" | "Card Verification" | "Void" | "Capture" | "Refund" | "Payout" | "Return" | (string & {});
/**
 * How the action was processed.
 */
export type ActionProcessing = {
    /** @description The reference by which the schemes find an authorization. */
    retrieval_reference_number?: string;
    /** @description The acquirer's identifier of the transaction. */
    acquirer_transaction_id?: string;
    /** @description The reference by which the schemes and the payer's bank find a capture or refund. */
    acquirer_reference_number?: string;
};
/**
 * Something that was done with a payment, and how it ended.
 */
export type PaymentAction = {
    /**
     * @description The identifier of the action.
     * @example act_y3oqhf46pyzuxjbcn2giaqnb44
     */
    id: string;
    /** @description What an action does. Cancelled retries and reversals have no type of their own. */
    type: ActionType;
    /** @description The amount of the action, in the minor currency unit. */
    amount: number;
    /**
     * @description The response code of the gateway. In the API that LDDPay mirrors, codes from 10000 are approvals, from
     *     20000 soft declines, from 30000 hard declines, and from 40000 risk decisions.
     * @example 10000
     */
    response_code: string;
    /**
     * Format: date-time
     * @description When the action was processed.
     */
    processed_on: string;
    /** @description Whether the action succeeded. */
    approved: boolean;
    /** @description The authorization code of the acquirer. */
    auth_code?: string;
    /** @description The response of the gateway in words. */
    response_summary?: string;
    /**
     * @description The kind of authorization, where the action is one.
     * @enum {string}
     */
    authorization_type?: "Final" | "Estimated" | "Incremental" | (string & {});
    /** @description Your reference for the action. */
    reference?: string;
    /** @description The sub-entities that the action is processed for, and their shares. */
    amount_allocations?: AmountAllocation[];
    /** @description How the action was processed. */
    processing?: ActionProcessing;
    /** @description What was ordered. */
    items?: Item[];
    /** @description Your own data, as you attached it to the action. */
    metadata?: {
        [key: string]: unknown;
    };
};
/**
 * The actions of a payment by processing date, the latest first.
 */
export type PaymentActions = components["schemas"]["PaymentActions"];
/**
 * By how much to raise an authorization.
 */
export type IncrementRequest = {
    /**
     * @description By how much to raise the authorization, in the minor currency unit. Leave it out or send 0 to
     *     extend only how long it is valid.
     * @example 250
     */
    amount?: number | undefined;
    /** @description Your reference for the increment. */
    reference?: string | undefined;
    /** @description Your own data, one level deep. */
    metadata?: {
        [key: string]: unknown;
    } | undefined;
};
/**
 * How the payment was processed.
 */
export type Processing = {
    /** @description The reference by which the schemes find the transaction. */
    retrieval_reference_number?: string;
    /** @description The acquirer's identifier of the transaction. */
    acquirer_transaction_id?: string;
    /** @description What to do next, such as after a decline. */
    recommendation_code?: string;
    /** @description The scheme that processed the payment. */
    scheme?: string;
};
/**
 * How an increment ended.
 */
export type IncrementResult = {
    /**
     * @description The identifier of the action.
     * @example act_y3oqhf46pyzuxjbcn2giaqnb44
     */
    action_id: string;
    /**
     * @description The page calls it the payment amount. In the API that LDDPay mirrors it is the amount of the
     *     increment in the minor currency unit, not the new total, which `balances` has.
     */
    amount: number;
    /**
     * @description The three-letter ISO 4217 code of the currency.
     * @example USD
     */
    currency: string;
    /** @description Whether the authorization succeeded. */
    approved: boolean;
    /**
     * @description The status of the payment.
     * @enum {string}
     */
    status: "Authorized" | "Declined" | (string & {});
    /**
     * @description The response code of the gateway.
     * @example 10000
     */
    response_code: string;
    /**
     * Format: date-time
     * @description When the payment was processed.
     */
    processed_on: string;
    /** @description Links to the payment and to what can be done with it now. */
    _links: PaymentLinks;
    /** @description The acquirer's authorization code, where the payment was authorized. */
    auth_code?: string;
    /** @description The response of the gateway in words. */
    response_summary?: string;
    /** @description When the authorization ceases to be valid, as an ISO 8601 timestamp. */
    expires_on?: string;
    /**
     * @description What was done with a payment's money so far, and what can still be done; all in the minor currency
     *     unit.
     */
    balances?: Balances;
    /** @description Your reference for the payment. */
    reference?: string;
    /** @description How the payment was processed. */
    processing?: Processing;
    /** @description The final Electronic Commerce Indicator, the security level that authorized the payment. */
    eci?: string;
    /** @description The transaction identifier of the card scheme. */
    scheme_id?: string;
};
/**
 * The cancellation of a scheduled retry.
 */
export type CancellationRequest = {
    /** @description Your reference for the cancellation. */
    reference?: string | undefined;
};
/**
 * Links from the accepted action. In the API that LDDPay mirrors, captures with some payment methods also
 * have `redirect`: where the payer has to go.
 */
export type ActionLinks = {
    /** @description The payment. */
    payment?: Link;
    /** @description The actions of the payment. */
    actions?: Link;
};
/**
 * An action that was accepted and will be processed.
 */
export type AcceptedAction = {
    /**
     * @description The identifier of the action.
     * @example act_y3oqhf46pyzuxjbcn2giaqnb44
     */
    action_id: string;
    /** @description Your reference for the action. */
    reference: string;
    /**
     * @description Links from the accepted action. In the API that LDDPay mirrors, captures with some payment methods also
     *     have `redirect`: where the payer has to go.
     */
    _links: ActionLinks;
};
/**
 * Settings for the capture, such as data of the order.
 */
export type CaptureProcessing = {
    /** @description Your number of the order. */
    order_id?: string | undefined;
    /** @description The tax on the order, in the minor currency unit. */
    tax_amount?: number | undefined;
    /** @description The discount on the order, in the minor currency unit. */
    discount_amount?: number | undefined;
    /** @description The duty on the order, in the minor currency unit. */
    duty_amount?: number | undefined;
    /** @description The cost of shipping, in the minor currency unit. */
    shipping_amount?: number | undefined;
    /** @description The tax on shipping, in the minor currency unit. */
    shipping_tax_amount?: number | undefined;
};
/**
 * How much to capture.
 */
export type CaptureRequest = {
    /**
     * @description How much to capture, in the minor currency unit; everything if left out.
     * @example 400
     */
    amount?: number | undefined;
    /**
     * @description Whether more captures will follow. A final capture voids what it leaves uncaptured.
     * @default Final
     * @enum {string}
     */
    capture_type?: "NonFinal" | "Final" | undefined;
    /** @description Your reference for the capture. American Express allows 30 characters. */
    reference?: string | undefined;
    /** @description The customer; required where `source.type` of the payment is tamara. */
    customer?: CustomerInput | undefined;
    /** @description What the payment is for. */
    description?: string | undefined;
    /** @description What the payer reads on the statement. */
    billing_descriptor?: BillingDescriptorInput | undefined;
    /** @description Whom and where to ship to. */
    shipping?: ShippingInput | undefined;
    /** @description What was ordered. */
    items?: ItemInput[] | undefined;
    /** @description The sub-entities that the capture is processed for, and their shares. */
    amount_allocations?: AmountAllocationInput[] | undefined;
    /** @description Settings for the capture, such as data of the order. */
    processing?: CaptureProcessing | undefined;
    /** @description Your own data, one level deep. */
    metadata?: {
        [key: string]: unknown;
    } | undefined;
};
/**
 * A signed request to return money to the payer.
 */
export type RefundRequest = {
    /** @description Which of your sites makes the request. */
    site_identifier: string;
    /**
     * @description When the request is made, in seconds since the Unix epoch.
     * @example 1771063200
     */
    timestamp: string;
    /** @description The version of the API. At PayNearMe it is that of your API keys, and `3.0` takes HMAC signatures. */
    version: string;
    /**
     * @description The signature of the other fields: their names and values, sorted by name and joined without
     *     separators, as an HMAC-SHA256 in lower-case hex. The page only calls it an HMAC; the rest is
     *     PayNearMe's published scheme.
     * @example beb76d3a5c808ad7a84af89801dbc191342c3995ee9c1219964bf0060b46119f
     */
    signature: string;
    /**
     * @description The unique identifier that the payment facilitator created for this payment. No documented response
     *     contains it: ask your provider where you get it.
     */
    pnm_payment_identifier: string;
    /**
     * @description How much to refund. Send it only to refund a part; leave it out to refund everything.
     *
     *     **The unit is not documented**: minor units, as everywhere else in this API, or major units, as at the
     *     processor that the field comes from. A wrong guess is off by a factor of a hundred.
     */
    refund_amount?: number | undefined;
    /**
     * @description The currency of the refund, such as USD, as a three-letter ISO 4217 code.
     * @example USD
     */
    refund_currency?: string | undefined;
};
/**
 * A signed request to reverse a payment.
 */
export type ReversalRequest = {
    /** @description Which of your sites makes the request. */
    site_identifier: string;
    /**
     * @description When the request is made, in seconds since the Unix epoch.
     * @example 1771063200
     */
    timestamp: string;
    /** @description The version of the API. At PayNearMe it is that of your API keys, and `3.0` takes HMAC signatures. */
    version: string;
    /**
     * @description The signature of the other fields: their names and values, sorted by name and joined without
     *     separators, as an HMAC-SHA256 in lower-case hex. The page only calls it an HMAC; the rest is
     *     PayNearMe's published scheme.
     * @example 6b7387b99f3a69bba7aff2fc0870ea9a6bddaa445c7590d7cc5602a2ce9fe109
     */
    signature: string;
    /**
     * @description The unique identifier that the payment facilitator created for this payment. No documented response
     *     contains it: ask your provider where you get it.
     */
    pnm_payment_identifier: string;
    /** @description Who on your side cancels the payment, by name or id. */
    agent_identifier?: string | undefined;
    /**
     * @description Send the text `true` to cancel a payment that is not settled yet altogether. A text, not a boolean.
     * @enum {string}
     */
    void_if_not_settled?: "true" | "false" | undefined;
    /**
     * @description How much to refund. Send it only to refund a part; leave it out to refund everything. PayNearMe, whose
     *     field it is, requires it for every settled payment: ask your provider.
     *
     *     **The unit is not documented**: minor units, as everywhere else in this API, or major units, as at the
     *     processor that the field comes from. A wrong guess is off by a factor of a hundred.
     */
    refund_amount?: number | undefined;
    /**
     * @description The currency of the refund, such as USD, as a three-letter ISO 4217 code.
     * @example USD
     */
    refund_currency?: string | undefined;
};
/**
 * A reversal that was accepted and will be processed.
 */
export type AcceptedReversal = {
    /**
     * @description The identifier of the action.
     * @example act_y3oqhf46pyzuxjbcn2giaqnb44
     */
    action_id: string;
    /** @description A unique reference of the reversal. */
    reference: string;
    /** @description Links from the accepted reversal. */
    _links: {
        payment?: Link;
    };
};
/**
 * The release of an authorization.
 */
export type VoidRequest = {
    /** @description Your reference for the void. American Express allows 30 characters. */
    reference?: string | undefined;
    /** @description Your own data, one level deep. */
    metadata?: {
        [key: string]: unknown;
    } | undefined;
};
/**
 * The API by path and method, for tools that take the types of openapi-typescript.
 */
export interface paths {
    "/connect/token": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Get an access token
         * @description Exchanges your client credentials for a short-lived access token (the client credentials grant of
         *     RFC 6749, section 4.4). Send the token as a bearer token with every other operation, reuse it until
         *     shortly before it expires, and share it between concurrent requests.
         *
         *     The documentation shows a JSON body. OAuth servers commonly expect a form instead; the client can
         *     send either.
         */
        post: operations["getToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/payments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List payments by reference
         * @description Lists the payments that carry your `reference`, the most recent first, in pages cut by `skip` and
         *     `limit`. Ask for the next page by raising `skip` by `limit`.
         *
         *     This is the way to find a payment whose response was lost. A success has status `202`.
         */
        get: operations["getPaymentsList"];
        put?: never;
        /**
         * Request a payment or payout
         * @description Starts a card payment: verifies a card (`amount` omitted or 0), authorizes it (`capture: false`) or
         *     authorizes and captures it (the default).
         *
         *     - `201`: processed. Look at `approved` and `status`: a declined payment is a `201` with
         *       `approved: false` and `status: Declined`, not an error. One that is `Retry Scheduled` has
         *       `approved: false` too, and can still be charged.
         *     - `202`: still open, because the payer has to act (3D Secure) or processing goes on. Read the payment
         *       later to learn the outcome. A successful payout request always has this status.
         *
         *     Amounts are in the minor currency unit. Send a `Cko-Idempotency-Key` and repeat a request whose
         *     response was lost with the same key: the payer is charged once, while the API keeps the key.
         *
         *     The documentation also names three other kinds of request: with a payment context ID ("etc."), a card
         *     payout and a bank payout. It lists none of their fields, and this description does not invent any.
         */
        post: operations["requestPayment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/payments/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Search payments
         * @description Finds payments and payouts by a query such as `reference:'ORD-5023-4E89'` or `status:'Captured'`. When
         *     there are more results than `limit`, the response links to the next page in `_links.next.href`. Nothing
         *     is changed by a search, so it is safe to repeat.
         *
         *     The page refers to a documentation of the search syntax, "Search and filter payments", and does not link
         *     it. It marks this operation as beta, and shows the results as a bare array while its text speaks of
         *     links: be ready for both forms. A success has status `202`.
         */
        post: operations["searchPayments"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/payments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get payment details
         * @description Returns the details of a payment or payout: its status, its balances and the links to what can be done
         *     next. Takes a payment id (`pay_…`) or a payment session id (`sid_…`).
         *
         *     Captures, refunds, voids and reversals are processed asynchronously: this is where their effect shows.
         *     The body has one of three forms, a payment or one of two kinds of payout; a payout can match more than
         *     one of them.
         */
        get: operations["getPaymentDetails"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/payments/{id}/actions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get payment actions
         * @description Lists everything that was done with a payment, ordered by the processing date, the latest first:
         *     authorizations, captures, refunds, voids and so on, each with its amount and response code. An accepted
         *     capture or refund shows up here once it was processed. `approved` tells whether an action succeeded; the
         *     page does not say whether one that failed is listed.
         */
        get: operations["getPaymentActions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/payments/{id}/authorizations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Increment an authorization
         * @description Raises the authorized amount of a payment, or with `amount` omitted or 0 only extends how long the
         *     authorization is valid. In the API that LDDPay mirrors, the payment must have been requested with
         *     `authorization_type: Estimated`.
         *
         *     The answer is immediate: a refused increment is a `201` with `approved: false` and
         *     `status: Declined`, and leaves the earlier authorization as it was. The amount is in the minor
         *     currency unit.
         */
        post: operations["incrementAuthorization"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/payments/{id}/cancellations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel a scheduled retry
         * @description Stops the next attempt of a payment that is scheduled to be retried (`Retry Scheduled`).
         *
         *     The cancellation is processed asynchronously: `202` means accepted. Workflows can notify you when it
         *     succeeded; the page says no more of them. Read the payment to see whether the retry was stopped in time.
         */
        post: operations["cancelScheduledRetry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/payments/{id}/captures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Capture a payment
         * @description Collects authorized funds, the full amount unless `amount` says how much, where the payment method
         *     supports it. A `Final` capture, the default, voids what it leaves uncaptured; send
         *     `capture_type: NonFinal` to capture again later.
         *
         *     Card captures are processed asynchronously: `202` means accepted. Workflows can notify you when it
         *     succeeded; the page says no more of them. The payment's status and balances, or its actions, show it as
         *     well. The amount is in the minor currency unit.
         */
        post: operations["capturePayment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/payments/{id}/refunds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Refund a payment
         * @description Returns captured funds to the payer, all of them unless `refund_amount` says how much, where the
         *     payment method supports it.
         *
         *     Card refunds are processed asynchronously: `202` means accepted. Workflows can notify you when it
         *     succeeded; the page says no more of them. The payment's status and balances, or its actions, show it
         *     as well.
         *
         *     The body is signed: `signature` is an HMAC over the other fields. The client fills it in, together
         *     with `site_identifier`, `timestamp` and `version`, when it is given the signing secret.
         *
         *     **Mind the unit of `refund_amount`.** The documentation does not state it. Every other amount here is
         *     in the minor unit, but the processor that this body comes from takes major units: getting it wrong
         *     refunds a hundred times too much or too little. Ask your provider before you go live.
         */
        post: operations["refundPayment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/payments/{id}/reversals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reverse a payment
         * @description Gives the payer's money back, by the status of a card payment:
         *
         *     | status | what happens |
         *     | --- | --- |
         *     | Authorized | voided |
         *     | Captured | refunded in full |
         *     | Partially Captured | captured funds refunded, the rest voided |
         *     | Partially Refunded | what is left of the captured funds refunded, the rest voided |
         *     | Retry Scheduled | retries cancelled |
         *     | Refunded, Voided, Canceled | nothing: `204` |
         *
         *     Only card authorizations, captures and payments with a scheduled retry can be reversed. All else gets
         *     `403`, such as what is no card payment, or not authorized as it still waits for 3D Secure. The page does
         *     not call these a full list.
         *
         *     `202` means accepted, to be processed asynchronously. Workflows can notify you when it is done, with the
         *     notification of the action taken, such as `payment_voided`. The payment shows the effect.
         *
         *     The provider marks this as beta. The body is signed like that of a refund. The unit of `refund_amount`
         *     is not documented either.
         */
        post: operations["reversePayment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/payments/{id}/voids": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Void a payment
         * @description Releases authorized funds that were not captured, where the payment method supports it.
         *
         *     Card voids are processed asynchronously: `202` means accepted. Workflows can notify you when it
         *     succeeded; the page says no more of them. The payment's status and balances, or its actions, show it as
         *     well.
         */
        post: operations["voidPayment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        TokenRequest: TokenRequest;
        TokenResponse: TokenResponse;
        TokenError: TokenError;
        PaymentStatus: PaymentStatus;
        Link: Link;
        PaymentLinks: PaymentLinks;
        AddressInput: AddressInput;
        Address: Address;
        PhoneInput: PhoneInput;
        Phone: Phone;
        PaymentSource: PaymentSource;
        PaymentType: PaymentType;
        PaymentPlan: PaymentPlan;
        Balances: Balances;
        ThreeDSecure: ThreeDSecure;
        Risk: Risk;
        CustomerInput: CustomerInput;
        Customer: Customer;
        BillingDescriptorInput: BillingDescriptorInput;
        BillingDescriptor: BillingDescriptor;
        ShippingInput: ShippingInput;
        Shipping: Shipping;
        Sender: Sender;
        CommissionInput: CommissionInput;
        Commission: Commission;
        AmountAllocationInput: AmountAllocationInput;
        AmountAllocation: AmountAllocation;
        Recipient: Recipient;
        PaymentProcessing: PaymentProcessing;
        ItemInput: ItemInput;
        Item: Item;
        ActionSummary: ActionSummary;
        Retry: Retry;
        PanType: PanType;
        Instruction: Instruction;
        Payment: Payment;
        Payout: Payout;
        ProcessedPayout: ProcessedPayout;
        PaymentDetails: Payment | Payout | ProcessedPayout;
        PaymentsPage: PaymentsPage;
        ErrorResponse: ErrorResponse;
        PaymentRequestSource: PaymentRequestSource;
        PaymentRequestProcessing: PaymentRequestProcessing;
        PaymentRequest: PaymentRequest;
        PaymentResult: PaymentResult;
        SearchRequest: SearchRequest;
        SearchedPayment: SearchedPayment;
        SearchedPayout: SearchedPayout;
        SearchedPayoutWithMetadata: SearchedPayoutWithMetadata;
        SearchItem: SearchedPayment | SearchedPayoutWithMetadata | SearchedPayout;
        PageLinks: PageLinks;
        SearchPage: SearchPage;
        SearchResult: SearchPage | components["schemas"]["SearchItem"][];
        ActionType: ActionType;
        ActionProcessing: ActionProcessing;
        PaymentAction: PaymentAction;
        PaymentActions: PaymentAction[];
        IncrementRequest: IncrementRequest;
        Processing: Processing;
        IncrementResult: IncrementResult;
        CancellationRequest: CancellationRequest;
        ActionLinks: ActionLinks;
        AcceptedAction: AcceptedAction;
        CaptureProcessing: CaptureProcessing;
        CaptureRequest: CaptureRequest;
        RefundRequest: RefundRequest;
        ReversalRequest: ReversalRequest;
        AcceptedReversal: AcceptedReversal;
        VoidRequest: VoidRequest;
    };
    responses: {
        /** @description An access token and its lifetime, as in RFC 6749, section 5.1. */
        TokenIssued: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": TokenResponse;
            };
        };
        /** @description No token was issued; `error` says why, as in RFC 6749, section 5.2. */
        TokenRefused: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": TokenError;
            };
        };
        /** @description The payments that carry the reference, newest first, a page of them. */
        PaymentsListed: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": PaymentsPage;
            };
        };
        /** @description The access token is missing, unknown or expired. Get a new one and repeat the request. */
        Unauthorized: {
            headers: {
                [name: string]: unknown;
            };
            content?: never;
        };
        /** @description The paging parameters are wrong; `error_codes` says why. */
        InvalidPaging: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": ErrorResponse;
            };
        };
        /** @description The payment was processed. `approved` is true for an approval. Otherwise `status` tells a decline from a retry that is scheduled. */
        PaymentProcessed: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": PaymentResult;
            };
        };
        /** @description The payment is processed asynchronously, or needs further action. */
        PaymentPending: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": PaymentResult;
            };
        };
        /** @description The payment request breaks a rule; `error_codes` says which. Nothing was charged. */
        InvalidPayment: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": ErrorResponse;
            };
        };
        /**
         * @description Either too many requests, or another request with the same idempotency key is still being processed
         *     (`duplicate_request`). Wait, then repeat the request with the same key.
         */
        TooManyRequests: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": ErrorResponse;
            };
        };
        /**
         * @description A system behind the API failed. Whether the request took effect is unknown: repeat it with the same
         *     idempotency key, or look for its effect.
         */
        BadGateway: {
            headers: {
                [name: string]: unknown;
            };
            content?: never;
        };
        /** @description The payments and payouts that match, a page of them. */
        SearchResults: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["SearchResult"];
            };
        };
        /** @description The input is invalid. */
        InvalidInput: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": ErrorResponse;
            };
        };
        /** @description The search is forbidden. */
        SearchForbidden: {
            headers: {
                [name: string]: unknown;
            };
            content?: never;
        };
        /** @description The request breaks a rule; `error_codes` says which. Nothing happened. */
        InvalidSearch: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": ErrorResponse;
            };
        };
        /** @description The payment or payout as it stands now. */
        PaymentDetails: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["PaymentDetails"];
            };
        };
        /** @description There is no such payment. */
        PaymentNotFound: {
            headers: {
                [name: string]: unknown;
            };
            content?: never;
        };
        /** @description The actions by processing date, the latest first. */
        PaymentActions: {
            headers: {
                "Cko-Request-Id": components["headers"]["RequestId"];
                "Cko-Version": components["headers"]["Version"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["PaymentActions"];
            };
        };
        /** @description The increment was processed. `approved` tells an approval from a decline. */
        AuthorizationIncremented: {
            headers: {
                "Cko-Request-Id": components["headers"]["RequestId"];
                "Cko-Version": components["headers"]["Version"];
                [name: string]: unknown;
            };
            content: {
                "application/json": IncrementResult;
            };
        };
        /** @description The state of the payment, or your account, does not allow this action. Nothing happened. */
        ActionNotAllowed: {
            headers: {
                [name: string]: unknown;
            };
            content?: never;
        };
        /** @description The request breaks a rule; `error_codes` says which. Nothing happened. */
        InvalidIncrement: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": ErrorResponse;
            };
        };
        /** @description The cancellation was accepted and will be processed. */
        CancellationAccepted: {
            headers: {
                "Cko-Request-Id": components["headers"]["RequestId"];
                "Cko-Version": components["headers"]["Version"];
                [name: string]: unknown;
            };
            content: {
                "application/json": AcceptedAction;
            };
        };
        /** @description The request breaks a rule; `error_codes` says which. Nothing happened. */
        InvalidReference: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": ErrorResponse;
            };
        };
        /** @description The capture was accepted and will be processed. */
        CaptureAccepted: {
            headers: {
                "Cko-Request-Id": components["headers"]["RequestId"];
                "Cko-Version": components["headers"]["Version"];
                [name: string]: unknown;
            };
            content: {
                "application/json": AcceptedAction;
            };
        };
        /** @description The capture breaks a rule; `error_codes` says which. Nothing was captured. */
        InvalidCapture: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": ErrorResponse;
            };
        };
        /** @description The refund was accepted and will be processed. */
        RefundAccepted: {
            headers: {
                "Cko-Request-Id": components["headers"]["RequestId"];
                "Cko-Version": components["headers"]["Version"];
                [name: string]: unknown;
            };
            content: {
                "application/json": AcceptedAction;
            };
        };
        /** @description The request breaks a rule; `error_codes` says which. Nothing was returned to the payer. */
        InvalidRefund: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": ErrorResponse;
            };
        };
        /** @description The reversal was accepted and will be processed. */
        ReversalAccepted: {
            headers: {
                "Cko-Request-Id": components["headers"]["RequestId"];
                "Cko-Version": components["headers"]["Version"];
                [name: string]: unknown;
            };
            content: {
                "application/json": AcceptedReversal;
            };
        };
        /** @description The payment was fully refunded, voided or canceled before. It cannot be reversed again. */
        AlreadyReversed: {
            headers: {
                [name: string]: unknown;
            };
            content?: never;
        };
        /**
         * @description This payment cannot be reversed, for example because it is not a card payment, or not authorized while it
         *     still waits for 3D Secure. Nothing happened. The page titles this response "Refund not allowed".
         */
        ReversalNotAllowed: {
            headers: {
                [name: string]: unknown;
            };
            content?: never;
        };
        /** @description The void was accepted and will be processed. */
        VoidAccepted: {
            headers: {
                "Cko-Request-Id": components["headers"]["RequestId"];
                "Cko-Version": components["headers"]["Version"];
                [name: string]: unknown;
            };
            content: {
                "application/json": AcceptedAction;
            };
        };
    };
    parameters: {
        /** @description Your reference of the payments to list, an order number for instance. */
        Reference: string;
        /**
         * @description How many payments a page holds at most.
         * @example 10
         */
        Limit: number;
        /**
         * @description How many payments to pass over, counted from the newest.
         * @example 0
         */
        Skip: number;
        /**
         * @description A key of your choice that makes repeating this request safe: the same key with the same body takes
         *     effect once, while the API keeps the key. The page does not say for how long; the API that LDDPay
         *     mirrors keeps it for 24 hours. Later, read the payment before you repeat the request. A random UUID
         *     per operation is a good choice.
         */
        IdempotencyKey: string;
        /** @description The identifier of the payment, or of a payment session. */
        PaymentOrSessionId: string;
        /** @description The identifier of the payment. */
        PaymentId: string;
    };
    requestBodies: never;
    headers: {
        /** @description Identifies the request uniquely. */
        RequestId: string;
        /** @description The version of the API that answered. */
        Version: string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getToken: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The credentials and the scope to get a token for. */
        requestBody: {
            content: {
                "application/json": TokenRequest;
            };
        };
        responses: {
            200: components["responses"]["TokenIssued"];
            400: components["responses"]["TokenRefused"];
        };
    };
    getPaymentsList: {
        parameters: {
            query: {
                /** @description Your reference of the payments to list, an order number for instance. */
                reference: components["parameters"]["Reference"];
                /**
                 * @description How many payments a page holds at most.
                 * @example 10
                 */
                limit?: components["parameters"]["Limit"] | undefined;
                /**
                 * @description How many payments to pass over, counted from the newest.
                 * @example 0
                 */
                skip?: components["parameters"]["Skip"] | undefined;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            202: components["responses"]["PaymentsListed"];
            401: components["responses"]["Unauthorized"];
            422: components["responses"]["InvalidPaging"];
        };
    };
    requestPayment: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A key of your choice that makes repeating this request safe: the same key with the same body takes
                 *     effect once, while the API keeps the key. The page does not say for how long; the API that LDDPay
                 *     mirrors keeps it for 24 hours. Later, read the payment before you repeat the request. A random UUID
                 *     per operation is a good choice.
                 */
                "Cko-Idempotency-Key"?: components["parameters"]["IdempotencyKey"] | undefined;
            } | undefined;
            path?: never;
            cookie?: never;
        };
        /** @description What to charge, and to what. */
        requestBody: {
            content: {
                "application/json": PaymentRequest;
            };
        };
        responses: {
            201: components["responses"]["PaymentProcessed"];
            202: components["responses"]["PaymentPending"];
            401: components["responses"]["Unauthorized"];
            422: components["responses"]["InvalidPayment"];
            429: components["responses"]["TooManyRequests"];
            502: components["responses"]["BadGateway"];
        };
    };
    searchPayments: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The query, the page size and the period to search. */
        requestBody: {
            content: {
                "application/json": SearchRequest;
            };
        };
        responses: {
            202: components["responses"]["SearchResults"];
            400: components["responses"]["InvalidInput"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["SearchForbidden"];
            422: components["responses"]["InvalidSearch"];
        };
    };
    getPaymentDetails: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The identifier of the payment, or of a payment session. */
                id: components["parameters"]["PaymentOrSessionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["PaymentDetails"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["PaymentNotFound"];
        };
    };
    getPaymentActions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The identifier of the payment. */
                id: components["parameters"]["PaymentId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["PaymentActions"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["PaymentNotFound"];
        };
    };
    incrementAuthorization: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A key of your choice that makes repeating this request safe: the same key with the same body takes
                 *     effect once, while the API keeps the key. The page does not say for how long; the API that LDDPay
                 *     mirrors keeps it for 24 hours. Later, read the payment before you repeat the request. A random UUID
                 *     per operation is a good choice.
                 */
                "Cko-Idempotency-Key"?: components["parameters"]["IdempotencyKey"] | undefined;
            } | undefined;
            path: {
                /** @description The identifier of the payment. */
                id: components["parameters"]["PaymentId"];
            };
            cookie?: never;
        };
        /** @description By how much to raise the authorization. */
        requestBody?: {
            content: {
                "application/json": IncrementRequest;
            };
        };
        responses: {
            201: components["responses"]["AuthorizationIncremented"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["ActionNotAllowed"];
            404: components["responses"]["PaymentNotFound"];
            422: components["responses"]["InvalidIncrement"];
            502: components["responses"]["BadGateway"];
        };
    };
    cancelScheduledRetry: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A key of your choice that makes repeating this request safe: the same key with the same body takes
                 *     effect once, while the API keeps the key. The page does not say for how long; the API that LDDPay
                 *     mirrors keeps it for 24 hours. Later, read the payment before you repeat the request. A random UUID
                 *     per operation is a good choice.
                 */
                "Cko-Idempotency-Key"?: components["parameters"]["IdempotencyKey"] | undefined;
            } | undefined;
            path: {
                /** @description The identifier of the payment. */
                id: components["parameters"]["PaymentId"];
            };
            cookie?: never;
        };
        /** @description Your reference for the cancellation. */
        requestBody?: {
            content: {
                "application/json": CancellationRequest;
            };
        };
        responses: {
            202: components["responses"]["CancellationAccepted"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["ActionNotAllowed"];
            404: components["responses"]["PaymentNotFound"];
            422: components["responses"]["InvalidReference"];
            502: components["responses"]["BadGateway"];
        };
    };
    capturePayment: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A key of your choice that makes repeating this request safe: the same key with the same body takes
                 *     effect once, while the API keeps the key. The page does not say for how long; the API that LDDPay
                 *     mirrors keeps it for 24 hours. Later, read the payment before you repeat the request. A random UUID
                 *     per operation is a good choice.
                 */
                "Cko-Idempotency-Key"?: components["parameters"]["IdempotencyKey"] | undefined;
            } | undefined;
            path: {
                /** @description The identifier of the payment. */
                id: components["parameters"]["PaymentId"];
            };
            cookie?: never;
        };
        /** @description How much to capture, and whether more will follow. */
        requestBody?: {
            content: {
                "application/json": CaptureRequest;
            };
        };
        responses: {
            202: components["responses"]["CaptureAccepted"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["ActionNotAllowed"];
            404: components["responses"]["PaymentNotFound"];
            422: components["responses"]["InvalidCapture"];
            502: components["responses"]["BadGateway"];
        };
    };
    refundPayment: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A key of your choice that makes repeating this request safe: the same key with the same body takes
                 *     effect once, while the API keeps the key. The page does not say for how long; the API that LDDPay
                 *     mirrors keeps it for 24 hours. Later, read the payment before you repeat the request. A random UUID
                 *     per operation is a good choice.
                 */
                "Cko-Idempotency-Key"?: components["parameters"]["IdempotencyKey"] | undefined;
            } | undefined;
            path: {
                /** @description The identifier of the payment. */
                id: components["parameters"]["PaymentId"];
            };
            cookie?: never;
        };
        /** @description The signed refund request. */
        requestBody: {
            content: {
                "application/json": RefundRequest;
            };
        };
        responses: {
            202: components["responses"]["RefundAccepted"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["ActionNotAllowed"];
            404: components["responses"]["PaymentNotFound"];
            422: components["responses"]["InvalidRefund"];
            502: components["responses"]["BadGateway"];
        };
    };
    reversePayment: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A key of your choice that makes repeating this request safe: the same key with the same body takes
                 *     effect once, while the API keeps the key. The page does not say for how long; the API that LDDPay
                 *     mirrors keeps it for 24 hours. Later, read the payment before you repeat the request. A random UUID
                 *     per operation is a good choice.
                 */
                "Cko-Idempotency-Key"?: components["parameters"]["IdempotencyKey"] | undefined;
            } | undefined;
            path: {
                /** @description The identifier of the payment. */
                id: components["parameters"]["PaymentId"];
            };
            cookie?: never;
        };
        /** @description The signed reversal request. */
        requestBody: {
            content: {
                "application/json": ReversalRequest;
            };
        };
        responses: {
            202: components["responses"]["ReversalAccepted"];
            204: components["responses"]["AlreadyReversed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["ReversalNotAllowed"];
            404: components["responses"]["PaymentNotFound"];
            422: components["responses"]["InvalidRefund"];
            502: components["responses"]["BadGateway"];
        };
    };
    voidPayment: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A key of your choice that makes repeating this request safe: the same key with the same body takes
                 *     effect once, while the API keeps the key. The page does not say for how long; the API that LDDPay
                 *     mirrors keeps it for 24 hours. Later, read the payment before you repeat the request. A random UUID
                 *     per operation is a good choice.
                 */
                "Cko-Idempotency-Key"?: components["parameters"]["IdempotencyKey"] | undefined;
            } | undefined;
            path: {
                /** @description The identifier of the payment. */
                id: components["parameters"]["PaymentId"];
            };
            cookie?: never;
        };
        /** @description Your reference and metadata for the void. */
        requestBody?: {
            content: {
                "application/json": VoidRequest;
            };
        };
        responses: {
            202: components["responses"]["VoidAccepted"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["ActionNotAllowed"];
            404: components["responses"]["PaymentNotFound"];
            422: components["responses"]["InvalidReference"];
            502: components["responses"]["BadGateway"];
        };
    };
}
