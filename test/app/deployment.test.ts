// What an operator is given to run the bot: the image, the services, the dashboard. Without Docker or Grafana, as far as that goes.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { parseConfig } from '../../src/app/config.ts';
import { startForTest } from '../bot/running-bot.ts';
import { makeFolder, NOTES, ROOT, runCommand } from './run-program.ts';

const readText = (name: string) => readFileSync(join(ROOT, name), 'utf8');

describe('the image', () => {
  const lines = readText('Dockerfile').split('\n');
  const last = lines.slice(lines.findLastIndex((line) => line.startsWith('FROM ')));
  const toWords = (instruction: string): readonly [string, ...string[]] => {
    const line = last.find((one) => one.startsWith(instruction)) ?? '';
    return JSON.parse(line.slice(line.indexOf('[')));
  };

  test('runs from the files that it holds, without root, and its health check tells', async () => {
    const app = join(makeFolder(), 'app');
    for (const [, from = '', to = ''] of last.join('\n').matchAll(/^COPY --from=build (\S+(?: \/app\S+)*) (\S+)$/gm))
      for (const file of from.split(' ')) {
        const source = file.replace('/app', ROOT.replace(/\/$/, ''));
        const target = to.startsWith('/')
          ? join(app, '..', to)
          : join(app, to === './' ? (source.split('/').at(-1) ?? '') : to);
        mkdirSync(dirname(target), { recursive: true });
        if (to === 'node_modules') symlinkSync(source, target);
        else cpSync(source, target, { recursive: true });
      }
    const [, ...args] = toWords('CMD');
    const program = runCommand([process.execPath, ...args], {
      cwd: app,
      env: { KNOWLEDGE_DIR: NOTES, LOG_LEVEL: 'warn' },
    });
    const [, port = ''] = await program.until(/127\.0\.0\.1:(\d+)/);
    const [, ...check] = toWords('HEALTHCHECK');
    const health = (where: string) => spawnSync(process.execPath, check, { env: { PORT: where } }).status;
    expect([health(port), health('1')]).toEqual([0, 1]);
    expect(last).toContain('USER node');
    expect(last.findIndex((line) => line.startsWith('USER'))).toBeGreaterThan(
      last.findIndex((line) => line.startsWith('RUN')),
    );
  });

  test('is built from what .dockerignore lets through', () => {
    const letThrough = new Set(
      readText('.dockerignore')
        .split('\n')
        .filter((line) => line.startsWith('!'))
        .map((line) => line.slice(1)),
    );
    const copied = lines.filter((line) => /^COPY (?!--)/.test(line)).flatMap((line) => line.split(' ').slice(1, -1));
    expect(copied.filter((file) => !letThrough.has(file))).toEqual([]);
  });
});

test('the services have the settings that the program knows, and wait for the database', () => {
  const { services } = parse(readText('compose.yaml'));
  const url = services.rolecall.environment.DATABASE_URL.replace(/\$\{[^}]+\}/, 'secret');
  expect(parseConfig({ DATABASE_URL: url }).DATABASE_URL).toBe('postgres://rolecall:secret@database/rolecall');
  expect(services.rolecall.depends_on.database.condition).toBe('service_healthy');
  expect(services.database.healthcheck.test.join()).toContain('pg_isready');
});

describe('the dashboard', () => {
  const dashboard = JSON.parse(readText('docs/grafana-dashboard.json'));

  test('asks only for figures that the program gives', async () => {
    const { bot } = await startForTest({ bot: { port: 0 } });
    const figures = await (await fetch(`http://127.0.0.1:${bot.port}/metrics`)).text();
    const given = new Set([...figures.matchAll(/^# TYPE (\S+)/gm)].map(([, name]) => name));
    const queries: string[] = dashboard.panels.flatMap(({ targets }: { targets: { expr: string }[] }) =>
      targets.map(({ expr }) => expr),
    );
    const asked = queries.flatMap((expr) => expr.match(/\b(?:rolecall|process|nodejs)_\w+/g) ?? []);
    expect(asked.filter((name) => !given.has(name.replace(/_bucket$/, '')))).toEqual([]);
    expect(
      [...given].filter(
        (name) => name?.startsWith('rolecall_') && name !== 'rolecall_notes' && !queries.join().includes(name),
      ),
    ).toEqual([]);
  });

  test('has the shape that Grafana loads: panels with an id and a place of their own, over a chosen source', () => {
    expect(dashboard).toMatchObject({ uid: 'rolecall', title: 'Rolecall', schemaVersion: expect.any(Number) });
    const places = new Set<string>();
    for (const { id, type, gridPos, targets, datasource } of dashboard.panels) {
      expect(['stat', 'timeseries']).toContain(type);
      expect(datasource).toEqual({ type: 'prometheus', uid: '$' + '{source}' });
      expect(targets.length).toBeGreaterThan(0);
      expect(gridPos.x + gridPos.w).toBeLessThanOrEqual(24);
      for (let x = gridPos.x; x < gridPos.x + gridPos.w; x += 1)
        for (let y = gridPos.y; y < gridPos.y + gridPos.h; y += 1) {
          expect(places).not.toContain(`${x} ${y}`);
          places.add(`${x} ${y}`);
        }
      expect(id).toBeGreaterThan(0);
    }
    const names = dashboard.templating.list.map(({ name }: { name: string }) => name);
    expect(names).toEqual(['source', 'job']);
  });
});
