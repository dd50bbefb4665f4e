// An index of the notes in this process, for commands that look into it.
import type { Knowledge } from '../../knowledge/knowledge.ts';
import { buildIndex, type SearchIndex, textsToEncode } from '../../search/build-index.ts';
import chatter from '../../search/chatter.json' with { type: 'json' };
import type { Encoder } from '../../use-cases/interfaces/encoder.ts';
import { createProgress } from './open-search.ts';
import type { CommandContext } from './output.ts';

/** By meaning where there is an encoder; without one by words. Rejects where the encoder does. */
export async function buildNotesIndex(
  context: CommandContext,
  encoder: Encoder | null,
  { entries, notCovered }: Knowledge,
): Promise<SearchIndex> {
  const texts = textsToEncode(entries, notCovered, chatter);
  const vectors = encoder === null ? null : await encodeAll(context, encoder, texts);
  return buildIndex({ entries, notCovered, chatter, vectors, maxFalseReplies: context.config.MAX_FALSE_REPLIES });
}

async function encodeAll(
  context: CommandContext,
  encoder: Encoder,
  texts: readonly string[],
): Promise<ReadonlyMap<string, Float32Array>> {
  const progress = createProgress(context);
  const vectors = await encoder.encode(texts, { priority: 'batch', onProgress: progress.update });
  progress.stop();
  return new Map(texts.map((text, place) => [text, vectors[place] ?? new Float32Array()]));
}
