// The draft of a post from what was answered in a session, in the form that the notes have. Pure.
import { stringify } from 'yaml';
import { cleanWording } from '../answer/reading/clean-wording.ts';
import { toMarkdownHeading } from '../answer/slack-text/slack-to-markdown.ts';
import { toPhrasingsPath } from '../knowledge/note-source.ts';
import { parseNotes } from '../knowledge/parse-notes.ts';
import { addWordings } from '../knowledge/phrasings/add-wordings.ts';
import { toSameWording } from '../knowledge/phrasings/parse-phrasings.ts';
import { type Site, toSite } from '../sites/site.ts';

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
  const answered = joinSame(session.questions.filter(({ answer }) => answer !== null && answer.trim() !== ''));
  if (answered.length === 0) return null;
  const note = toFileName(session);
  const open = session.questions.filter(({ answer }) => answer === null || answer.trim() === '');
  const text = [
    toFrontMatter(session, answered),
    ...answered.map(({ heading, answer }) => `${toMarkdownHeading(heading, 2)}\n\n${answer?.trim() ?? ''}`),
    ...toComment(
      'To follow up: nobody has answered these yet. A heading with an answer below makes each of them a question of this post.',
      open.map(({ heading }) => heading),
    ),
    ...toComment(
      'Asked, too, and answered from the notes already:',
      session.covered.map(({ question, url }) => (url === null ? question : `${question} ${url}`)),
    ),
  ].join('\n\n');
  return {
    note,
    text: `${text}\n`,
    phrasings: toPhrasings(note, `${text}\n`, { answered, site }),
    answered: answered.length,
  };
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
  text: string,
  { answered, site }: { readonly answered: readonly DraftQuestion[]; readonly site: Site },
): DraftPost['phrasings'] {
  const { entries } = parseNotes([{ note, text, phrasings: null }], site, Date.parse('9999-01-01'));
  const headings = new Set(entries.map(({ question }) => toSameWording(question)));
  const wordings = new Map<string, readonly string[]>();
  for (const [place, { id }] of entries.entries()) {
    const used = (answered[place]?.wordings ?? []).map(cleanWording);
    const other = used.filter((wording) => wording !== '' && !headings.has(toSameWording(wording)));
    if (other.length > 0) wordings.set(id, other);
  }
  const file = toPhrasingsPath(note);
  const written = addWordings({ file, text: '' }, wordings, 'asked in Slack');
  return written.added === 0 ? null : { file, text: written.text };
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
