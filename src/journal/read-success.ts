import { valuesAt } from '../lib/values-at.js';
import { idIn } from '../results/made-id.js';
import { type Intent, referenceOf } from './records/intent.js';

/**
 * Whether a success is about an intent: the response to another request can arrive in its place, where connections
 * are shared. A field that the response leaves out says nothing, nor does the form of an amount or a currency. That of a
 * reference does: names can differ in their case or their ends alone.
 */
export function isAbout(intent: Intent, data: unknown): boolean {
  const made = idIn(intent.id, data);
  const [link] = valuesAt(data, '_links.payment.href');
  const [href = link] = valuesAt(data, '_links.self.href');
  const { amount, currency } = intent.body ?? {};
  const isAsked = (field: string, asked: unknown, toForm: (value: unknown) => unknown) => {
    const [got = asked] = valuesAt(data, field);
    return got === null || asked === undefined || toForm(got) === toForm(asked);
  };
  // A response to an action that links to itself alone has the links, and the reference, of the payment.
  const hasReference = intent.id === undefined || link !== undefined || href === undefined;
  return (
    made !== undefined &&
    isAsked('amount', amount, Number) &&
    isAsked('currency', currency, (text) => String(text).toUpperCase()) &&
    (!hasReference || isAsked('reference', referenceOf(intent), String)) &&
    (typeof href !== 'string' || href.split(/[/?#]/).includes(intent.id ?? made))
  );
}
