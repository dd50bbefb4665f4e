// A note that is one entry: its front matter asks, its body answers. Pure.
import { parseMarkdown } from '../markup/parse-markup.ts';
import { isIdleQuestion, namesQuestions } from './is-question-note.ts';
import { isElement, toLine } from './phrasing.ts';
import { isAsking, readsAsQuestion } from './read-question.ts';
import { countAsking, isSection, type Section, type SectionTree } from './section.ts';

/** A group's introduction is at most this long; a heading with more to say is an entry, whatever stands below it. */
export const introductionWords = 60;

/** How many parts fold. */
function countFolded(sections: readonly Section[]): number {
  return sections.reduce(
    (count, { opening, body }) => count + (opening.style === 'summary' ? 1 : 0) + countFolded(body.filter(isSection)),
    0,
  );
}

function bare(text: string): string {
  return text
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase();
}

/** So many words a title has at least that says what is asked: "Disk quota is exceeded", but not "Money". */
const tellingWords = 4;

/** Words, or pairs of letters where none are divided by spaces. */
function countWords(text: string): number {
  const pairs = text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]{2}/gu)?.length ?? 0;
  return Math.max(text.split(' ').length, pairs);
}

function saysWhatIsAsked(title: string): boolean {
  return readsAsQuestion(title) || /^how to\s/i.test(title);
}

/** True for a file in a folder of questions, `faq/resize-a-volume.md`, whose title says what is asked. */
function isOneOfFolder(path: string, title: string): boolean {
  const folders = path.split('/');
  const name = folders.pop() ?? '';
  const isIn = folders.some((folder) => namesQuestions(folder));
  if (!isIn || namesQuestions(name) || namesQuestions(title) || /^(?:_?index|readme)\./i.test(name)) return false;
  return saysWhatIsAsked(title) || countWords(title) >= tellingWords;
}

/** "Ready?", "What's next?", "Des questions ?": a title that only calls on the reader; "Found a bug?" may be asked. */
function isCall(title: string): boolean {
  const words = title.match(/\p{L}[\p{L}'’]*/gu)?.length ?? 0;
  return (isIdleQuestion(title) && (words <= 1 || /\bnext\b/i.test(title))) || (words <= 2 && namesQuestions(title));
}

function findQuestion(heading: Section | null, frame: WholeFrame): string | null {
  const { question, title, path } = frame;
  if (question !== null) return question;
  const name = title ?? heading?.opening.question ?? null;
  const asks =
    name !== null &&
    !isCall(name) &&
    (title === null ? isOneOfFolder(path, name) : isAsking(name) || isOneOfFolder(path, name));
  return asks ? name : null;
}

/** A title as its reader sees it: `What is a \`lock\` file?` may be written in Markdown. */
function toShown(title: string): string {
  if (!/`|\*\*|&#?\w+;/.test(title) || /[<[_]/.test(title)) return title;
  const [only, ...others] = parseMarkdown(title).children.filter((node) => node.type === 'element');
  return isElement(only, 'p') && others.length === 0 ? toLine(only.children) : title;
}

/** True for the section that stands for a whole note. */
export function isWholeNote({ opening }: Section): boolean {
  return opening.style === 'heading' && opening.line === 0 && opening.content.length === 0;
}

/** True where more stands above the first heading than introduces what is asked below. */
function saysMuch(body: Section['body']): boolean {
  const first = body.findIndex(isSection);
  const blocks = body.slice(0, first === -1 ? undefined : first);
  return (
    countWords(blocks.flatMap((block) => (isSection(block) ? [] : [toLine([block])])).join(' ')) > introductionWords
  );
}

/** What a note says about itself beside its body. */
interface WholeFrame {
  readonly title: string | null;
  readonly question: string | null;
  /** Path below the knowledge folder. */
  readonly path: string;
}

/**
 * The section that stands for the whole note: `question:` of its front matter, or its title where that asks and the body
 * does not ask more than once itself. Null for any other note. A leading H1 that says the same is part of it.
 */
export function toWholeNote(
  { introduction, sections }: SectionTree,
  heading: Section | null,
  frame: WholeFrame,
): Section | null {
  const isTitle = frame.question === null;
  const asked = findQuestion(heading, frame);
  if (asked === null) return null;
  const question = toShown(asked);
  const first = sections[0];
  const repeated =
    first !== undefined &&
    (first === heading || (sections.length === 1 && bare(first.opening.question) === bare(question)));
  if (isTitle && first !== undefined && !repeated && isAsking(first.opening.question) && first.opening.level === 1)
    return null;
  const body = repeated ? [...introduction, ...first.body, ...sections.slice(1)] : [...introduction, ...sections];
  const asking = countAsking(body.filter(isSection));
  // A page of a folder of questions that folds several of them is no answer to its title: "Trouble with the wallet".
  if (isTitle && !saysWhatIsAsked(asked) && countFolded(body.filter(isSection)) >= 2) return null;
  // A title that asks is answered by a long text above the other questions; a short one only introduces them, unless
  // each file of the folder is a question.
  const isAnswered = isAsking(asked) && !namesQuestions(asked) && (saysMuch(body) || isOneOfFolder(frame.path, asked));
  if (isTitle && ((asking >= 2 && !isAnswered) || (asking === 1 && toLine(introduction) === '' && !repeated)))
    return null;
  return {
    opening: {
      kind: 'opening',
      style: 'heading',
      level: 1,
      text: question,
      typed: question,
      question,
      ids: [],
      anchored: 'never',
      content: [],
      line: 0,
      endLine: 0,
    },
    body,
    anchor: repeated ? first.anchor : null,
    nearestAnchor: repeated ? first.anchor : null,
  };
}
