import { createHash, timingSafeEqual } from 'node:crypto';
import { resumeCharges } from '../../lib/charge';

export const maxDuration = 60;
export const dynamic = 'force-dynamic';

export async function GET(request: Request) {
  const secret = process.env.CRON_SECRET;
  const given = request.headers.get('authorization') ?? '';
  // Hashes are equally long, and take equally long to compare.
  if (!secret || !timingSafeEqual(hash(given), hash(`Bearer ${secret}`))) {
    return new Response(null, { status: 401 });
  }
  await resumeCharges();
  return new Response(null, { status: 204 });
}

function hash(text: string) {
  return createHash('sha256').update(text).digest();
}
