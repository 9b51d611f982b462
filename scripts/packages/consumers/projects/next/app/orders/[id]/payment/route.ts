import { charge } from '../../../../lib/charge';

export const maxDuration = 60;

export async function POST(request: Request, { params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const { number } = await request.json();
  return Response.json({ result: await charge(id, String(number)) });
}
