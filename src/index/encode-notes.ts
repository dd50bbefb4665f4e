// Encodes the texts of an index, portion by portion. Edge.
import { type SearchIndex, textsOfTokens, textsToEncode } from '../search/build-index.ts';
import type { EncodedText, EncodeOptions, Encoder } from '../use-cases/interfaces/encoder.ts';

/** Texts encoded between two looks at whether newer notes have come. */
const TEXTS_PER_PORTION = 32;

interface Portion {
  readonly texts: readonly string[];
  readonly wantsTokens: boolean;
}

function cut(texts: readonly string[], wantsTokens: boolean): readonly Portion[] {
  return Array.from({ length: Math.ceil(texts.length / TEXTS_PER_PORTION) }, (_, place) => ({
    texts: texts.slice(place * TEXTS_PER_PORTION, (place + 1) * TEXTS_PER_PORTION),
    wantsTokens,
  }));
}

/** Those texts first whose tokens are read too, where the encoder tells of any. */
function toPortions(index: SearchIndex, hasTokens: boolean): readonly Portion[] {
  const withTokens = new Set(hasTokens ? textsOfTokens(index) : []);
  const others = textsToEncode(index).filter((text) => !withTokens.has(text));
  return [...cut([...withTokens], true), ...cut(others, false)];
}

async function encodePortion(
  encoder: Encoder,
  { texts, wantsTokens }: Portion,
  options: EncodeOptions,
): Promise<readonly EncodedText[]> {
  if (wantsTokens) return await encoder.encodeTokens(texts, options);
  return (await encoder.encode(texts, options)).map((vector) => ({ vector, tokens: null }));
}

/**
 * What each text of the index is encoded as. `onProgress` hears how many of how many texts are done; null once `isOvertaken`: newer notes
 * have come. Rejects where the encoder does.
 */
export async function encodeNotes(
  encoder: Encoder,
  index: SearchIndex,
  onProgress: (done: number, total: number) => void,
  isOvertaken: () => boolean,
): Promise<ReadonlyMap<string, EncodedText> | null> {
  const portions = toPortions(index, encoder.hasTokens);
  const total = portions.reduce((sum, { texts }) => sum + texts.length, 0);
  const encoded = new Map<string, EncodedText>();
  for (const portion of portions) {
    const before = encoded.size;
    const options = { priority: 'batch', onProgress: (done: number) => onProgress(before + done, total) } as const;
    const read = await encodePortion(encoder, portion, options);
    if (isOvertaken()) return null;
    for (const [place, one] of read.entries()) encoded.set(portion.texts[place] ?? '', one);
    onProgress(encoded.size, total);
  }
  return encoded;
}
