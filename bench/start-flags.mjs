// How V8 is set for the program.
import { readFileSync } from 'node:fs';

/** V8's flags of `npm start`. */
export function startFlags() {
  const { scripts } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
  return scripts.start.split(' ').filter((word) => /^--(no-|max-|optimize-)/.test(word));
}
