// Which room of src/ may import which: dependencies point one way, down.
import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { readImports } from './read-imports.ts';

/**
 * The house from the ground up. A room imports from itself and from the floors below it, never from its own floor or above.
 * `pure`: no files, no network, no clock, so nothing of Node. `apart`: nothing of the bot, neither its rooms nor its Slack client.
 */
const floors = [
  { rooms: ['sites'], rule: 'pure' },
  { rooms: ['knowledge'], rule: 'pure' },
  { rooms: ['search'], rule: 'pure' },
  { rooms: ['answer', 'quality'], rule: 'pure' },
  { rooms: ['office-hours'], rule: 'pure' },
  { rooms: ['use-cases'], rule: null },
  { rooms: ['endpoints'], rule: 'pure' },
  { rooms: ['drafting', 'encoder', 'exports', 'files', 'health', 'index', 'mcp', 'slack', 'store'], rule: null },
  { rooms: ['workspace'], rule: 'apart' },
  { rooms: ['app'], rule: null },
  { rooms: ['main.ts', 'cli.ts'], rule: 'only app' },
] as const;

const slackClient = /^@slack\/(?!types$)/;

interface Source {
  readonly path: string;
  readonly text: string;
}

/** One sentence for each import that breaks a rule, with file and line. */
function findBroken(sources: readonly Source[]): readonly string[] {
  return sources.flatMap(({ path, text }) =>
    readImports(path, text).flatMap(({ specifier, line }) => {
      const problem = judge(path, specifier);
      return problem === null ? [] : [`${path}:${line} imports ${specifier}: ${problem}`];
    }),
  );
}

function judge(path: string, specifier: string): string | null {
  const room = toRoom(path);
  const height = toHeight(room);
  const rule = floors[height]?.rule;
  if (rule === undefined) return `${room} stands on no floor of the house`;
  if (!specifier.startsWith('.')) return judgePackage(room, rule, specifier);
  const target = toRoom(posix.join(posix.dirname(path), specifier));
  if (target === room) return null;
  if (rule === 'apart') return `${room} knows nothing of the bot`;
  if (rule === 'only app' && target !== 'app') return `${room} only calls into app`;
  if (toHeight(target) < 0) return `${target} stands on no floor of the house`;
  return toHeight(target) < height ? null : `${room} does not stand above ${target}`;
}

function judgePackage(room: string, rule: (typeof floors)[number]['rule'], specifier: string): string | null {
  if (rule === 'pure' && specifier.startsWith('node:')) return `${room} is pure`;
  if (rule === 'apart' && slackClient.test(specifier)) return `${room} knows nothing of the bot`;
  return null;
}

/** `src/search/match.ts` is in `search`, `src/main.ts` in itself. */
function toRoom(path: string): string {
  return path.split('/')[1] ?? path;
}

function toHeight(room: string): number {
  return floors.findIndex(({ rooms }) => rooms.some((name) => name === room));
}

describe('the arrows', () => {
  const root = fileURLToPath(new URL('..', import.meta.url));
  const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => ({ path: posix.join('src', path), text: readFileSync(join(root, 'src', path), 'utf8') }));

  test('all point down', () => {
    expect(sources.length).toBeGreaterThan(300);
    expect(findBroken(sources)).toEqual([]);
  });

  test.each([
    ['src/search/a.ts', "import { decide } from '../answer/decide.ts';", 'search does not stand above answer'],
    [
      'src/search/b/a.ts',
      "import type { Decision } from '../../answer/decision.ts';",
      'search does not stand above answer',
    ],
    ['src/search/a.ts', "import { type Decision } from '../answer/decision.ts';", 'search does not stand above answer'],
    ['src/search/a.ts', "export type { Decision } from '../answer/decision.ts';", 'search does not stand above answer'],
    ['src/search/a.ts', "export * from '../answer/decision.ts';", 'search does not stand above answer'],
    ['src/search/a.ts', "await import('../answer/decide.ts');", 'search does not stand above answer'],
    ['src/search/a.ts', "type D = import('../answer/decision.ts').Decision;", 'search does not stand above answer'],
    ['src/answer/a.ts', "import { examineNotes } from '../quality/doctor.ts';", 'answer does not stand above quality'],
    ['src/slack/a.ts', "import { createStores } from '../store/create-stores.ts';", 'slack does not stand above store'],
    ['src/slack/a.ts', "import type { Config } from '../app/config.ts';", 'slack does not stand above app'],
    ['src/knowledge/a.ts', "import { readFile } from 'node:fs/promises';", 'knowledge is pure'],
    [
      'src/workspace/a/b.ts',
      "import type { Entry } from '../../knowledge/entry.ts';",
      'workspace knows nothing of the bot',
    ],
    ['src/workspace/a/b.ts', "import { WebClient } from '@slack/web-api';", 'workspace knows nothing of the bot'],
    ['src/main.ts', "import { parseNote } from './knowledge/parse-note.ts';", 'main.ts only calls into app'],
    ['src/app/a.ts', "import '../main.ts';", 'app does not stand above main.ts'],
    ['src/app/a.ts', "import { helper } from '../utils/helper.ts';", 'utils stands on no floor of the house'],
    ['src/utils/a.ts', "import { z } from 'zod';", 'utils stands on no floor of the house'],
  ])('planted in %s, %s is found', (path, planted, problem) => {
    const specifier = /'([^']+)'/.exec(planted)?.[1];
    expect(findBroken([{ path, text: `// Planted.\n${planted}\n` }])).toEqual([
      `${path}:2 imports ${specifier}: ${problem}`,
    ]);
  });

  test('may lead to rooms below, within the room, and to packages', () => {
    const text =
      "import { z } from 'zod';\nimport '../search/match.ts';\nimport './decide.ts';\n// from '../slack/bot.ts'\n";
    expect(findBroken([{ path: 'src/answer/a.ts', text }])).toEqual([]);
  });
});
