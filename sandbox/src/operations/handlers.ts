import type { OperationId } from '../../../generated/operations.js';
import { cancelScheduledRetry } from './cancel-scheduled-retry.js';
import { capturePayment } from './capture-payment.js';
import { getPaymentActions } from './get-payment-actions.js';
import { getPaymentDetails } from './get-payment-details.js';
import { getPaymentsList } from './get-payments-list.js';
import { getToken } from './get-token.js';
import { incrementAuthorization } from './increment-authorization.js';
import type { OperationHandler } from './operation-request.js';
import { refundPayment } from './refund-payment.js';
import { requestPayment } from './request-payment.js';
import { reversePayment } from './reverse-payment.js';
import { searchPayments } from './search-payments.js';
import { voidPayment } from './void-payment.js';

/** The handler of each operation. An operation that is added to the description does not compile without one. */
export const handlers: Readonly<Record<OperationId, OperationHandler>> = {
  getToken,
  requestPayment,
  getPaymentDetails,
  getPaymentActions,
  incrementAuthorization,
  cancelScheduledRetry,
  capturePayment,
  refundPayment,
  reversePayment,
  voidPayment,
  searchPayments,
  getPaymentsList,
};
