/** The state of a payment that a program starts from. */
export type PaymentState = 'authorized' | 'captured' | 'retryScheduled';

/** What the sandbox of the environment has before a program starts. */
export interface Setup {
  /** Makes all identifiers the same in each run. */
  readonly seed?: number;
  /** The time at which the clock of the sandbox stands still, as an ISO 8601 string. */
  readonly now?: string;
  /** A payment that the sandbox has from the start. Its id replaces `exampleId` in the code. */
  readonly payment?: { readonly state: PaymentState; readonly exampleId: string };
}

/** A program of a page, as the page contains it. */
export interface PageProgram {
  /** The program, compiled. */
  readonly code: string;
  readonly setup: Setup;
}

/** A program, as the worker runs it. */
export interface ProgramToRun {
  /** The compiled program, or the TypeScript of its blocks, for which the worker needs the compiler. */
  readonly code: string | readonly string[];
  /** The index of the block to show the output of. The blocks before it run first. */
  readonly block: number;
  readonly setup: Setup;
}

/** A request that a program sent. */
export interface SentRequest {
  readonly method: string;
  /** The path with its query; with the origin where that is not the sandbox of the environment. */
  readonly path: string;
  readonly body?: string;
  readonly idempotencyKey: string | undefined;
  /** Undefined as long as there is no response. */
  readonly status?: number;
  /** The code that the connection failed with. */
  readonly failure?: string;
  readonly errorCodes: readonly string[];
  readonly responseBody?: string;
}

/** An effect on money. */
export interface LedgerLine {
  readonly type: string;
  readonly amount: number;
  readonly currency: string;
  readonly paymentId: string;
}

/** A payment at the end of a program. */
export interface PaymentLine {
  readonly id: string;
  readonly status: string;
  readonly amount: number;
  readonly currency: string;
  readonly balances: Readonly<Record<string, number>>;
}

/** What the sandboxes of a program have received and done. */
export interface SandboxView {
  /** The last requests of the block. */
  readonly requests: readonly SentRequest[];
  /** The last effects of the program. */
  readonly ledger: readonly LedgerLine[];
  /** The last payments; undefined while the program runs. */
  readonly payments?: readonly PaymentLine[];
}

/** What the worker tells the page. */
export type WorkerMessage =
  | { readonly type: 'output'; readonly text: string }
  | { readonly type: 'view'; readonly view: SandboxView }
  | { readonly type: 'end'; readonly hasFailed: boolean; readonly paymentId: string | undefined };
