import { describe, expect, it, onTestFinished } from 'vitest';
import { deadUrl, startServer } from '../testing/page-server.js';
import { fetchPage } from './fetch-page.js';

const never = () => expect.unreachable('the server answers at once');

const LIMITS = { timeout: 30_000, size: 1_000, patience: 30_000 };

describe('fetching a page', () => {
  it('gives the text, and says who asks for it', async () => {
    const url = await startServer(({ headers }, response) => {
      response.end(`“${headers['accept']}” for ${headers['user-agent']}`);
    });
    expect(await fetchPage(url, never)).toMatch(/^“application\/json” for lddpay\/\d+\.\d+\.\d+$/);
  });

  it('follows redirects', async () => {
    const url = await startServer((request, response) => {
      if (request.url === '/page') response.end('moved');
      else response.writeHead(301, { location: '/page' }).end();
    });
    expect(await fetchPage(url, never)).toBe('moved');
  });

  it('says once that the server takes its time', async () => {
    let waits = 0;
    let answer = () => {};
    const url = await startServer((_request, response) => {
      answer = () => void response.end('late');
    });
    const page = fetchPage(
      url,
      () => {
        waits += 1;
        answer();
      },
      { ...LIMITS, patience: 100 },
    );
    expect(await page).toBe('late');
    expect(waits).toBe(1);
  });
});

describe('a page cannot be fetched', () => {
  it.each([404, 500, 503])('when the server answers %i', async (status) => {
    const url = await startServer((_request, response) => response.writeHead(status).end('{}'));
    await expect(fetchPage(url, never)).rejects.toThrow(`the server answered ${status}`);
  });

  it('when nobody listens', async () => {
    await expect(fetchPage(await deadUrl(), never)).rejects.toMatchObject({
      cause: { code: 'ECONNREFUSED' },
    });
  });

  it('when redirects lead round in a circle', async () => {
    const url = await startServer((_request, response) => response.writeHead(302, { location: '/' }).end());
    await expect(fetchPage(url, never)).rejects.toMatchObject({ cause: { message: /redirect count/ } });
  });

  it('when the connection breaks off', async () => {
    const url = await startServer((_request, response) => {
      response.writeHead(200, { 'content-length': 100 });
      response.write('half', () => response.destroy());
    });
    await expect(fetchPage(url, never)).rejects.toThrow('terminated');
  });

  it.each([
    ['no answer', false],
    ['half an answer', true],
  ])('when there is %s in time', async (_what, begins) => {
    const url = await startServer((_request, response) => {
      if (begins) response.write('half');
    });
    const waiting = fetchPage(url, never, { ...LIMITS, timeout: 200 });
    await expect(waiting).rejects.toThrow('there was no complete answer within 0.2 s');
  });

  it('when it is too large, however much more there is', async () => {
    const url = await startServer((_request, response) => {
      const flood = setInterval(() => response.write('x'.repeat(400)), 1);
      response.on('close', () => clearInterval(flood));
      onTestFinished(() => clearInterval(flood));
    });
    await expect(fetchPage(url, never, LIMITS)).rejects.toThrow('the answer is larger than 0.001 MB');
  });

  it('when it is no UTF-8', async () => {
    const url = await startServer((_request, response) => response.end(Buffer.from([0x22, 0xff, 0x22])));
    await expect(fetchPage(url, never)).rejects.toThrow(/utf-8/);
  });
});
