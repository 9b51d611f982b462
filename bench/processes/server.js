import { once } from 'node:events';
import { createServer } from 'node:net';
import { answerTo } from './answers.js';
import { report } from './serve.js';

// Answers HTTP with as little work as there can be, so that clients wait for themselves rather than for it.
// It reads where a request ends, and nothing of what is in it but its first line.

const HEAD_END = '\r\n\r\n';
const LENGTH = /\r\ncontent-length: *(\d+)/i;
const CHUNKED = /\r\ntransfer-encoding:/i;

const server = createServer({ noDelay: true }, (socket) => {
  let pending = '';
  socket.setEncoding('latin1');
  socket.on('error', () => socket.destroy());
  socket.on('data', (chunk) => {
    pending += chunk;
    for (let end = endOf(pending); end <= pending.length; end = endOf(pending)) {
      socket.write(answerTo(pending.slice(0, pending.indexOf(' ', pending.indexOf(' ') + 1))));
      pending = pending.slice(end);
    }
  });
});

/** How long the first request is; Infinity while its head is still on the way. */
function endOf(text) {
  const headEnd = text.indexOf(HEAD_END);
  if (headEnd < 0) return Number.POSITIVE_INFINITY;
  const head = text.slice(0, headEnd);
  if (CHUNKED.test(head)) throw new Error('A client sends its body in chunks, which is not supported.');
  return headEnd + HEAD_END.length + Number(LENGTH.exec(head)?.[1] ?? 0);
}

server.listen(0, '127.0.0.1');
await once(server, 'listening');
report(`http://127.0.0.1:${server.address().port}`);
