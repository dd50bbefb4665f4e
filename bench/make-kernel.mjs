// `npm run kernel`: assembles src/search/scoring/token-kernel.wat. The bytes are kept beside it, so that nobody who installs needs an assembler.
// `--print` prints them in their place.
import { readFileSync, writeFileSync } from 'node:fs';
import openAssembler from 'wabt';

const source = new URL('../src/search/scoring/token-kernel.wat', import.meta.url);
const { parseWat } = await openAssembler();
const { buffer } = parseWat('token-kernel.wat', readFileSync(source, 'utf8')).toBinary({});
const json = `${JSON.stringify(Buffer.from(buffer).toString('base64'))}\n`;
if (process.argv[2] === '--print') process.stdout.write(json);
else writeFileSync(new URL('token-kernel.json', source), json);
