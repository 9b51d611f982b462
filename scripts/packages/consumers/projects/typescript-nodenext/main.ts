import description from 'lddpay/openapi.json' with { type: 'json' };
import { useEveryEntryPoint } from './every-entry-point.js';

await useEveryEntryPoint(description);
