// Tells, without parsing it, whether a note can hold a question: most pages of a whole site cannot. Pure.
import type { HeadedNote } from './front-matter/parse-head.ts';
import { namesQuestions } from './sections/is-question-note.ts';

/** A question mark that ends something: no address goes on behind it. */
const ends = /[?？؟\u{37e}՞⁇፧](?:[\s"'”’“)\]»*:!….,_~`#<>|&}\\-]|$)/u;
/** What a line begins with that may be a question: a mark of Markdown, HTML, a component, a directive. */
const marked = /^\s*(?:[#>*_+|<!=?:{(`[\]-]|\d+[.)]|(?:Q|q|Question|F|P|D|V|В|问|問|س)\s*\d*\s*[:：.)])/u;
const interrogative =
  /^\s*(?:[-*+>]\s*|\d+[.)]\s*)*(?:#{1,6}|\*\*|__|<h[1-6][^>]*>)\s*(?:\*\*)?(?:what|who|when|where|why|which|how|can|do|does|is|are|should|will|would|may|must)\b/iu;
/** What brings in text from elsewhere, or a list of questions. */
const brings = /\{%-?\s*include|8<--|\{include\}|@include:|\|\s*(?:questions?|q|frage|pregunta)\s*\|/iu;

function asks(line: string, next: string): boolean {
  if (interrogative.test(line)) return true;
  return (
    ends.test(line) &&
    (marked.test(line) || /^\s*(?:[=-]{2,}\s*$|:\s)/.test(next) || /<(?:dt|summary|strong|b|h[1-6])\b/i.test(line))
  );
}

/** False for a note that can hold no question, whatever its markup. */
export function mayAsk({ head, body }: HeadedNote): boolean {
  if (head.isFaq === true || head.question !== null || namesQuestions(head.note)) return true;
  if (head.title !== null && (namesQuestions(head.title) || ends.test(head.title))) return true;
  if (namesQuestions(body.slice(0, 300)) || brings.test(body)) return true;
  const lines = body.split('\n');
  return lines.some((line, index) => asks(line, lines[index + 1] ?? ''));
}
