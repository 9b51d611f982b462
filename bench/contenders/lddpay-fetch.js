import { createClient } from 'lddpay';
import { CREDENTIALS, callsOf } from './lddpay.js';

export const connect = (baseUrl) => callsOf(createClient({ baseUrl, ...CREDENTIALS }));
