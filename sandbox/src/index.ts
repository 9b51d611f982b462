export { createSandbox } from './create-sandbox.js';
export type { SandboxOptions } from './options.js';
export type { ChallengeOutcome } from './payments/challenge.js';
export type { LedgerEntry } from './payments/ledger.js';
export type { ActionType } from './payments/payment.js';
export type { Credentials, ListenOptions, Sandbox, Server } from './sandbox.js';
export type { Clock } from './state/clock.js';
export { FAULT_EFFECTS, type Fault, type FaultEffect } from './state/faults.js';
export type { RequestEntry } from './state/request-log.js';
