// The index's thread: answers what its client asks. Edge.
import type { MessagePort } from 'node:worker_threads';
import type { IndexReply, IndexRequest } from './index-messages.ts';
import type { IndexListener, NotesIndex } from './notes-index.ts';

/** Who tells the client, over `port`, what it did not ask for. */
export function toListener(port: MessagePort): IndexListener {
  const say = (reply: IndexReply): void => port.postMessage(reply);
  return {
    onProgress: (done, total) => say({ kind: 'progress', done, total }),
    onSwap: (reading, entries) => say({ kind: 'swapped', reading, entries }),
    onFault: (error) => say({ kind: 'fault', problem: describe(error) }),
  };
}

/** Answers until it is told to close; then the thread ends by itself. */
export function serveIndex(index: NotesIndex, port: MessagePort): void {
  let stopWatching = async (): Promise<void> => {};
  port.on('message', (request: IndexRequest) => {
    if (request.kind === 'call') void answer(index, port, request);
    else if (request.kind === 'watch') stopWatching = index.watch(() => port.postMessage({ kind: 'changed' }));
    else void Promise.all([stopWatching(), index.close()]).finally(() => port.close());
  });
}

async function answer(
  index: NotesIndex,
  port: MessagePort,
  { id, call, given }: Extract<IndexRequest, { kind: 'call' }>,
): Promise<void> {
  try {
    const method = index[call] as (...given: unknown[]) => Promise<unknown>;
    const result = await method.apply(index, [...given]);
    port.postMessage({ kind: 'result', id, result } satisfies IndexReply);
  } catch (error) {
    port.postMessage({ kind: 'refused', id, problem: describe(error) } satisfies IndexReply);
  }
}

function describe(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
