// What is kept of many notes grows with their number, not with its square.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';
import { NoteReader } from '../../src/files/note-reader.ts';
import { parseHead } from '../../src/knowledge/front-matter/parse-head.ts';
import { toAddressTable } from '../../src/knowledge/parse-notes.ts';
import { toSite } from '../../src/sites/site.ts';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

function countBytes(): number {
  collect();
  return process.memoryUsage().heapUsed;
}

/** Bytes that a reader of so many notes keeps of each. */
function weigh(count: number): number {
  const site = toSite({ url: 'https://example.org/' });
  const placed = { site, folder: '/notes', isLeftOut: () => false };
  const notes = Array.from({ length: count }, (_, at) =>
    parseHead(`handbook/tool-${at}.md`, `## Who brings tool ${at}?\n\nIts owner: see [the next](tool-${at + 1}.md).`),
  );
  const addresses = toAddressTable(notes, site);
  const reader = new NoteReader();
  const before = countBytes();
  reader.begin(true);
  for (const note of notes) reader.read(note, null, placed, addresses, '/notes');
  reader.end();
  const bytes = (countBytes() - before) / count;
  reader.begin(true);
  expect(notes.every((note) => !reader.read(note, null, placed, addresses, '/notes').isNew)).toBe(true);
  return bytes;
}

it('keeps as much of each of 800 notes as of each of 200', () => {
  weigh(50);
  const [few, many] = [weigh(200), weigh(800)];
  expect(many / few).toBeLessThan(1.5);
}, 120_000);
