// The notes doctor: what is right as a file and still bad for those who ask. Pure.
import type { Entry, Post } from '../knowledge/entry.ts';
import type { Fault } from '../knowledge/fault.ts';
import { findRepeated } from '../knowledge/find-repeated.ts';
import { isClosed } from '../knowledge/is-closed.ts';
import type { Knowledge, NoteCount, WaitingNote } from '../knowledge/knowledge.ts';
import { toPhrasingsPath } from '../knowledge/note-source.ts';
import { toSameWording } from '../knowledge/phrasings/parse-phrasings.ts';
import { toPlainText } from '../knowledge/to-plain-text.ts';
import { type BuiltPages, findMissingTargets } from './check-built-site.ts';
import { type EntryPair, findCompeting, findOpposite } from './compare-entries.ts';
import { findPassedReviews } from './find-passed-reviews.ts';

/** Something to better in the notes. `hint`: good to know; nothing is wrong. */
export interface Finding extends Omit<Fault, 'severity'> {
  readonly severity: Fault['severity'] | 'hint';
}

/** What the doctor measures against. */
export interface DoctorOptions {
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Age in days from which replies show how old a post is (`STALE_AFTER`). */
  readonly staleAfterDays: number;
  /** What the site's generator has built; left out where that is not known. */
  readonly built?: BuiltPages;
}

/** A reply shows a passage of an answer that is longer than this, in characters of Markdown. */
const longestShown = 1500;
/** With fewer wordings an entry is found by its own words only; see `bench/quality.md` for what more of them bring. */
const fewPhrasings = 5;
const dayMs = 86_400_000;

type Subject = Pick<Entry, 'note' | 'key'>;

class Doctor {
  readonly findings: Finding[] = [];
  readonly #knowledge: Knowledge;
  readonly #options: DoctorOptions;
  readonly #byNote = new Map<string, readonly Entry[]>();

  constructor(knowledge: Knowledge, options: DoctorOptions) {
    this.#knowledge = knowledge;
    this.#options = options;
    for (const entry of knowledge.entries)
      this.#byNote.set(entry.note, [...(this.#byNote.get(entry.note) ?? []), entry]);
  }

  #find(severity: Finding['severity'], at: Subject | string, problem: string, mend: string): void {
    const file = typeof at === 'string' ? at : at.note;
    const line = typeof at === 'string' ? null : (this.#knowledge.lines?.get(at.key) ?? null);
    this.findings.push({ severity, file, line, problem, mend });
  }

  checkWhole(): void {
    const { entries, notCovered } = this.#knowledge;
    if (entries.length === 0) {
      this.#find(
        'error',
        '.',
        'There is no question with an answer.',
        'Put a Markdown file with questions as headings and answers below them into the folder that KNOWLEDGE_DIR names.',
      );
    } else if (notCovered.length === 0) {
      const [first] = entries;
      const file = first === undefined ? '.' : toPhrasingsPath(first.note);
      this.#find(
        'hint',
        file,
        'No question is named that the notes do not answer.',
        'List some under "not-covered" in a phrasings file, or have them drafted (npm run rolecall -- phrasings draft): they teach the bot when to be quiet.',
      );
    }
  }

  checkPost(post: Post): void {
    const { now, staleAfterDays } = this.#options;
    const entries = this.#byNote.get(post.note) ?? [];
    if (entries.length === 0) {
      this.#find(
        'hint',
        post.note,
        'The note has no question with an answer.',
        'Write its questions as headings, or leave the file out of the knowledge folder.',
      );
      return;
    }
    if (post.url === null) {
      this.#find(
        'warning',
        post.note,
        'The address of the post is not known: its answers have no link.',
        'Set SITE_URL, or write "url:" into its front matter.',
      );
    }
    const age = post.date === null ? 0 : Math.floor((now - Date.parse(post.date)) / dayMs);
    if (isClosed(post, now)) {
      this.#find(
        'hint',
        post.note,
        'The role is closed: every reply says so first.',
        'Remove the note when nobody asks any more.',
      );
    } else if (age > staleAfterDays) {
      this.#find(
        'hint',
        post.note,
        `The post is ${age} days old: every reply shows its age.`,
        'Check its answers and give it a new date.',
      );
    }
    for (const { at, problem, mend } of findPassedReviews(post, entries, now)) this.#find('warning', at, problem, mend);
    this.#checkPhrasings(post.note, entries);
  }

  #checkPhrasings(note: string, entries: readonly Entry[]): void {
    const poor = entries.filter(({ phrasings }) => phrasings.length < fewPhrasings);
    const mend = `Write how people ask it in ${toPhrasingsPath(note)}, at least ${fewPhrasings} wordings for each question, or have them drafted: npm run rolecall -- phrasings draft.`;
    if (poor.length === entries.length && poor.every(({ phrasings }) => phrasings.length === 0)) {
      this.#find('hint', note, 'None of its questions has a phrasing.', mend);
      return;
    }
    for (const entry of poor) {
      const many = entry.phrasings.length;
      const count = many === 0 ? 'no phrasing' : many === 1 ? 'only 1 phrasing' : `only ${many} phrasings`;
      this.#find('hint', entry, `"${entry.question}" has ${count}.`, mend);
    }
  }

  /** Entries would come or go with a heading that somebody adds. */
  checkBorder({ note, isQuestionNote }: NoteCount): void {
    this.#find(
      'hint',
      note,
      isQuestionNote
        ? 'Just enough of its headings ask for all of them to be entries: with one more that does not ask, only those that do are.'
        : 'Only its headings that ask are entries: with one more that asks, all of them are.',
      'Say which of the two you mean with "faq: true" or "faq: false" in its front matter.',
    );
  }

  checkAnswer(entry: Entry): void {
    const text = toPlainText(entry.answer);
    if (entry.answer.length > longestShown) {
      this.#find(
        'hint',
        entry,
        `The answer to "${entry.question}" has ${entry.answer.length} characters: a reply shows ${longestShown} at most.`,
        'Divide it by headings, each with a question of its own.',
      );
    }
    if (/\b(TODO|TBC|TBD|FIXME)\b|lorem ipsum/.test(text)) {
      this.#find(
        'warning',
        entry,
        `The answer to "${entry.question}" holds a mark of unfinished text.`,
        'Finish it, or take the mark out: readers see it.',
      );
    }
  }

  /** A variable without a value leaves a hole, which nobody can ask for. */
  checkHole(entry: Entry): void {
    const isUnfilled = this.#knowledge.faults.some(
      ({ file, problem }) => file === entry.note && problem.startsWith('The variable '),
    );
    if (!isUnfilled || !entry.question.includes('…')) return;
    this.#find(
      'warning',
      entry,
      `"${entry.question}" has a hole where a variable has no value.`,
      'Write the words into the heading, or give the variable a value.',
    );
  }

  /** A note that only its date keeps out: nobody is told that its answers have gone. */
  checkWaiting({ note, reason, date }: WaitingNote): void {
    const isPast = reason === 'expired';
    this.#find(
      'hint',
      note,
      isPast
        ? `The note has expired on ${date.slice(0, 10)}: nothing is answered from it.`
        : `The note is published on ${date.slice(0, 10)}: until then nothing is answered from it.`,
      isPast
        ? 'Give it a later "expiryDate", or remove it when nobody asks any more.'
        : 'Nothing has to be done; an earlier "publishDate" shows it sooner.',
    );
  }

  /** Two answers to one question: a reader gets whichever comes first. */
  checkPairs(): void {
    const repeated = findRepeated(this.#knowledge.entries);
    const current = this.#knowledge.entries.filter(({ key }) => !repeated.has(key));
    for (const pair of findOpposite(current))
      this.#find(
        'warning',
        pair.second,
        `"${pair.second.question}" is answered with no here and with yes in ${placeOf(pair)}.`,
        'Find out which of the two is right, and remove the other.',
      );
    for (const pair of findCompeting(current))
      this.#find(
        'hint',
        pair.second,
        `"${pair.second.question}" and "${pair.first.question}" (${placeOf(pair)}) have nearly the same words: people get either.`,
        'Join them, or say in each heading what sets it apart.',
      );
  }

  /** What the built site does not have, a reader who follows the link does not find. */
  checkBuilt(pages: BuiltPages): void {
    for (const { entry, problem } of findMissingTargets(this.#knowledge.entries, pages)) {
      const what = problem === 'no-page' ? 'the page' : 'the place on the page';
      this.#find(
        'warning',
        entry,
        `The built site does not have ${what} that "${entry.question}" links to: ${entry.url ?? ''}`,
        problem === 'no-page'
          ? 'Build the site anew; if that does not help, set SITE_URL and PERMALINKS, or write "url:" into the front matter.'
          : 'Build the site anew; if that does not help, set ANCHORS to the generator, or give the heading an id.',
      );
    }
  }

  /** The same words for two entries: the search cannot tell them apart. */
  checkSameWords(): void {
    const questions = new Map<string, Entry>();
    const repeated = findRepeated(this.#knowledge.entries);
    for (const entry of this.#knowledge.entries) {
      const newer = repeated.get(entry.key);
      if (newer !== undefined) {
        this.#find(
          'hint',
          entry,
          `"${entry.question}" is answered from ${newer.note}, which is newer or in the words' own language.`,
          'Nothing has to be done; NOTES leaves older notes out altogether.',
        );
        continue;
      }
      const first = questions.get(toSameWording(entry.question));
      if (first === undefined) questions.set(toSameWording(entry.question), entry);
      else {
        const where = first.note === entry.note ? 'this note' : first.note;
        this.#find(
          'warning',
          entry,
          `"${entry.question}" is asked in ${where} too.`,
          'Word one of the two differently, or join their answers.',
        );
      }
    }
    for (const entry of this.#knowledge.entries) {
      for (const wording of entry.phrasings) {
        const other = questions.get(toSameWording(wording));
        if (other === undefined || other.key === entry.key) continue;
        this.#find(
          'warning',
          toPhrasingsPath(entry.note),
          `"${wording}" under "${entry.id}" is the question of "${other.id}".`,
          'Remove it: the heading itself is known already.',
        );
      }
    }
  }
}

/** What an answer says, next to what another one says. */
function placeOf(pair: EntryPair): string {
  return pair.first.note === pair.second.note ? 'this note' : pair.first.note;
}

/** Examines the notes: first the faults found in reading them, then what is right as a file and still bad. */
export function examineNotes(knowledge: Knowledge, options: DoctorOptions): readonly Finding[] {
  const doctor = new Doctor(knowledge, options);
  doctor.checkWhole();
  for (const post of knowledge.posts) doctor.checkPost(post);
  for (const count of knowledge.counts ?? []) if (count.isNearBorder) doctor.checkBorder(count);
  for (const entry of knowledge.entries) doctor.checkAnswer(entry);
  for (const entry of knowledge.entries) doctor.checkHole(entry);
  for (const note of knowledge.waiting ?? []) doctor.checkWaiting(note);
  doctor.checkSameWords();
  doctor.checkPairs();
  if (options.built !== undefined) doctor.checkBuilt(options.built);
  return [...knowledge.faults, ...doctor.findings];
}
