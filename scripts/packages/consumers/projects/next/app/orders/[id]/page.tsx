import { redirect } from 'next/navigation';
import { charge } from '../../../lib/charge';

/** In s. It holds for the server action too, and is longer than the deadline of the client. */
export const maxDuration = 60;

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ result?: string }>;
}

export default async function Page({ params, searchParams }: Props) {
  const { id } = await params;
  const { result } = await searchParams;

  async function pay(form: FormData) {
    'use server';
    const outcome = await charge(id, String(form.get('number')));
    redirect(`/orders/${id}?result=${encodeURIComponent(outcome)}`);
  }

  return (
    <form action={pay}>
      <input name="number" aria-label="Card number" />
      <button type="submit">Pay</button>
      <p>{result}</p>
    </form>
  );
}
