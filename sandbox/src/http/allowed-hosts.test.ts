import { expect, it, onTestFinished } from 'vitest';
import { createSandbox, type ListenOptions } from '../index.js';
import { sendHttp } from '../testing/http-request.js';

async function listen(options: ListenOptions = {}): Promise<string> {
  const server = await createSandbox().listen(options);
  onTestFinished(() => server.close());
  return server.url;
}

async function requestAs(url: string, host: string) {
  const { status, body } = await sendHttp('GET', `${url}/payments`, { Host: host });
  return { status, body };
}

it.each([
  'localhost',
  'LOCALHOST:4010',
  'shop.localhost',
  '127.0.0.1:4010',
  '192.168.1.7:4010',
  '[::1]:4010',
  '0x7f.1',
])('serves requests for the host %s', async (host) => {
  expect(await requestAs(await listen(), host)).toMatchObject({ status: 401 });
});

it.each(['rebind.example', 'rebind.example:4010', 'localhost.example', 'notlocalhost', '127.0.0.1.example'])(
  'refuses requests for the host %s, and names the remedy',
  async (host) => {
    const { status, body } = await requestAs(await listen(), host);

    expect(status).toBe(403);
    const [name] = host.split(':');
    expect(JSON.parse(body)).toEqual({
      error: `The host name ${name} is not allowed. With --allowed-host ${name} or listen({ allowedHosts: ['${name}'] }), it is.`,
    });
  },
);

it.each(['a..b', "x'y", 'sandbox,other', '.'])(
  'refuses requests for the host %s, which cannot be allowed, and says what to do instead',
  async (host) => {
    const url = await listen();

    const { status, body } = await requestAs(url, host);

    expect(status).toBe(403);
    expect(JSON.parse(body)).toEqual({
      error: `The host name ${host} cannot be allowed. Send requests to localhost, to the address of the sandbox, or to a name that --allowed-host or listen({ allowedHosts }) allows.`,
    });
    await expect(createSandbox().listen({ allowedHosts: [host] })).rejects.toThrow('must be a host name');
  },
);

it('refuses the controls too, and an absolute URL with a foreign name', async () => {
  const url = await listen();

  expect(await sendHttp('GET', `${url}/_sandbox/ledger`, { Host: 'rebind.example' })).toMatchObject({
    status: 403,
  });
  expect(
    await sendHttp('POST', `${url}/_sandbox/reset`, {
      Host: 'rebind.example',
      Origin: 'http://rebind.example',
    }),
  ).toMatchObject({ status: 403 });
});

it('refuses foreign host names on every interface', async () => {
  const url = await listen({ host: '0.0.0.0' });
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);

  expect(await requestAs(url, 'sandbox:4010')).toMatchObject({ status: 403 });
});

it('serves requests for the names that are allowed, and those below a name that begins with a dot', async () => {
  const url = await listen({ allowedHosts: ['Sandbox', '.shop.example'] });

  expect(await requestAs(url, 'sandbox:4010')).toMatchObject({ status: 401 });
  expect(await requestAs(url, 'api.shop.example')).toMatchObject({ status: 401 });
  expect(await requestAs(url, 'shop.example')).toMatchObject({ status: 403 });
  expect(await requestAs(url, 'notshop.example')).toMatchObject({ status: 403 });
});

it('does not check the host of the in-process fetch', async () => {
  const { status } = await createSandbox().fetch('https://api.shop.example/payments');

  expect(status).toBe(401);
});

it.each([
  'http://shop.example',
  'shop.example:4803',
  'shop.example/path',
  '*.shop.example',
  'shop example',
  'shop..example',
  '..shop.example',
  '1',
  '.',
  '',
])('does not start with the allowed host %j, which no request or any could have', async (name) => {
  await expect(createSandbox().listen({ allowedHosts: [name] })).rejects.toThrow(
    `listen: \`allowedHosts\` must be a host name such as sandbox or .example.com, without a scheme and a port, not '${name}'.`,
  );
});

it.each(['sandbox', 'My_Sandbox', '.example.com', 'shop.example.', '192.168.1.7', '[::1]'])(
  'starts with the allowed host %s',
  async (name) => {
    await expect(listen({ allowedHosts: [name] })).resolves.toMatch('http://127.0.0.1:');
  },
);
