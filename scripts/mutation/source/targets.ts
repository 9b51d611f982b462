/** The modules of one concern, and the tests that have to notice what changes in them. */
export interface SourceGroup {
  readonly modules: readonly string[];
  /** Test files by the beginnings of their paths, the quickest first. Those beside the module run before them. */
  readonly tests: readonly string[];
}

/** The tests of what the page of the sandbox shows of its state, as the names of what is due. */
const SNAPSHOT = 'sandbox/src/page/snapshot.';

/** The concerns that decide about money or secrets, by target. */
export const SOURCE_TARGETS: Readonly<Record<'client' | 'sandbox', Readonly<Record<string, SourceGroup>>>> = {
  client: {
    outcomes: {
      modules: ['src/request/response.ts', 'src/request/context.ts', 'src/request/connection-failure.ts'],
      tests: [
        'src/request/',
        'src/call/key-life.test.ts',
        'src/client.outcome.test.ts',
        'src/client.deadline.test.ts',
        'src/raw-request.test.ts',
        'src/transport/',
      ],
    },
    retries: {
      modules: ['src/request/retry.ts', 'src/request/backoff.ts', 'src/request/send-request.ts'],
      tests: [
        'src/request/',
        'src/call/key-life.test.ts',
        'src/client.outcome.test.ts',
        'src/call/attempt.test.ts',
      ],
    },
    reconcile: {
      modules: [
        'src/results/reconcile.ts',
        'src/results/write-records.ts',
        'src/results/rivals.ts',
        'src/results/made-id.ts',
        'src/results/intent-facts.ts',
        'src/results/likeness.ts',
      ],
      tests: ['src/results/reconcile', 'src/results/intent-facts.test.ts'],
    },
    idempotency: {
      modules: ['src/call/idempotency.ts', 'src/call/key-guard.ts'],
      tests: ['src/call/'],
    },
    tokens: {
      modules: [
        'src/token/obtain-token.ts',
        'src/token/token-cache.ts',
        'src/token/token-provider.ts',
        'src/token/token-request.ts',
        'src/token/token-store.ts',
        'src/token/token.ts',
      ],
      tests: ['src/token/', 'src/call/attempt.test.ts', 'src/request/retry.'],
    },
    signing: {
      modules: ['src/call/signing.ts', 'src/call/prepare-request.ts'],
      tests: ['src/call/'],
    },
    paging: { modules: ['src/results/pagination.ts'], tests: ['src/results/pagination'] },
    errors: {
      modules: ['src/errors.ts', 'src/lib/aborted-error.ts', 'src/lib/error-cause.ts'],
      tests: [
        'src/errors',
        'src/lib/aborted-error',
        'src/lib/error-cause',
        'src/request/context.test.ts',
        'src/client.secrets.test.ts',
        'src/client.outcome.test.ts',
      ],
    },
    journal: { modules: ['src/journal/next/decide-next.ts'], tests: ['src/journal/next/decide-next'] },
    redaction: {
      modules: [
        'src/lib/card-number.ts',
        'src/lib/redact.ts',
        'src/lib/values-at.ts',
        'src/call/secrets.ts',
        'src/journal/records/without-secrets.ts',
      ],
      tests: [
        'src/lib/',
        'src/journal/records/without-secrets.test.ts',
        'src/client.secrets.test.ts',
        'src/events.test.ts',
      ],
    },
  },
  sandbox: {
    balances: {
      modules: ['sandbox/src/payments/balances.ts', 'sandbox/src/payments/ledger.ts'],
      tests: ['sandbox/src/payments/', 'sandbox/src/operations/', SNAPSHOT],
    },
    states: {
      modules: [
        'sandbox/src/payments/payment.ts',
        'sandbox/src/payments/actions.ts',
        'sandbox/src/payments/authorization.ts',
        'sandbox/src/payments/processor.ts',
      ],
      tests: ['sandbox/src/payments/', 'sandbox/src/operations/', SNAPSHOT],
    },
    idempotency: {
      modules: [
        'sandbox/src/requests/execute-once.ts',
        'sandbox/src/requests/fingerprint.ts',
        'sandbox/src/requests/idempotency-key.ts',
        'sandbox/src/state/idempotency-keys.ts',
      ],
      tests: ['sandbox/src/requests/', 'sandbox/src/state/', SNAPSHOT],
    },
    faults: {
      modules: [
        'sandbox/src/state/faults.ts',
        'sandbox/src/state/check-fault.ts',
        'sandbox/src/state/pending-faults.ts',
      ],
      tests: ['sandbox/src/state/', 'sandbox/src/http/', SNAPSHOT],
    },
  },
};

/** Lists the groups of all targets. */
export function listGroups(): SourceGroup[] {
  return Object.values(SOURCE_TARGETS).flatMap((groups) => Object.values(groups));
}
