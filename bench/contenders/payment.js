/** The payment that every client creates. */
export const PAYMENT = {
  amount: 1000,
  currency: 'USD',
  source: { type: 'card', number: '4242424242424242', expiry_month: 12, expiry_year: 2099, cvv: '100' },
  reference: 'ORD-5023-4E89',
  capture: false,
};

/** The identifier of the payment that every client gets. */
export const PAYMENT_ID = 'pay_y3oqhf46pyzuxjbcn2giaqnb44';

/** The token of clients that do not fetch one. */
export const TOKEN = 'measured';
