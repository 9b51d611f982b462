import { connect, type Socket } from 'node:net';

/** A connection that bytes are written to as they are, a character each, and that keeps what comes back. */
export class RawSocket {
  /** Resolves once the connection is gone, for whatever reason. */
  readonly closed: Promise<unknown>;
  readonly #socket: Socket;
  #received = '';

  private constructor(socket: Socket) {
    this.#socket = socket;
    socket.setEncoding('latin1').on('data', (text: string) => {
      this.#received += text;
    });
    // A reset is one way to be closed.
    socket.on('error', () => undefined);
    this.closed = new Promise((resolve) => {
      socket.on('close', resolve);
    });
  }

  /** Connects. Resolves as well when the connection is refused. */
  static async dial(url: string): Promise<RawSocket> {
    const { hostname, port } = new URL(url);
    const socket = connect({ host: hostname, port: Number(port) });
    const raw = new RawSocket(socket);
    const connected = new Promise((resolve) => {
      socket.on('connect', resolve);
    });
    await Promise.race([connected, raw.closed]);
    return raw;
  }

  /** What came back so far. */
  get received(): string {
    return this.#received;
  }

  write(text: string): void {
    this.#socket.write(text, 'latin1');
  }

  /** Writes, and gives what comes back until the head of a response is complete or the connection is gone. */
  async ask(text: string): Promise<string> {
    const before = this.#received.length;
    this.write(text);
    const answered = new Promise<void>((resolve) => {
      this.#socket.on('data', () => {
        if (this.#received.includes('\r\n\r\n', before)) resolve();
      });
    });
    await Promise.race([answered, this.closed]);
    return this.#received.slice(before);
  }

  /** Ends this half of the connection. */
  end(): void {
    this.#socket.end();
  }

  /** Is gone once everything is written. */
  hangUp(): void {
    this.#socket.destroySoon();
  }
}
