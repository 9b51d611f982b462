import { getClient } from '../../../lib/lddpay';

export const fetchCache = 'force-cache';

/** Shows a payment as it was at first, which the guide warns of. */
export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const { status } = await getClient().getPaymentDetails((await params).id);
  return <p>{status}</p>;
}
