import { getClient } from '../../lib/lddpay';

export const runtime = 'edge';

export async function GET() {
  const { total_count } = await getClient().getPaymentsList({ reference: 'ORD-20/charge-1' });
  return Response.json({ total_count });
}
