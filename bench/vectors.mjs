// What texts are encoded as, for fitting and measuring, kept under node_modules/.cache so that a second run encodes nothing.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CachedEncoder } from '../dist/encoder/cache/cached-encoder.js';
import { VectorCache } from '../dist/encoder/cache/vector-cache.js';
import { openEncoder } from '../dist/encoder/encoder-host.js';

const folder = join(dirname(fileURLToPath(import.meta.url)), '..', 'node_modules', '.cache', 'rolecall-bench');
const bundled = openEncoder();
export const encoderName = bundled.name;
const fail = (error) => {
  throw error;
};
const encoder = new CachedEncoder(bundled, new VectorCache(folder, encoderName), fail);
const TOGETHER = 1_024;

async function collect(texts, encode, say) {
  const wanted = [...new Set(texts)].filter((text) => text.trim() !== '');
  const found = new Map();
  for (let start = 0; start < wanted.length; start += TOGETHER) {
    const portion = wanted.slice(start, start + TOGETHER);
    const encoded = await encode(portion);
    for (const [at, text] of portion.entries()) found.set(text, encoded[at]);
    say(`${start + portion.length} of ${wanted.length} texts encoded`);
  }
  return found;
}

/** Vectors by text. */
export async function vectorsOf(texts, say = () => {}) {
  return await collect(texts, (portion) => encoder.encode(portion), say);
}

/** Vector and states of tokens by text. */
export async function encodedOf(texts, say = () => {}) {
  return await collect(texts, (portion) => encoder.encodeTokens(portion), say);
}
