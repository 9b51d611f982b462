import type { PaymentAction, PaymentDetails } from '../../../generated/models.js';

/** A payment or an action. */
export interface Effect {
  readonly id: string;
  readonly approved: boolean | undefined;
  readonly payment?: PaymentDetails | undefined;
  readonly action?: PaymentAction | undefined;
}
