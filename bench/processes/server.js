import { once } from 'node:events';
import { createServer } from 'node:net';
import { reportUsage } from './report-usage.js';
import { findResponse } from './responses.js';

// Responds to HTTP requests with as little work as possible, so that clients wait for themselves and not for it.
// It reads only the first line of a request, and where the request ends.

const HEAD_END = '\r\n\r\n';
const LENGTH = /\r\ncontent-length: *(\d+)/i;
const CHUNKED = /\r\ntransfer-encoding:/i;

const server = createServer({ noDelay: true }, (socket) => {
  let pending = '';
  socket.setEncoding('latin1');
  socket.on('error', () => socket.destroy());
  socket.on('data', (chunk) => {
    pending += chunk;
    for (let end = findEnd(pending); end <= pending.length; end = findEnd(pending)) {
      socket.write(findResponse(pending.slice(0, pending.indexOf(' ', pending.indexOf(' ') + 1))));
      pending = pending.slice(end);
    }
  });
});

/** The length of the first request; Infinity before its head is complete. */
function findEnd(text) {
  const headEnd = text.indexOf(HEAD_END);
  if (headEnd < 0) return Number.POSITIVE_INFINITY;
  const head = text.slice(0, headEnd);
  if (CHUNKED.test(head)) throw new Error('A client sends its body in chunks, which is not supported.');
  return headEnd + HEAD_END.length + Number(LENGTH.exec(head)?.[1] ?? 0);
}

server.listen(0, '127.0.0.1');
await once(server, 'listening');
reportUsage(`http://127.0.0.1:${server.address().port}`);
