// Cuts a text into sentences. Pure.

const abbreviation = /\b(?:e\.g|i\.e|etc|vs|approx|mr|mrs|ms|dr|no)\.$/i;

/** Sentences in order, trimmed, none empty. A line break ends one too; "e.g." does not. */
export function toSentences(text: string): readonly string[] {
  const sentences: string[] = [];
  for (const line of text.split(/\n+/)) {
    let open = '';
    for (const piece of line.split(/(?<=[.!?…]["'”’)]*)\s+/)) {
      open = open === '' ? piece : `${open} ${piece}`;
      if (abbreviation.test(open)) continue;
      sentences.push(open);
      open = '';
    }
    sentences.push(open);
  }
  return sentences.map((sentence) => sentence.trim()).filter((sentence) => sentence !== '');
}
