import description from 'lddpay/openapi.json';
import { useEveryEntryPoint } from '../../every-entry-point';

export async function POST() {
  await useEveryEntryPoint(description);
  return new Response('Every entry point works.');
}
