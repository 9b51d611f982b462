import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import { Payment } from './payment.js';

// The client retries by itself, and only what is safe to repeat.
const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } });

function App() {
  const [id, setId] = useState('');
  return (
    <QueryClientProvider client={queryClient}>
      <h1>Capture a payment</h1>
      <form action={(fields) => setId(String(fields.get('id')))}>
        <label>
          Payment id <input name="id" required />
        </label>
        <button type="submit">Show</button>
      </form>
      {id && <Payment key={id} id={id} />}
    </QueryClientProvider>
  );
}

createRoot(document.getElementById('root') as HTMLElement).render(<App />);
