import type { Socket } from 'node:net';

/**
 * The open connections of a server. When there are too many, the one that has waited longest for its client is
 * closed, so that silent connections lock nobody out.
 */
export class Connections {
  readonly #max: number;
  readonly #open = new Set<Socket>();
  /** Those without a complete request to respond to. The longest waiting first. */
  readonly #waiting = new Set<Socket>();

  constructor(max: number) {
    this.#max = max;
  }

  /** Adds a new connection, or closes it when all others are busy. */
  add(socket: Socket): void {
    if (this.#open.size >= this.#max) {
      const [oldest = socket] = this.#waiting;
      this.#remove(oldest);
      oldest.destroy();
      if (oldest === socket) return;
    }
    this.#open.add(socket);
    this.#waiting.add(socket);
    socket.once('close', () => this.#remove(socket));
  }

  /** Marks a connection as busy: its request is complete. */
  setBusy(socket: Socket): void {
    this.#waiting.delete(socket);
  }

  /** Marks a connection as waiting for its client. */
  setWaiting(socket: Socket): void {
    if (this.#open.has(socket)) this.#waiting.add(socket);
  }

  #remove(socket: Socket): void {
    this.#open.delete(socket);
    this.#waiting.delete(socket);
  }
}
