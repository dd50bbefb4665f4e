// The worker that reads the knowledge folder, so that parsing never holds up an answer. Edge.
import { setImmediate as nextTurn } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { KnowledgeFolder } from './knowledge-folder.ts';
import type { KnowledgeReply, KnowledgeRequest, KnowledgeWorkerData } from './knowledge-messages.ts';

/** Entries handed over at once: some milliseconds of copying on the other side. */
const entriesPerMessage = 50;

function send(reply: KnowledgeReply): void {
  parentPort?.postMessage(reply);
}

async function sendKnowledge(folder: KnowledgeFolder): Promise<void> {
  const { entries, ...rest } = await folder.read();
  for (let start = 0; start < entries.length; start += entriesPerMessage) {
    send({ kind: 'entries', entries: entries.slice(start, start + entriesPerMessage) });
    await nextTurn();
  }
  send({ kind: 'knowledge', knowledge: rest, site: folder.site() });
}

/** Answers requests one after the other. */
function serve({ folder: path, site }: KnowledgeWorkerData): void {
  let now = 0;
  const folder = new KnowledgeFolder({ folder: path, site, now: () => now });
  let last: Promise<void> = Promise.resolve();
  const answer = async (request: Exclude<KnowledgeRequest, { kind: 'close' }>): Promise<void> => {
    try {
      if (request.kind === 'hasChanged') send({ kind: 'hasChanged', hasChanged: await folder.hasChanged() });
      else {
        now = request.now;
        await sendKnowledge(folder);
      }
    } catch (error) {
      send({ kind: 'failed', problem: error instanceof Error ? error.message : String(error) });
    }
  };
  parentPort?.on('message', (request: KnowledgeRequest) => {
    last = last.then(() => (request.kind === 'close' ? parentPort?.close() : answer(request)));
  });
}

function isOurs(data: unknown): data is KnowledgeWorkerData {
  return typeof data === 'object' && data !== null && 'worker' in data && data.worker === 'knowledge';
}

if (parentPort !== null && isOurs(workerData)) serve(workerData);
