// Bolt's log lines in the program's own log. Edge.
import type { Logger as BoltLogger, LogLevel } from '@slack/bolt';
import type { Logger as Pino } from 'pino';

/** Bolt's and the Web API client's lines go into `log`; their debug output, which may hold message texts, goes nowhere. */
export function toBoltLogger(log: Pino): BoltLogger {
  const write =
    (level: 'info' | 'warn' | 'error') =>
    (...lines: readonly unknown[]) =>
      log[level](lines.map(toLine).join(' '));
  return {
    debug: () => {},
    info: () => {},
    warn: write('warn'),
    error: write('error'),
    setLevel: () => {},
    getLevel: () => 'info' as LogLevel,
    setName: () => {},
  };
}

function toLine(value: unknown): string {
  return value instanceof Error ? value.message : String(value);
}
