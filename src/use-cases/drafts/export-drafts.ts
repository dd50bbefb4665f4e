// What the team took of its own words becomes a change to the notes, for review in git.
import { addEntry, replaceAnswer, toNewNote } from '../../knowledge/drafts/put-draft.ts';
import { toEntryKey } from '../../knowledge/entry-key.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import { toAnswerPrint } from '../../knowledge/meanwhile-answer.ts';
import { toPhrasingsPath } from '../../knowledge/note-source.ts';
import { parseNotes } from '../../knowledge/parse-notes.ts';
import { toSameWording } from '../../knowledge/phrasings/parse-phrasings.ts';
import { noteExtension } from '../../sites/content-path.ts';
import { toSite } from '../../sites/site.ts';
import type { Clock } from '../interfaces/clock.ts';
import type { DraftEntry, DraftStore } from './draft-store.ts';
import { planWordings } from './export-wordings.ts';

/** The notes on disk, by their paths below the knowledge folder. */
export interface NoteFiles {
  /** The path under which a note is kept: the one note itself where KNOWLEDGE_DIR is one. */
  locate(note: string): string;
  /** Null where there is none. */
  read(note: string): Promise<string | null>;
  write(note: string, text: string): Promise<void>;
}

export interface DraftExportDependencies {
  readonly drafts: Pick<DraftStore, 'listToExport' | 'markExported'>;
  /** As the notes lie on disk. */
  readonly knowledge: Knowledge;
  readonly files: NoteFiles;
  readonly clock: Clock;
}

/** A note before (null: it was not there) and after. */
export interface NoteChange {
  readonly file: string;
  readonly before: string | null;
  readonly after: string;
  /** Questions that are new in it, and those whose answer was replaced. */
  readonly added: readonly string[];
  readonly corrected: readonly string[];
  /** How many dates of a review moved on in it. */
  readonly renewed?: number;
  /** How many phrasings are new in it: then it is the file of those. */
  readonly wordings?: number;
}

export interface DraftExport {
  readonly changes: readonly NoteChange[];
  /** What could not be put in its place; it is tried again the next time. */
  readonly faults: readonly { readonly file: string; readonly question: string; readonly problem: string }[];
}

const ownTitle = 'Answers from Slack';

/**
 * With `writes` the notes are changed and the drafts are done; else only what would change is told. Rejects where a note cannot be read
 * or written.
 */
export async function exportDrafts(
  dependencies: DraftExportDependencies,
  { writes }: { readonly writes: boolean },
): Promise<DraftExport> {
  const { drafts, files, clock } = dependencies;
  const waiting = await drafts.listToExport();
  const changes: NoteChange[] = [];
  const faults: { file: string; question: string; problem: string }[] = [];
  for (const file of new Set(waiting.map(({ note }) => files.locate(note)))) {
    const own = waiting.filter(({ note }) => files.locate(note) === file);
    const before = await files.read(file);
    const change = {
      file,
      before,
      after: before ?? toFirst(own, clock),
      added: [] as string[],
      corrected: [] as string[],
    };
    const done: DraftEntry[] = [];
    for (const draft of own) {
      // A patch was applied, or an earlier run broke off: it stands there.
      if (hasEntry(change.after, file, draft)) {
        done.push(draft);
        continue;
      }
      const put = putDraft(dependencies.knowledge, change.after, { draft, file });
      if (put.problem !== null) faults.push({ file, question: draft.question, problem: put.problem });
      else {
        change.after = put.text;
        (draft.corrects === null ? change.added : change.corrected).push(draft.question);
        done.push(draft);
      }
    }
    if (done.length === 0) continue;
    const hasChanged = change.added.length + change.corrected.length > 0;
    const phrasings = await toPhrasings(dependencies, { file, text: change.after, done });
    if (typeof phrasings === 'string') faults.push({ file: toPhrasingsPath(file), question: '', problem: phrasings });
    const changed = [...(hasChanged ? [change] : []), ...(typeof phrasings === 'string' ? [] : phrasings)];
    changes.push(...changed);
    if (!writes) continue;
    for (const each of changed) await files.write(each.file, each.after);
    await drafts.markExported(
      done.map(({ id }) => id),
      clock.now(),
    );
  }
  return { changes, faults };
}

/** The words that people used, beside the note; what is wrong with the file that is there leaves them out. */
async function toPhrasings(
  dependencies: DraftExportDependencies,
  { file, text, done }: { readonly file: string; readonly text: string; readonly done: readonly DraftEntry[] },
): Promise<readonly NoteChange[] | string> {
  const note = read(text, file);
  const found = done.flatMap((draft) => {
    const same = toSameWording(draft.question);
    const entry = note.entries.find(({ question }) => toSameWording(question) === same);
    return entry === undefined ? [] : [{ draft, entryKey: entry.key }];
  });
  try {
    const change = await planWordings(dependencies, { file, note, drafts: found });
    return change === null ? [] : [change];
  } catch (error) {
    if (error instanceof Error) return error.message;
    throw error;
  }
}

function toFirst(drafts: readonly DraftEntry[], clock: Clock): string {
  const authors = [...new Set(drafts.map(({ authorName }) => authorName).filter((name) => name !== ''))];
  return toNewNote({ title: ownTitle, date: new Date(clock.now()).toISOString().slice(0, 10), authors });
}

type Put = { readonly problem: null; readonly text: string } | { readonly problem: string };

/** What comes out is read again: only what a reader of the note would get counts as put in place. */
function putDraft(
  knowledge: Knowledge,
  text: string,
  { draft, file }: { readonly draft: DraftEntry; readonly file: string },
): Put {
  if (file.split('/').includes('..') || !noteExtension.test(file)) return { problem: 'This is no Markdown file.' };
  const { entries, lines = new Map<string, number>() } = read(text, file);
  const put = (after: string | null, more: number, otherwise: string): Put =>
    after !== null && hasEntry(after, file, draft) && read(after, file).entries.length === entries.length + more
      ? { problem: null, text: after }
      : { problem: otherwise };
  if (draft.corrects === null)
    return put(addEntry(text, draft), 1, 'At the end of this note it would not be read as a question of its own.');
  const entry = knowledge.entries.find(({ key }) => key === toEntryKey(draft.note, draft.entryId ?? ''));
  if (entry === undefined || toAnswerPrint(entry.answer) !== draft.corrects)
    return { problem: 'The note says something else by now, or no longer has this question.' };
  const [own, ...namesakes] = entries.filter(({ question }) => question === entry.question);
  const line = namesakes.length > 0 ? undefined : lines.get(own?.key ?? '');
  const others = [...lines.values()].filter((each) => each !== line);
  const after = line === undefined ? null : replaceAnswer(text, { line, others, answer: draft.answer });
  return put(after, 0, 'Its question is no heading of its own there, so that the answer has to be put in by hand.');
}

/** Anchors are another matter: entries are told apart by their questions here. */
function read(text: string, file: string): Knowledge {
  return parseNotes([{ note: file, text, phrasings: null }], toSite(), 0);
}

function hasEntry(text: string, file: string, { question, answer }: Pick<DraftEntry, 'question' | 'answer'>): boolean {
  const [same, print] = [toSameWording(question), toAnswerPrint(answer)];
  return read(text, file).entries.some(
    (entry) => toSameWording(entry.question) === same && toAnswerPrint(entry.answer) === print,
  );
}
