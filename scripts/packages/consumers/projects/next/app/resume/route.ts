import { resumeCharges } from '../../lib/charge';

export const maxDuration = 60;

export async function POST() {
  await resumeCharges();
  return new Response(null, { status: 204 });
}
