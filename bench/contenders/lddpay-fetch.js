import { createClient } from 'lddpay';
import { CREDENTIALS, createCalls } from './lddpay.js';

export const connect = (baseUrl) => createCalls(createClient({ baseUrl, ...CREDENTIALS }));
