import type { MerchantName } from '../merchants/merchants.js';
import type { Phase } from './advance.js';

/** What a worker process is started with. */
export interface WorkerSettings {
  readonly slot: number;
  readonly workers: number;
  readonly seed: number;
  readonly lives: number;
  readonly merchant: MerchantName;
  readonly baseUrl: string;
  readonly storeUrl: string | undefined;
  /** Where it keeps its book. */
  readonly bookFile: string;
  /** How far its wall clock is off, in ms. */
  readonly clockError: number;
}

/** From the campaign to a worker: begin a phase. */
export type WorkerRequest = Phase;

/** From a worker to the campaign. */
export type WorkerMessage =
  | { readonly type: 'ready' }
  /** A lifecycle went as far as it goes in this phase. */
  | {
      readonly type: 'advanced';
      readonly order: string;
      readonly isFinished: boolean;
      readonly calls: number;
    }
  /** All lifecycles of the worker did. */
  | { readonly type: 'through' };
