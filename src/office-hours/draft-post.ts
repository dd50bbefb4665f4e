// The draft of a post from what was answered in a session, in the form that the notes have. Pure.
import { stringify } from 'yaml';
import { cleanWording } from '../answer/reading/clean-wording.ts';
import { toMarkdownHeading } from '../answer/slack-text/slack-to-markdown.ts';
import { toPhrasingsPath } from '../knowledge/note-source.ts';
import { parseNotes } from '../knowledge/parse-notes.ts';
import { addWordings } from '../knowledge/phrasings/add-wordings.ts';
import { toSameWording } from '../knowledge/phrasings/parse-phrasings.ts';
import { type Site, toSite } from '../sites/site.ts';
import { toHeading } from './to-heading.ts';

/** A question as the post takes it up. */
export interface DraftQuestion {
  readonly heading: string;
  /** As it was asked. */
  readonly wordings: readonly string[];
  /** Markdown; null: nobody has answered it yet. */
  readonly answer: string | null;
  /** Name of who answered, as plain text, or null. */
  readonly by: string | null;
}

export interface DraftSession {
  readonly title: string;
  /** Milliseconds since 1970, UTC. */
  readonly heldAt: number;
  readonly questions: readonly DraftQuestion[];
  /** Questions that the notes answer already: they stand in no second post. */
  readonly covered: readonly { readonly question: string; readonly url: string | null }[];
}

export interface DraftPost {
  /** Name of the note's file. */
  readonly note: string;
  readonly text: string;
  /** Its phrasings, or null where no other wording was used. */
  readonly phrasings: { readonly file: string; readonly text: string } | null;
  /** How many questions it answers. */
  readonly answered: number;
}

/** Null where nothing was answered. `site`: whose anchors name the entries. */
export function toDraftPost(session: DraftSession, site: Site = toSite()): DraftPost | null {
  const isAnswered = ({ answer }: DraftQuestion) => answer !== null && answer.trim() !== '';
  const given = joinSame(session.questions.filter(isAnswered));
  const open = session.questions.filter((question) => !isAnswered(question));
  const note = toFileName(session);
  const found = readIds(note, toText(session, given, open), site);
  const answered = given.filter((_, place) => found[place] !== null);
  if (answered.length === 0) return null;
  const text = toText(session, answered, [...given.filter((_, place) => found[place] === null), ...open]);
  const ids = readIds(note, text, site);
  return { note, text: text.all, phrasings: toPhrasings(note, answered, ids), answered: answered.length };
}

interface Text {
  readonly all: string;
  /** On which line each question stands; the first line is 1. */
  readonly lines: readonly number[];
}

/** `open`: where it has an answer all the same, that says nothing yet. */
function toText(session: DraftSession, answered: readonly DraftQuestion[], open: readonly DraftQuestion[]): Text {
  let text = toFrontMatter(session, answered);
  const lines: number[] = [];
  for (const { heading, answer } of answered) {
    text += '\n\n';
    lines.push(text.split('\n').length);
    text += `${toMarkdownHeading(heading, 2)}\n\n${answer?.trim() ?? ''}`;
  }
  const comments = [
    ...toComment(
      'To follow up: nobody has answered these yet. A heading with an answer below makes each of them a question of this post.',
      open.map(({ heading, answer }) => (answer === null ? heading : `${heading} (so far: ${answer})`)),
    ),
    ...toComment(
      'Asked, too, and answered from the notes already:',
      session.covered.map(({ question, url }) => (url === null ? question : `${question} ${url}`)),
    ),
  ];
  return { all: `${[text, ...comments].join('\n\n')}\n`, lines };
}

/** The id of each question as a reader of the note gets it; null where it is none: an answer such as "TBC", a heading such as "FAQ". */
function readIds(note: string, { all, lines }: Text, site: Site): readonly (string | null)[] {
  const { entries, lines: places } = parseNotes([{ note, text: all, phrasings: null }], site, Date.parse('9999-01-01'));
  const ids = new Map(entries.map(({ id, key }) => [places?.get(key), id]));
  return lines.map((line) => ids.get(line) ?? null);
}

/** Two under the same heading are one question with both answers: a note cannot hold it twice. */
function joinSame(questions: readonly DraftQuestion[]): readonly DraftQuestion[] {
  const byHeading = new Map<string, DraftQuestion>();
  for (const question of questions) {
    const same = toSameWording(question.heading);
    const earlier = byHeading.get(same);
    if (earlier === undefined) byHeading.set(same, question);
    else {
      const answers = [...new Set([earlier.answer, question.answer])].join('\n\n');
      byHeading.set(same, { ...earlier, answer: answers, wordings: [...earlier.wordings, ...question.wordings] });
    }
  }
  return [...byHeading.values()];
}

/** `faq`: whatever its headings look like, each is a question. */
function toFrontMatter({ title, heldAt }: DraftSession, answered: readonly DraftQuestion[]): string {
  const authors = [...new Set(answered.flatMap(({ by }) => (by === null || by === '' ? [] : [by])))];
  const fields = { title, date: toDay(heldAt), ...(authors.length === 0 ? {} : { authors }), faq: true };
  return `---\n${stringify(fields)}---`;
}

/** A comment ends nowhere but at its end, and holds nothing that a generator would read. */
function toComment(intro: string, lines: readonly string[]): readonly string[] {
  if (lines.length === 0) return [];
  const safe = lines.map((line) =>
    line
      .replace(/[{}<>]/g, ' ')
      .replace(/-{2,}/g, '–')
      .replace(/\s+/g, ' ')
      .trim(),
  );
  return [`<!--\n${intro}\n${safe.map((line) => `- ${line}`).join('\n')}\n-->`];
}

/** The wordings that were really used, each under the id that its heading has in the note. */
function toPhrasings(
  note: string,
  answered: readonly DraftQuestion[],
  ids: readonly (string | null)[],
): DraftPost['phrasings'] {
  const headings = new Set(answered.map(({ heading }) => toSameWording(heading)));
  const wordings = new Map<string, readonly string[]>();
  for (const [place, question] of answered.entries()) {
    const id = ids[place] ?? null;
    const other = question.wordings.map(cleanWording).filter((wording) => wording !== '' && !isSaid(wording, headings));
    if (id !== null && other.length > 0) wordings.set(id, other);
  }
  const file = toPhrasingsPath(note);
  const written = addWordings({ file, text: '' }, wordings, 'asked in Slack');
  return written.added === 0 ? null : { file, text: written.text };
}

/** Said by a heading, be it with what people put before a question. */
function isSaid(wording: string, headings: ReadonlySet<string>): boolean {
  return headings.has(toSameWording(wording)) || headings.has(toSameWording(toHeading([wording])));
}

function toFileName({ title, heldAt }: DraftSession): string {
  const words = title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '');
  return `${toDay(heldAt)}-${words === '' ? 'office-hours' : words}.md`;
}

function toDay(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
