import description from 'lddpay/openapi.json';
import { useEveryEntryPoint } from './every-entry-point.js';

useEveryEntryPoint(description);
