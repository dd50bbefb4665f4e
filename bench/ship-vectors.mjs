// `npm run vectors`: encodes the shipped notes and the chatter into src/encoder/cache/shipped.vectors.bin, always in one order.
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseConfig, toFolderOptions } from '../dist/app/config.js';
import { toShippedFile } from '../dist/encoder/cache/shipped-vectors.js';
import { openEncoder } from '../dist/encoder/encoder-host.js';
import { readKnowledge } from '../dist/files/knowledge-folder.js';
import { readSources, textsOfTokens, textsToEncode } from '../dist/search/build-index.js';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const file = join(root, 'src', 'encoder', 'cache', 'shipped.vectors.bin');
const SAID_EACH = 200;

/** All texts that an index of the shipped notes wants encoded, those first whose tokens it reads. */
async function shippedTexts() {
  const chatter = JSON.parse(readFileSync(join(root, 'src', 'search', 'chatter.json'), 'utf8'));
  const config = parseConfig({ KNOWLEDGE_DIR: join(root, 'knowledge') });
  const { entries, notCovered } = await readKnowledge({ ...toFolderOptions(config), now: Date.now });
  const sources = readSources({ entries, notCovered, chatter, vectorOf: null });
  const withTokens = textsOfTokens(sources);
  const others = textsToEncode(sources).filter((text) => !withTokens.includes(text));
  return { withTokens, others };
}

function say(done, total) {
  if (done % SAID_EACH === 0 || done === total) process.stderr.write(`${done} of ${total} texts encoded\n`);
}

/** Encodes afresh: nothing that was computed before can get into what ships. */
export async function shipVectors() {
  const { withTokens, others } = await shippedTexts();
  const encoder = openEncoder();
  const encoded = await encoder.encodeTokens(withTokens);
  for (const vector of await encoder.encode(others, { onProgress: say })) encoded.push({ vector, tokens: null });
  await encoder.close();
  writeFileSync(`${file}.tmp`, toShippedFile(encoder.name, [...withTokens, ...others], encoded));
  renameSync(`${file}.tmp`, file);
}
