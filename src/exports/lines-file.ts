// A text file with a message a line, or JSON lines {"text": …}. Edge.
import { createReadStream } from 'node:fs';
import type { ChatExport, ExportedMessage } from '../use-cases/rehearse/chat-export.ts';
import type { ExportLimits } from './export-limits.ts';

/** Nothing is read before `read`. */
export function openLines(path: string, bytes: number, limits: ExportLimits): ChatExport {
  const notices: string[] = [];
  return {
    channels: [],
    privateChannels: [],
    people: [],
    nameOf: () => null,
    size: Math.ceil(bytes / 1024),
    unit: 'kB',
    findPeople: (names) => ({ ids: new Set(), unknown: names }),
    read: (onRead = () => {}) => readLines(path, limits, { notices, onRead }),
    notices,
    close: async () => {},
  };
}

interface Hearing {
  readonly notices: string[];
  readonly onRead: (done: number) => void;
}

async function* readLines(
  path: string,
  limits: ExportLimits,
  { notices, onRead }: Hearing,
): AsyncGenerator<ExportedMessage> {
  let [long, characters] = [0, 0];
  for await (const line of splitLines(path, limits.lineCharacters)) {
    characters += (line?.length ?? 0) + 1;
    onRead(Math.floor(characters / 1024));
    if (line === null) long += 1;
    const text = line === null ? '' : toText(line.replace(/^\uFEFF/, ''));
    if (text.trim() !== '') yield { channel: null, user: null, ts: null, threadTs: null, isBroadcast: false, text };
  }
  if (long > 0) notices.push(`Lines of more than ${limits.lineCharacters} characters are left out: ${long}.`);
}

/** Null stands for a line that is too long: it is never held as a whole. */
async function* splitLines(path: string, most: number): AsyncGenerator<string | null> {
  let [rest, isLong] = ['', false];
  for await (const chunk of createReadStream(path, 'utf8')) {
    const lines = String(chunk).split('\n');
    for (const [at, piece] of lines.entries()) {
      if (!isLong) rest += piece;
      if (rest.length > most) [rest, isLong] = ['', true];
      if (at === lines.length - 1) continue;
      yield isLong ? null : rest.replace(/\r$/, '');
      [rest, isLong] = ['', false];
    }
  }
  if (isLong || rest !== '') yield isLong ? null : rest;
}

/** A line may be a JSON object with a text, as `rolecall ask --batch` takes them. */
function toText(line: string): string {
  if (!line.startsWith('{"')) return line;
  try {
    const { text }: { text?: unknown } = JSON.parse(line);
    return typeof text === 'string' ? text : line;
  } catch {
    return line;
  }
}
