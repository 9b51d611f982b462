import description from '../../../../generated/openapi.json' with { type: 'json' };
import { registerModules } from './registry.js';

registerModules({ 'lddpay/openapi.json': { default: description } });
