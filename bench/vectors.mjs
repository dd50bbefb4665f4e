// Sentence vectors for fitting and measuring, kept by text under node_modules/.cache so that a second run encodes nothing.
import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openEncoder } from '../dist/encoder/encoder-host.js';

const folder = join(dirname(fileURLToPath(import.meta.url)), '..', 'node_modules', '.cache', 'rolecall-bench');
const encoder = openEncoder();
export const encoderName = encoder.name;
const textsFile = join(folder, `${encoderName}.jsonl`);
const vectorsFile = join(folder, `${encoderName}.f32`);
const TOGETHER = 320;

function readCache() {
  if (!existsSync(textsFile)) return new Map();
  const texts = readFileSync(textsFile, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
  const bytes = readFileSync(vectorsFile);
  const numbers = new Float32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4);
  const dimensions = numbers.length / texts.length;
  return new Map(texts.map((text, at) => [text, numbers.subarray(at * dimensions, (at + 1) * dimensions)]));
}

let cache = null;

/** Vectors by text, at least for these texts: from the cache or from the bundled encoder. */
export async function vectorsOf(texts, say = () => {}) {
  mkdirSync(folder, { recursive: true });
  cache ??= readCache();
  const missing = [...new Set(texts)].filter((text) => text.trim() !== '' && !cache.has(text));
  for (let start = 0; start < missing.length; start += TOGETHER) {
    const batch = missing.slice(start, start + TOGETHER);
    const vectors = await encoder.encode(batch);
    appendFileSync(
      vectorsFile,
      Buffer.concat(vectors.map((vector) => new Uint8Array(vector.buffer, vector.byteOffset, vector.byteLength))),
    );
    appendFileSync(textsFile, batch.map((text) => `${JSON.stringify(text)}\n`).join(''));
    for (const [at, text] of batch.entries()) cache.set(text, vectors[at]);
    say(`${start + batch.length} of ${missing.length} texts encoded`);
  }
  return cache;
}
