// Tells an answer from a place where one is still to be written. Pure.

const marker =
  '(?:tbc|tbd|tba|todo|to[- ]do|wip|fixme|xxx+|to be (?:confirmed|decided|determined|announced|added|written|completed|provided|defined|updated|done|filled in)|coming soon|placeholder|work in progress|under construction|lorem ipsum.*|(?:your |the )?answer (?:goes )?here|(?:no|not yet an?) answer yet|not (?:yet )?(?:written|answered)(?: yet)?|(?:paragraph|text|answer|link|content|details?|more|info) (?:needed|missing|pending|to follow))';
const onlyMarker = new RegExp(`^[^\\p{L}\\p{N}]*${marker}[^\\p{L}\\p{N}]*$`, 'iu');
const anyMarker = new RegExp(`(?:^|[^\\p{L}])${marker}(?![\\p{L}])`, 'iu');
const bracketed = new RegExp(`[([{<]\\s*[^()[\\]]*\\b${marker}\\b[^()[\\]]*[)\\]}>][^\\p{L}\\p{N}]*$`, 'iu');
const leading = /^[^\p{L}\p{N}]*(?:TODO|TBC|TBD|TBA|FIXME|WIP)\b\s*[:–—-]/u;
const shortWords = 6;
/** Characters; what is longer says something, whatever marks stand in it. */
const longLine = 400;
/** An unfinished beginning is forgiven where at least this many words follow. */
const enoughWords = 20;

function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
}

/** Words of the Latin that fills templates. */
const filler =
  /\b(?:lorem|ipsum|dolor|amet|consectetur|adipiscing|eiusmod|tempor|incididunt|aliqua|turpis|egestas|tincidunt|convallis|aenean|pharetra|dignissim|scelerisque|pellentesque|vestibulum|vivamus|ullamcorper|faucibus|viverra|nibh|elit|tellus|rutrum|tortor|aliquet|facilisi)\b/gi;
const mostFiller = 3;

/** True for a text that a template brings along until somebody writes its own. */
export function isFiller(text: string): boolean {
  return new Set(text.toLowerCase().match(filler) ?? []).size >= mostFiller;
}

/** An editor's remark in brackets that sends nobody anywhere: "(points to consider)", but not "(see above)". */
function isRemark(line: string): boolean {
  return (
    /^[^\p{L}\p{N}]*[([].*[)\]][^\p{L}\p{N}]*$/u.test(line) &&
    !/^[^\p{L}\p{N}]*(?:see|cf\.?|refer|read|as above|same as|https?:)\b/iu.test(line)
  );
}

function isUnfinished(line: string): boolean {
  const isShort = countWords(line) <= shortWords && /^[^.!?]*[.!?…]?[^\p{L}\p{N}]*$/u.test(line);
  return onlyMarker.test(line) || bracketed.test(line) || leading.test(line) || (isShort && anyMarker.test(line));
}

/**
 * True where the blocks of an answer (plain text, one string each, lines kept) say nothing yet: no word at all, or a
 * first paragraph all of whose lines are marks like "TBC" or remarks in brackets, with little behind it.
 */
export function isPlaceholder(blocks: readonly string[]): boolean {
  const said = blocks.filter((block) => countWords(block) > 0);
  if (said.length > 0 && said.every(isFiller)) return true;
  const [first, ...rest] = said;
  if (first === undefined) return blocks.every((block) => !/\p{S}/u.test(block));
  const lines = first.split('\n').filter((line) => line.trim() !== '');
  if (lines.some((line) => line.length > longLine)) return false;
  if (!lines.every((line) => isUnfinished(line) || isRemark(line))) return false;
  const finished = rest
    .flatMap((block) => block.split('\n'))
    .filter((line) => line.length > longLine || !(isUnfinished(line) || isRemark(line)));
  return countWords(finished.join(' ')) < enoughWords;
}
