import { getClient } from '../../../lib/lddpay';

/** Shows a payment, as often as it is opened. */
export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const { status } = await getClient().getPaymentDetails((await params).id);
  return <p>{status}</p>;
}
