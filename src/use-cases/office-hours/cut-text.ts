// A text in pieces that a message holds: put together they are the text. Pure.

/** Of all blocks of a message Slack takes about 13,000 characters: https://github.com/slackapi/bolt-js/issues/2509 */
const longestPiece = 8000;

/** Cut between paragraphs where that can be, else between lines, else between characters; nothing is left out. */
export function cutText(text: string, longest = longestPiece): readonly string[] {
  const pieces: string[] = [];
  let rest = text;
  while (rest.length > longest) {
    const at = [rest.lastIndexOf('\n\n', longest - 2) + 2, rest.lastIndexOf('\n', longest - 1) + 1].find(
      (place) => place > longest / 4,
    );
    const whole = at ?? (isHalf(rest, longest) ? longest - 1 : longest);
    pieces.push(rest.slice(0, whole));
    rest = rest.slice(whole);
  }
  return [...pieces, rest];
}

function isHalf(text: string, at: number): boolean {
  return /[\ud800-\udbff]/.test(text[at - 1] ?? '');
}
