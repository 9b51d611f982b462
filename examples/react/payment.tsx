import { useQueryClient } from '@tanstack/react-query';
import { keyFrom, type LddPayError } from 'lddpay';
import { $api } from './api.js';

const CAPTURABLE = ['Authorized', 'Partially Captured'];

/** Shows a payment, and captures what is left of it, once. */
export function Payment({ id }: { id: string }) {
  const params = { path: { id } };
  const queryClient = useQueryClient();
  const payment = $api.useQuery('get', '/payments/{id}', { params });
  const capture = $api.useMutation('post', '/payments/{id}/captures', {
    // After an error as well: the capture may have happened.
    onSettled: () => queryClient.invalidateQueries($api.queryOptions('get', '/payments/{id}', { params })),
  });

  async function captureOnce() {
    // A second click, or one after a reload, has the same key: the API captures once.
    const key = await keyFrom('captures', id);
    capture.mutate({ params: { ...params, header: { 'Cko-Idempotency-Key': key } } });
  }

  if (payment.isPending) return <p>Loading …</p>;
  if (payment.isError) return <ErrorMessage error={payment.error} />;
  const { status, amount, currency } = payment.data;
  return (
    <section>
      <h2>{id}</h2>
      <p>
        {amount} {currency} (minor units): <strong>{status}</strong>
      </p>
      {CAPTURABLE.includes(status) && (
        <button type="button" disabled={capture.isPending} onClick={captureOnce}>
          Capture
        </button>
      )}
      {capture.isError && <ErrorMessage error={capture.error} />}
    </section>
  );
}

const OUTCOMES = {
  not_sent: 'Nothing was sent.',
  rejected: 'Nothing happened.',
  unknown: 'It may have happened.',
};

function ErrorMessage({ error }: { error: Pick<LddPayError, 'message' | 'outcome'> }) {
  return (
    <p role="alert">
      {OUTCOMES[error.outcome]} {error.message}
    </p>
  );
}
