/** What every client is asked to create. */
export const PAYMENT = {
  amount: 1000,
  currency: 'USD',
  source: { type: 'card', number: '4242424242424242', expiry_month: 12, expiry_year: 2099, cvv: '100' },
  reference: 'ORD-5023-4E89',
  capture: false,
};

/** What every client asks for. */
export const PAYMENT_ID = 'pay_y3oqhf46pyzuxjbcn2giaqnb44';

/** What clients that do not ask for a token are given. */
export const TOKEN = 'measured';
