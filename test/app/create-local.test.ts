// A start that is given up is undone.
import { join } from 'node:path';
import { pino } from 'pino';
import { expect, it } from 'vitest';
import { parseConfig } from '../../src/app/config.ts';
import { createLocal } from '../../src/app/create-local.ts';
import { temporaryFolder } from '../files/temporary-folder.ts';
import { freePort } from '../free-port.ts';
import { openIndexHere } from '../index/open-index-here.ts';

it('given up while it starts, the local workspace closes its port again', async () => {
  const folder = await temporaryFolder({ 'notes/faq.md': '## Who?\n\nAll.' });
  const port = await freePort();
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
