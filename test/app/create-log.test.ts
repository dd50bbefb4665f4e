// The log as a terminal shows it, and as anything else gets it.
import { expect, test } from 'vitest';
import { createLog } from '../../src/app/create-log.ts';

function collect(isTerminal: boolean) {
  const lines: string[] = [];
  const log = createLog({ level: 'debug', isTerminal, destination: { write: (line) => lines.push(line) } });
  return { log, lines };
}

test('a terminal gets lines that a person reads', () => {
  const { log, lines } = collect(true);
  log.info({ channel: 'C1', confidence: 0.5 }, 'Decided');
  log.debug('nothing more');
  expect(lines[0]).toMatch(/^\d\d:\d\d:\d\d info {2}Decided {2}channel=C1 {2}confidence=0\.5\n$/);
  expect(lines[1]).toMatch(/ debug nothing more\n$/);
});

test('an error comes with its trace, and nothing steers the terminal', () => {
  const { log, lines } = collect(true);
  log.error({ err: new Error('no \u001b[31mway'), name: 'a\u001b]0;b\u0007\nc' }, 'It failed');
  expect(lines.join('')).toMatch(/error It failed {2}name=a \]0;b {2}c\n {2}Error: no {1,2}\[31mway\n {6}at /);
  expect(lines.join('')).not.toMatch(/[^\P{Cc}\n]/u);
});

test('anything else gets JSON', () => {
  const { log, lines } = collect(false);
  log.warn({ channel: 'C1' }, 'Slow');
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({
    level: 40,
    channel: 'C1',
    msg: 'Slow',
    time: expect.stringContaining('T'),
  });
});
