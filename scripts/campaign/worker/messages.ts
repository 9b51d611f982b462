import type { LddPayEvent } from 'lddpay';
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
  readonly stores: StoreUrls | undefined;
  /** Where it keeps its book. */
  readonly bookFile: string;
  readonly clock: WorkerClock;
  /** The limits of its client while faults strike. Times are in ms. */
  readonly limits: {
    readonly attemptTimeout?: number;
    readonly deadline?: number;
    readonly maxRetries?: number;
  };
}

/** The stores that workers share. */
export interface StoreUrls {
  readonly journal: string;
  readonly tokens: string;
}

/** The wall clock of a worker, which is not that of the API. */
export interface WorkerClock {
  /** How far it was off when the campaign started, in ms. */
  readonly error: number;
  /** How much faster it runs, as a share: it gains this many ms in each ms. */
  readonly drift: number;
  /** When the campaign started, by the real time in ms since the Unix epoch. */
  readonly startedAt: number;
}

/** From the campaign to a worker. */
export type WorkerRequest =
  | { readonly type: 'phase'; readonly phase: Phase }
  /** A clock jumped: that of the worker, or that of the API. */
  | { readonly type: 'clock'; readonly clock: WorkerClock; readonly offset: number };

/** A line for each event in the output of a worker. */
export type LoggedEvent = LddPayEvent & {
  /** By the clock of the API, in ms since the Unix epoch. */
  readonly at: number;
  readonly phase: number;
  readonly pid: number;
};

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
