// The real bot in the real local workspace, as `npm start` wires them, on notes that a test may change.
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import { onTestFinished } from 'vitest';
import { parseConfig } from '../../../../src/app/config.ts';
import { createLocal } from '../../../../src/app/create-local.ts';
import type { LocalWorkspace } from '../../../../src/workspace/server/local-workspace.ts';
import { openIndexHere } from '../../../index/open-index-here.ts';
import { withPage } from './open-page.ts';

const NOTES = {
  shipped: fileURLToPath(new URL('../../../../knowledge', import.meta.url)),
  lighthouse: fileURLToPath(new URL('../../../fixtures/bot/notes', import.meta.url)),
};

export interface Rolecall {
  readonly workspace: LocalWorkspace;
  /** The folder of the notes: a copy. */
  readonly notes: string;
  /** The file of the state. */
  readonly databasePath: string;
}

/** For one test. What it shows needs no reading by meaning: without the encoder it starts and learns at once. */
export async function startRolecall(
  notes: keyof typeof NOTES,
  env: Readonly<Record<string, string>> = {},
): Promise<Rolecall> {
  const folder = mkdtempSync(join(tmpdir(), 'rolecall-page-'));
  const copy = join(folder, 'notes');
  cpSync(NOTES[notes], copy, { recursive: true });
  const config = parseConfig({ KNOWLEDGE_DIR: copy, STATE_DIR: join(folder, 'state'), ENCODER: 'off', ...env });
  const overrides = { ...(await withPage()), rateLimits: 'off' } as const;
  const databasePath = join(folder, 'state.sqlite');
  const run = await createLocal(config, pino({ level: 'silent' }), {
    ...{ workspace: overrides, database: databasePath, index: openIndexHere(config) },
  });
  onTestFinished(async () => {
    await run.stop();
    rmSync(folder, { recursive: true, force: true });
  });
  return { workspace: run.workspace, notes: copy, databasePath };
}
