// A message's text in sentences. Pure.

const ABBREVIATION = /(?:^|[\s(])(?:e\.g|i\.e|eg|ie|vs|cf|approx|incl|dr|mr|mrs|prof)\.$/iu;
const INITIAL = /(?:^|[\s.(])[A-HJ-Z]\.$/;
/** Where a sentence may end: marks with space behind them, or ? and ! with anything behind them, save in what is typed as code: `<!channel>`, `a != b`, `<?`. */
const END =
  /[.…]+(?=["'”’)\]]*(?:\s|$))["'”’)\]]*|(?:(?<!<)\?|(?<![<\s])!|(?<!<)!(?![\p{L}\p{N}=])|[？！])[?!？！.…]*["'”’)\]]*|[。]/gu;
const SMILEY = /^\s*(?:[:;=8xX]['-]?[)(DPpOo/|\\3]+|\^\^|<3)(?=\s|$)/;
const LISTED = /(?:^|[\s,;:])\(?(?:\d|[a-e]|i{1,3})\)\s/gi;
/** Longer lines without an end mark, continued in lower case, were wrapped by a mail program or a terminal. */
const WRAPPED_LINE_LENGTH = 60;

function joinWrappedLines(text: string): readonly string[] {
  const lines: string[] = [];
  for (const line of text.split('\n')) {
    const before = lines.at(-1);
    const continues =
      before !== undefined &&
      before.length >= WRAPPED_LINE_LENGTH &&
      !/[.?!:;…]$/.test(before) &&
      /^\p{Ll}/u.test(line);
    if (continues) lines[lines.length - 1] = `${before} ${line}`;
    else lines.push(line);
  }
  return lines;
}

function splitList(line: string): readonly string[] {
  const starts = [...line.matchAll(LISTED)].map((match) => match.index);
  if (starts.length < 2) return [line];
  return [0, ...starts]
    .map((start, place) => line.slice(start, starts[place]))
    .map((item) => item.replace(/^[\s,;:]*\(?\w{1,3}\)\s/, ''));
}

function splitLine(line: string): readonly string[] {
  const sentences: string[] = [];
  let start = 0;
  for (const mark of line.matchAll(END)) {
    const end = mark.index + mark[0].length;
    const tail = line.slice(Math.max(start, end - 12), end);
    if (mark[0] === '.' && (ABBREVIATION.test(tail) || INITIAL.test(tail))) continue;
    const smiley = SMILEY.exec(line.slice(end, end + 8))?.[0].length ?? 0;
    sentences.push(line.slice(start, end + smiley));
    start = end + smiley;
  }
  sentences.push(line.slice(start));
  return sentences;
}

/** The sentences of a text, in order. Line ends separate sentences, except where a long line was wrapped; so do numbered lists. */
export function splitSentences(text: string): readonly string[] {
  return joinWrappedLines(text)
    .flatMap(splitList)
    .flatMap(splitLine)
    .map((sentence) => sentence.trim())
    .filter((sentence) => /[\p{L}\p{N}]/u.test(sentence));
}
