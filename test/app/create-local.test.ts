// A start that is given up is undone.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { pino } from 'pino';
import { expect, it } from 'vitest';
import { parseConfig } from '../../src/app/config.ts';
import { createLocal } from '../../src/app/create-local.ts';
import { temporaryFolder } from '../files/temporary-folder.ts';
import { openIndexHere } from '../index/open-index-here.ts';

async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

it('given up while it starts, the local workspace closes its port again', async () => {
  const folder = await temporaryFolder({ 'notes/faq.md': '## Who?\n\nAll.' });
  const port = await findFreePort();
  const config = parseConfig({
    KNOWLEDGE_DIR: join(folder, 'notes'),
    STATE_DIR: join(folder, 'state'),
    ENCODER: 'off',
    PORT: String(port),
  });
  const ending = new AbortController();
  const starting = createLocal(config, pino({ level: 'silent' }), {
    index: openIndexHere(config),
    signal: ending.signal,
  });
  ending.abort();
  await expect(starting).rejects.toThrow('aborted');
  await expect(fetch(`http://127.0.0.1:${port}/`)).rejects.toThrow('fetch failed');
});
