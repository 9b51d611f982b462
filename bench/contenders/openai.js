import OpenAI from 'openai';
import { PAYMENT, PAYMENT_ID, TOKEN } from './payment.js';

/** Requests what its API has: a completion, with the payment as a message, and a model. */
export function connect(baseURL) {
  const openai = new OpenAI({ baseURL, apiKey: TOKEN });
  const messages = [{ role: 'user', content: JSON.stringify(PAYMENT) }];
  return {
    create: () => openai.chat.completions.create({ model: 'gpt-4o', messages }),
    get: () => openai.models.retrieve(PAYMENT_ID),
  };
}
