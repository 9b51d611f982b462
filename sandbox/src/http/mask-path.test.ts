import { expect, it } from 'vitest';
import { assembleSandbox } from '../create-sandbox.js';
import { operationTable } from '../lib/description.js';
import { connect } from '../testing/api.js';
import { maskPath } from './mask-path.js';

it.each([
  ['/4242424242424242', '/[masked]'],
  ['/payments/4242-4242-4242-4242/captures', '/payments/[masked]/captures'],
  ['/payments/4242%204242%204242%204242', '/payments/[masked]'],
  ['/%34242424242424242', '/[masked]'],
  ['/%2534242424242424242', '/[masked]'],
  ['/payments/pay_4242424242424242', '/payments/[masked]'],
  ['/sandbox_abcdefghijklmnopqrstuvwxyz', '/[masked]'],
  ['/payments/eyJhbGciOiJIUzI1NiJ9.e30.c2ln', '/payments/[masked]'],
  ['/payments/%E0%A4%A/4242424242424242', '/payments/%E0%A4%A/[masked]'],
])('masks the secret in %s', (path, masked) => {
  expect(maskPath(path)).toBe(masked);
});

it.each([
  ...Object.values(operationTable).map(({ path }) => path),
  '/payments/pay_abcdefghijklmnopqrstuvwxyz/captures',
  '/_sandbox/challenges/sid_abcdefghijklmnopqrstuvwxyz',
  '/payments/pay_nope',
  '/',
])('shows %s as it is', (path) => {
  expect(maskPath(path)).toBe(path);
});

it('is applied to what observers see of a request, and no identifier of the sandbox is masked', async () => {
  const paths: string[] = [];
  const sandbox = assembleSandbox({}, ({ path }) => paths.push(path));
  const api = await connect(sandbox);
  const id = await api.authorize();

  await sandbox.fetch('http://sandbox.test/4242424242424242');
  await api.details(id);

  expect(paths.slice(-2)).toEqual(['/[masked]', `/payments/${id}`]);
});
