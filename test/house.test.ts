// The rules of the house that neither compiler nor linter can see.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { parseConfig } from '../src/app/config.ts';
import { findShared } from './requirements.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const shared = findShared();

function filesBelow(folder: string, ending: RegExp): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .map((path) => join(folder, path))
    .filter((path) => ending.test(path))
    .sort();
}

const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');

describe('importing', () => {
  /** A worker's file is its program: what it does on import is to listen to its parent. */
  const isWorker = (path: string) => path.endsWith('-worker.js');
  /** The two doors: opening one is what they are for. */
  const isDoor = (path: string) => path === join('dist', 'main.js') || path === join('dist', 'cli.js');
  const isOurs = (path: string) =>
    !path.startsWith(join('dist', 'workspace', 'page')) && !path.startsWith(join('dist', 'bundle'));
  const modules = filesBelow('dist', /\.js$/).filter(isOurs);

  test('any file makes nothing happen: no output, nothing left open, no fault', { timeout: 120_000 }, () => {
    const script = `
      for (const path of JSON.parse(process.argv[1])) {
        try {
          await import(path);
        } catch (error) {
          console.log(path, error.message);
        }
        const open = process.getActiveResourcesInfo().filter((name) => !/^(?:PipeWrap|TTYWrap|Immediate|CloseReq)$/.test(name));
        if (open.length > 0) console.log(path, 'leaves open', open.join());
      }`;
    const paths = modules.filter((path) => !isWorker(path) && !isDoor(path)).map((path) => join(ROOT, path));
    expect(paths.length).toBeGreaterThan(100);
    const args = ['--input-type=module', '--eval', script, JSON.stringify(paths)];
    const { status, stdout, stderr } = spawnSync(process.execPath, args, {
      encoding: 'utf8',
      env: {},
      timeout: 100_000,
    });
    expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: '', stderr: '' });
  });
});

describe('each file', () => {
  const sources = filesBelow('src', /\.tsx?$/).filter((path) => !path.endsWith('.d.ts'));

  test('begins with a line that says its job', () => {
    const without = sources.filter((path) => !/^(?:#!.*\n)?\/\/ \S.{15,}/.test(read(path)));
    expect(without).toEqual([]);
  });
});

describe('documents', () => {
  const code = ['src', 'test', 'bench'].flatMap((folder) => filesBelow(folder, /\.(?:tsx?|mjs|css)$/));
  const texts = ['README.md', 'CONTRIBUTING.md', ...['docs', 'bench'].flatMap((folder) => filesBelow(folder, /\.md$/))];

  /** Names of documents outside quotation marks of code. */
  const findNamed = (text: string) =>
    [...text.replaceAll(/(`+)[^`]*\1/g, '').matchAll(/(?<![\w./-])[\w./-]+\.md\b/g)].map(([name]) => name);
  const isHere = (file: string, name: string) =>
    existsSync(join(ROOT, name)) || existsSync(join(ROOT, dirname(file), name));
  const findUnknown = (file: string, text: string) =>
    findNamed(text).flatMap((name) => (isHere(file, name) ? [] : [`${file}: ${name}`]));

  test('that a comment names are in the project', () => {
    const comments = (text: string) => text.match(/^\s*(?:\/\/|\/?\*).*$/gm)?.join('\n') ?? '';
    expect(code.flatMap((file) => findUnknown(file, comments(read(file))))).toEqual([]);
  });

  test('that another names are in the project', () => {
    expect(texts.flatMap((file) => findUnknown(file, read(file)))).toEqual([]);
  });

  test('would be missed', () => {
    expect(findUnknown('src/main.ts', '// At most five (product.md §3); see `role.md`.')).toEqual([
      'src/main.ts: product.md',
    ]);
  });
});

describe('.env.example', () => {
  const example = existsSync(join(ROOT, '.env.example')) ? read('.env.example') : '';
  const named = [...example.matchAll(/^#? ?([A-Z][A-Z0-9_]+)=/gm)].map(([, name]) => name ?? '');
  const known = [...read('src/app/config.ts').matchAll(/^ {2}([A-Z][A-Z0-9_]+): /gm)].map(([, name]) => name ?? '');

  test('lists exactly the variables of the configuration, each once', () => {
    expect(named.toSorted()).toEqual(known.toSorted());
  });

  test('explains each in a line above it', () => {
    const lines = example.split('\n');
    const bare = named.filter((name) => {
      const at = lines.findIndex((line) => line.replace(/^# ?/, '').startsWith(`${name}=`));
      return !/^# (?![A-Z][A-Z0-9_]+=)\S/.test(lines[at - 1] ?? '');
    });
    expect(bare).toEqual([]);
  });

  test('gives examples that are valid', () => {
    const values = Object.fromEntries(
      [...example.matchAll(/^#? ?([A-Z][A-Z0-9_]+)=(.*)$/gm)].map(([, name, value]) => [name, value]),
    );
    expect(() => parseConfig(values)).not.toThrow();
  });
});

describe('manifest.yml', () => {
  const manifest = parse(read('manifest.yml'));
  const scopes: readonly string[] = manifest.oauth_config.scopes.bot;
  const events: readonly string[] = manifest.settings.event_subscriptions.bot_events;

  /** Scopes of which an event needs one; none for those that need nothing. */
  const scopesOfEvents: Readonly<Record<string, readonly string[]>> = {
    app_home_opened: [],
    app_mention: ['app_mentions:read'],
    app_uninstalled: [],
    channel_archive: ['channels:read'],
    channel_id_changed: ['channels:read', 'groups:read'],
    link_shared: ['links:read'],
    member_joined_channel: ['channels:read', 'groups:read'],
    member_left_channel: ['channels:read', 'groups:read'],
    'message.channels': ['channels:history'],
    'message.groups': ['groups:history'],
    'message.im': ['im:history'],
    'message.mpim': ['mpim:history'],
    reaction_added: ['reactions:read'],
    tokens_revoked: [],
  };

  test.runIf(shared !== null)("is valid by Slack's schema", () => {
    const schema = JSON.parse(readFileSync(join(String(shared), 'slack', 'manifest.schema.json'), 'utf8'));
    const ajv = new Ajv({ strict: false, allErrors: true, formats: { uri: true } });
    ajv.validate(schema, manifest);
    expect(ajv.errors ?? []).toEqual([]);
  });

  test('has a scope for every event that it subscribes to', () => {
    const without = events.filter((event) => {
      const needed = scopesOfEvents[event];
      return needed === undefined || (needed.length > 0 && !needed.some((scope) => scopes.includes(scope)));
    });
    expect(without).toEqual([]);
  });

  test.runIf(shared !== null)('asks for scopes that Slack knows, each once, in order', () => {
    const methods: Record<string, { scope: { bot?: string[] } }> = JSON.parse(
      readFileSync(join(String(shared), 'slack', 'slack-methods.subset.json'), 'utf8'),
    );
    const fromMethods = Object.values(methods).flatMap(({ scope }) => scope.bot ?? []);
    const known = new Set([...fromMethods, ...Object.values(scopesOfEvents).flat(), 'commands']);
    expect(scopes.filter((scope) => !known.has(scope))).toEqual([]);
    expect(scopes).toEqual([...new Set(scopes)].toSorted());
  });

  test('asks for no scope that nothing uses', () => {
    const used = new Set(events.flatMap((event) => scopesOfEvents[event] ?? []));
    const byMethods = [
      'chat:write',
      'commands',
      'channels:read',
      'groups:read',
      'im:read',
      'im:write',
      'links:write',
      'reactions:write',
      'users:read',
    ];
    expect(scopes.filter((scope) => !used.has(scope) && !byMethods.includes(scope))).toEqual([]);
  });

  test('offers the command that the configuration expects, in Socket Mode, with interactivity', () => {
    expect(manifest.features.slash_commands.map(({ command }: { command: string }) => command)).toEqual([
      parseConfig({}).SLASH_COMMAND,
    ]);
    expect(manifest.settings).toMatchObject({ socket_mode_enabled: true, interactivity: { is_enabled: true } });
    expect(manifest.display_information.background_color).toMatch(/^#[0-9a-f]{6}$/i);
    expect(manifest.features.assistant_view).toBeUndefined();
  });
});
