import { connection } from 'next/server';
import { getClient } from '../../lib/lddpay';

/** Shows how many payments an order has. Without `connection`, the build would render this page. */
export default async function Page() {
  await connection();
  const { total_count } = await getClient().getPaymentsList({ reference: 'ORD-20/charge-1' });
  return <p>{total_count}</p>;
}
