// A note that is one entry: its front matter asks, its body answers. Pure.
import { toLine } from './phrasing.ts';
import { isAsking } from './read-question.ts';
import { isSection, type Section, type SectionTree } from './section.ts';

function countAsking(sections: readonly Section[]): number {
  return sections.reduce(
    (count, { opening, body }) => count + (isAsking(opening.question) ? 1 : 0) + countAsking(body.filter(isSection)),
    0,
  );
}

function bare(text: string): string {
  return text
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase();
}

/**
 * The section that stands for the whole note: `question:` of its front matter, or its title where that asks and the body
 * does not ask more than once itself. Null for any other note. A leading H1 that says the same is part of it.
 */
export function toWholeNote(
  { introduction, sections }: SectionTree,
  heading: Section | null,
  frame: { readonly title: string | null; readonly question: string | null },
): Section | null {
  const isTitle = frame.question === null;
  const question = frame.question ?? (frame.title !== null && isAsking(frame.title) ? frame.title : null);
  if (question === null) return null;
  const first = sections[0];
  const repeated =
    first !== undefined &&
    (first === heading || (sections.length === 1 && bare(first.opening.question) === bare(question)));
  if (isTitle && first !== undefined && !repeated && isAsking(first.opening.question) && first.opening.level === 1)
    return null;
  const body = repeated ? [...introduction, ...first.body, ...sections.slice(1)] : [...introduction, ...sections];
  const asking = countAsking(body.filter(isSection));
  if (isTitle && (asking >= 2 || (asking === 1 && toLine(introduction) === '' && !repeated))) return null;
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
    anchor: null,
    nearestAnchor: null,
  };
}
