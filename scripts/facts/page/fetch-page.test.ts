import { EventEmitter, once } from 'node:events';
import { describe, expect, it, onTestFinished } from 'vitest';
import { findDeadUrl, startServer } from '../testing/page-server.js';
import { fetchPage } from './fetch-page.js';

const never = () => expect.unreachable('the server responds at once');

const LIMITS = { timeout: 30_000, size: 1_000, noticeAfter: 30_000 };

describe('fetchPage', () => {
  it('returns the body, and sends the name and version of the client', async () => {
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

  it('calls onWait once if the server is slow', async () => {
    let waits = 0;
    const notice = new EventEmitter();
    const noticed = once(notice, 'wait');
    const url = await startServer((_request, response) => {
      noticed.then(() => response.end('late'));
    });
    const onWait = () => {
      waits += 1;
      notice.emit('wait');
    };
    expect(await fetchPage(url, onWait, { ...LIMITS, noticeAfter: 100 })).toBe('late');
    expect(waits).toBe(1);
  });
});

describe('fetchPage throws', () => {
  it.each([404, 500, 503])('if the server responds with %i', async (status) => {
    const url = await startServer((_request, response) => response.writeHead(status).end('{}'));
    await expect(fetchPage(url, never)).rejects.toThrow(`the server responded with ${status}`);
  });

  it('if no server listens', async () => {
    await expect(fetchPage(await findDeadUrl(), never)).rejects.toMatchObject({
      cause: { code: 'ECONNREFUSED' },
    });
  });

  it('if redirects form a loop', async () => {
    const url = await startServer((_request, response) => response.writeHead(302, { location: '/' }).end());
    await expect(fetchPage(url, never)).rejects.toMatchObject({ cause: { message: /redirect count/ } });
  });

  it('if the connection is closed within the response', async () => {
    const url = await startServer((_request, response) => {
      response.writeHead(200, { 'content-length': 100 });
      response.write('half', () => response.destroy());
    });
    await expect(fetchPage(url, never)).rejects.toThrow('terminated');
  });

  it.each([
    ['no response', false],
    ['only half a response', true],
  ])('if the server sends %s in time', async (_what, begins) => {
    const url = await startServer((_request, response) => {
      if (begins) response.write('half');
    });
    const waiting = fetchPage(url, never, { ...LIMITS, timeout: 200 });
    await expect(waiting).rejects.toThrow('the server sent no complete response within 0.2 s');
  });

  it('if the response is too large, before all of it is sent', async () => {
    const url = await startServer((_request, response) => {
      const flood = setInterval(() => response.write('x'.repeat(400)), 1);
      response.on('close', () => clearInterval(flood));
      onTestFinished(() => clearInterval(flood));
    });
    await expect(fetchPage(url, never, LIMITS)).rejects.toThrow('the response is larger than 0.001 MB');
  });

  it('if the response is not UTF-8', async () => {
    const url = await startServer((_request, response) => response.end(Buffer.from([0x22, 0xff, 0x22])));
    await expect(fetchPage(url, never)).rejects.toThrow(/utf-8/);
  });
});
