import { connect, type Socket } from 'node:net';

/** A connection that writes bytes unchanged, one for each character, and keeps the bytes it receives. */
export class RawSocket {
  /** Resolves when the connection is closed, for any reason. */
  readonly closed: Promise<unknown>;
  readonly #socket: Socket;
  #received = '';

  private constructor(socket: Socket) {
    this.#socket = socket;
    socket.setEncoding('latin1').on('data', (text: string) => {
      this.#received += text;
    });
    // A reset closes the connection too.
    socket.on('error', () => undefined);
    this.closed = new Promise((resolve) => {
      socket.on('close', resolve);
    });
  }

  /** Opens a connection. Resolves also when the connection is refused. */
  static async open(url: string): Promise<RawSocket> {
    const { hostname, port } = new URL(url);
    const socket = connect({ host: hostname, port: Number(port) });
    const raw = new RawSocket(socket);
    const connected = new Promise((resolve) => {
      socket.on('connect', resolve);
    });
    await Promise.race([connected, raw.closed]);
    return raw;
  }

  /** Everything received so far. */
  get received(): string {
    return this.#received;
  }

  write(text: string): void {
    this.#socket.write(text, 'latin1');
  }

  /** Writes, and returns what arrives until the head of a response is complete or the connection is closed. */
  async request(text: string): Promise<string> {
    const before = this.#received.length;
    this.write(text);
    const responded = new Promise<void>((resolve) => {
      this.#socket.on('data', () => {
        if (this.#received.includes('\r\n\r\n', before)) resolve();
      });
    });
    await Promise.race([responded, this.closed]);
    return this.#received.slice(before);
  }

  /** Ends this half of the connection. */
  end(): void {
    this.#socket.end();
  }

  /** Closes the connection as soon as everything is written. */
  close(): void {
    this.#socket.destroySoon();
  }
}
