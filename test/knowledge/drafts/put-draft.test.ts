// Draft entries put into notes: what else stands there stays, byte for byte.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { addEntry, replaceAnswer, toNewNote } from '../../../src/knowledge/drafts/put-draft.ts';
import { toPatch } from '../../../src/knowledge/drafts/to-patch.ts';

const NOTE = `---
title: The light
---

# The light

Before all.

## How high is it?

Thirty metres.

### Further information

With the mast.

<a id="who"></a>

## Who paints it?

The *crew*.
`;
const lineOf = (text: string, what: string) => text.split('\n').indexOf(what) + 1;
const replace = (text: string, heading: string, answer: string, others: readonly number[] = []) =>
  replaceAnswer(text, { line: lineOf(text, heading), others, answer });

describe('an answer', () => {
  test('is replaced down to the next heading, whose anchor stays', () => {
    const after = replace(NOTE, '## How high is it?', 'Forty.\n\n- in all');
    expect(after).toBe(
      NOTE.replace('Thirty metres.\n\n### Further information\n\nWith the mast.\n', 'Forty.\n\n- in all\n'),
    );
  });

  test('is replaced at the end of the note', () => {
    expect(replace(NOTE, '## Who paints it?', 'Nobody.')).toBe(NOTE.replace('The *crew*.', 'Nobody.'));
  });

  test('leaves a question of its own below it', () => {
    const after = replace(NOTE, '## How high is it?', 'Forty.', [lineOf(NOTE, '### Further information')]);
    expect(after).toBe(NOTE.replace('Thirty metres.', 'Forty.'));
  });

  test('keeps the line ends of its note', () => {
    const windows = NOTE.replaceAll('\n', '\r\n');
    expect(replaceAnswer(windows, { line: lineOf(NOTE, '## Who paints it?'), others: [], answer: 'A.\nB.' })).toBe(
      NOTE.replace('The *crew*.', 'A.\nB.').replaceAll('\n', '\r\n'),
    );
  });

  test('is not put where no heading stands', () => {
    expect(replace(NOTE, 'Thirty metres.', 'Forty.')).toBeNull();
  });
});

test('a new entry stands at the end, as deep as the others', () => {
  expect(addEntry(NOTE, { question: 'Is it {new} #1?', answer: 'Yes.' })).toBe(
    `${NOTE}\n## Is it \\{new} #1?\n\nYes.\n`,
  );
  const first = toNewNote({ title: 'A "note"', date: '2026-05-01', authors: ['Ada'] });
  expect(addEntry(first, { question: 'Why?', answer: 'So.' })).toBe(
    '---\ntitle: "A \\"note\\""\ndate: 2026-05-01\nauthors: ["Ada"]\nfaq: true\n---\n\n## Why?\n\nSo.\n',
  );
});

test.each([
  ['docs/a note.md', NOTE, NOTE.replace('Thirty', 'Forty')],
  ['new.md', null, 'one\ntwo\n'],
  ['end.md', 'one\ntwo', 'one\ntwo\nthree\n'],
  ['start.md', 'one\n', 'zero\none'],
  ['blank.md', 'a\n\n\n\nb\n\n\n\n', 'a\n\n\n\nc\n\n\n\n'],
  ['windows.md', 'a\r\nb\r\n', 'a\r\nc\r\nb\r\n'],
  ['empty.md', '', 'a\n'],
])('git takes the patch of %s', (path, before, after) => {
  const folder = mkdtempSync(join(tmpdir(), 'rolecall-patch-'));
  try {
    execFileSync('git', ['init', '-q'], { cwd: folder });
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    if (before !== null) writeFileSync(join(folder, path), before);
    execFileSync('git', ['apply', '-'], { cwd: folder, input: toPatch(path, before, after) });
    expect(readFileSync(join(folder, path), 'utf8')).toBe(after);
    expect(toPatch(path, after, after)).toBe('');
  } finally {
    rmSync(folder, { recursive: true });
  }
});
