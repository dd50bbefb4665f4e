// The index of the notes in this thread, spoken to as the one in a thread of its own is: to start a thread costs more than most tests.
import { EventEmitter } from 'node:events';
import { MessageChannel, type MessagePort } from 'node:worker_threads';
import type { Config } from '../../src/app/config.ts';
import { createNotesIndex } from '../../src/app/create-notes-index.ts';
import { IndexClient, type IndexThread } from '../../src/index/index-client.ts';
import { serveIndex, toListener } from '../../src/index/serve-index.ts';

class ThreadHere extends EventEmitter implements IndexThread {
  readonly #port: MessagePort;

  constructor(config: Config) {
    super();
    const { port1, port2 } = new MessageChannel();
    this.#port = port1;
    port1.on('message', (message) => this.emit('message', message));
    port1.on('close', () => this.emit('exit', 0));
    createNotesIndex(config, toListener(port2)).then(
      (index) => serveIndex(index, port2),
      (error: unknown) => this.emit('error', error),
    );
  }

  postMessage(message: unknown): void {
    this.#port.postMessage(message);
  }

  ref(): void {
    this.#port.ref();
  }

  unref(): void {
    this.#port.unref();
  }

  async terminate(): Promise<number> {
    this.#port.close();
    return 0;
  }
}

/** For a configuration without the bundled encoder. Who takes it closes it. */
export function openIndexHere(config: Config): IndexClient {
  return new IndexClient({ startWorker: () => new ThreadHere(config) });
}
