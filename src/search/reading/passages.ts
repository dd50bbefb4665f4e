// Cuts an answer into passages, each short enough to be about one thing. Pure.
import { toPassages as toBlocks } from '../../knowledge/to-plain-text.ts';
import { toSentences } from './sentences.ts';

/** A passage is closed once it has this many letters; the next sentence begins another one. */
const enough = 140;
/** Of a very long answer the beginning is read: encoding a passage takes a fiftieth of a second. */
const maxPassages = 24;

function joinShort(sentences: readonly string[]): readonly string[] {
  const passages: string[] = [];
  let open = '';
  for (const sentence of sentences) {
    open = open === '' ? sentence : `${open} ${sentence}`;
    if (open.length < enough) continue;
    passages.push(open);
    open = '';
  }
  return open === '' ? passages : [...passages, open];
}

/** Whatever could be markup: an answer without it is plain paragraphs, and a thousand of these need no parser. */
const markup = /[\\`*_{}[\]<>|#~&]|^\s*(?:[-+=]|\d+[.)])|^(?: {4}|\t)/m;

/** Paragraphs of an answer: text of each, as the parser of Markdown gives it. */
function toParagraphs(answer: string): readonly string[] {
  if (markup.test(answer)) return toBlocks(answer).map(({ text }) => text);
  return answer
    .split(/\n[ \t]*\n/)
    .map((paragraph) => paragraph.replace(/\s+/gu, ' ').trim())
    .filter((paragraph) => paragraph !== '');
}

/** The passages of an answer (Markdown) as plain text, in order: paragraphs and list items, long ones cut between sentences. */
export function toPassages(answer: string): readonly string[] {
  return toParagraphs(answer)
    .flatMap((text) => joinShort(toSentences(text)))
    .filter((passage) => /\p{L}/u.test(passage))
    .slice(0, maxPassages);
}
