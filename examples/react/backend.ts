// The backend of the page. It keeps the client secret, hands out tokens, and forwards requests to the API.
import { fileURLToPath } from 'node:url';
import { serve } from '@hono/node-server';
import { buildSync } from 'esbuild';
import { Hono } from 'hono';
import { proxy } from 'hono/proxy';
import { createClient, optionsFromEnv } from 'lddpay';

const options = optionsFromEnv(process.env);
const lddpay = createClient(options);
const app = new Hono();

app.post('/token', async (context) => {
  // Check here that the user is signed in, and may do everything that the token allows.
  const { refusedToken } = await context.req.json();
  const { access_token, token_type, expires_in } = await lddpay.getToken({ refusedToken });
  return context.json({ access_token, token_type, expires_in }, 200, { 'Cache-Control': 'no-store' });
});

// The documentation does not say whether the API lets pages of other origins call it.
app.all('/api/*', ({ req, body }) => {
  const { pathname, search } = new URL(req.url);
  const names = ['Authorization', 'Content-Type', 'Cko-Idempotency-Key'];
  return proxy(`${options.baseUrl}${pathname.slice('/api'.length)}${search}`, {
    raw: req.raw,
    headers: Object.fromEntries(names.map((name) => [name, req.header(name)])), // no cookies
    redirect: 'manual',
  }).catch(() => body(null, 502));
});

const { outputFiles } = buildSync({
  entryPoints: [fileURLToPath(new URL('main.tsx', import.meta.url))],
  bundle: true,
  format: 'esm',
  jsx: 'automatic',
  minify: true,
  write: false,
});
const script = outputFiles[0]?.text ?? '';
app.get('/main.js', ({ body }) => body(script, 200, { 'Content-Type': 'text/javascript' }));

const page = `<!doctype html>
<html lang="en">
  <title>Payments</title>
  <div id="root"></div>
  <script type="module" src="/main.js"></script>
</html>`;
app.get('/', ({ html }) => html(page));

const port = Number(process.env['PORT'] ?? 3000);
serve({ fetch: app.fetch, hostname: '127.0.0.1', port }, (address) =>
  console.log(`http://127.0.0.1:${address.port}`),
);
