import * as observe from 'lddpay/observe';
import { registerModules } from './registry.js';

registerModules({ 'lddpay/observe': observe });
