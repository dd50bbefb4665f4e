// The log: JSON, one object a line, for whatever collects it; readable lines where a person looks on. Edge.
import { type DestinationStream, type Logger, pino, stdTimeFunctions } from 'pino';

export interface LogOptions {
  readonly level: string;
  /** True where a terminal shows it. */
  readonly isTerminal: boolean;
  readonly destination: DestinationStream;
}

export function createLog({ level, isTerminal, destination }: LogOptions): Logger {
  const readable = { write: (line: string) => destination.write(toReadable(line)) };
  return pino({ level, base: null, timestamp: stdTimeFunctions.isoTime }, isTerminal ? readable : destination);
}

/** `20:25:03 warn  Slack cannot be reached  attempt=2`: the time, how serious it is, what happened, and what it is about. Pure. */
export function toReadable(line: string): string {
  const { time, level, msg, err, ...about } = JSON.parse(line);
  const pairs = Object.entries(about).map(([name, value]) => `${name}=${toText(value)}`);
  const label = (pino.levels.labels[level] ?? String(level)).padEnd(5);
  const head = [String(time).slice(11, 19), label, [toText(msg ?? ''), ...pairs].join('  ')].join(' ');
  const trace = typeof err?.stack === 'string' ? `\n  ${withoutControls(err.stack).replaceAll('\n', '\n  ')}` : '';
  return `${head}${trace}\n`;
}

/** What comes from elsewhere must not steer the terminal. */
function withoutControls(text: string): string {
  return text.replace(/[^\P{Cc}\n]/gu, ' ');
}

function toText(value: unknown): string {
  return withoutControls(typeof value === 'string' ? value : JSON.stringify(value)).replaceAll('\n', ' ');
}
