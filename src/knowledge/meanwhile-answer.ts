// A team member's own words that answer until a note does. Pure.
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Entry } from './entry.ts';
import { toEntryKey } from './entry-key.ts';
import { toSameWording } from './phrasings/parse-phrasings.ts';
import { toPlainText } from './to-plain-text.ts';

/** What the team released, as it stands in the state. */
export interface MeanwhileAnswer {
  readonly id: string;
  readonly question: string;
  /** Markdown. */
  readonly answer: string;
  /** Name of who wrote it, as plain text; empty where it is no longer known. */
  readonly by: string;
  /** When it was written, ISO 8601. */
  readonly writtenOn: string;
  /** The note that it belongs to: below the knowledge folder, whether or not there is one yet. */
  readonly note: string;
  /** Id of the entry in that note: of the one that it corrects, else the slug of its question. */
  readonly entryId: string;
  /** Where it stands in the place of an entry: what that answered, by `toAnswerPrint`; else null. */
  readonly corrects: string | null;
}

/** Names an answer by its words: 16 hexadecimal characters. */
export function toAnswerPrint(markdown: string): string {
  const words = toPlainText(markdown).replace(/\s+/g, ' ').trim();
  return bytesToHex(sha256(utf8ToBytes(words))).slice(0, 16);
}

/**
 * True where the notes have it by now, or say something newer: what was corrected reads differently, or the question that it was
 * exported for is there.
 */
export function isInNotes(answer: MeanwhileAnswer, entries: readonly Entry[], isExported: boolean): boolean {
  const key = toEntryKey(answer.note, answer.entryId);
  if (answer.corrects !== null) {
    const entry = entries.find((each) => each.key === key);
    return entry !== undefined && toAnswerPrint(entry.answer) !== answer.corrects;
  }
  const [same, print] = [toSameWording(answer.question), toAnswerPrint(answer.answer)];
  return entries.some(
    (entry) =>
      (entry.key === key || toSameWording(entry.question) === same) &&
      (isExported || toAnswerPrint(entry.answer) === print),
  );
}

/**
 * The entries of the notes with the team's words among them: a correction in the place of its entry, anything else behind them. What
 * the notes answer word for word needs none.
 */
export function addMeanwhile(entries: readonly Entry[], answers: readonly MeanwhileAnswer[]): readonly Entry[] {
  if (answers.length === 0) return entries;
  const corrections = new Map(
    answers
      .filter(({ corrects }) => corrects !== null)
      .map((answer) => [toEntryKey(answer.note, answer.entryId), answer]),
  );
  const corrected = entries.map((entry) => {
    const answer = corrections.get(entry.key);
    return answer === undefined ? entry : { ...entry, answer: answer.answer, url: null, meanwhile: toMark(answer) };
  });
  const asked = new Set(entries.map(({ question }) => toSameWording(question)));
  const keys = new Set(entries.map(({ key }) => key));
  const added = answers.flatMap((answer): readonly Entry[] => {
    const entry = toEntry(answer);
    if (answer.corrects !== null || keys.has(entry.key) || asked.has(toSameWording(entry.question))) return [];
    keys.add(entry.key);
    return [entry];
  });
  return [...corrected, ...added];
}

function toMark({ by, writtenOn }: MeanwhileAnswer): NonNullable<Entry['meanwhile']> {
  return { by, on: writtenOn };
}

/** Its key is the one that it will have once it stands in its note: what was learned for it stays. */
function toEntry(answer: MeanwhileAnswer): Entry {
  const { note, entryId: id, question } = answer;
  return {
    ...{ key: toEntryKey(note, id), note, id, question, anchor: null, url: null, answer: answer.answer, phrasings: [] },
    post: { note, title: '', date: null, authors: [], url: null, closed: false, deadline: null },
    meanwhile: toMark(answer),
  };
}
