// MiniLM as an ONNX graph over its weights where they are installed: no model file of its own is needed. Pure.
import { toTuningNames } from '../tuning.ts';
import { type Graph, type Node, type StoredTensor, type Tensor, toOnnx } from './onnx-format.ts';
import type { WeightFile } from './safetensors.ts';

/*
 * A BERT of six layers (Devlin et al. 2019; Wang et al. 2020), made of fused operators (domain com.microsoft): they are what makes it fast. The
 * weights stay in their file in 16 bits a number; what multiplies is widened to 32 bits once, as the session starts. The table of words
 * stays as it is, 23 MB, and is widened row by row: only the rows that were asked for come into memory.
 *
 * A matrix that is widened exists three times for a moment, and memory that was freed in between stays with the process. So nothing is turned
 * or joined on the way (FusedMatMul turns as it multiplies, MultiHeadAttention takes three matrices): 30 MB less than with Transpose and Concat.
 */
const LAYERS = 6;
const HEADS = 12;
const WIDTH = 384;
const EPSILON = 1e-12;

class GraphBuilder {
  readonly #weights: WeightFile;
  readonly #tuning: WeightFile;
  readonly #nodes: Node[] = [];
  readonly #stored: StoredTensor[] = [];

  constructor(weights: WeightFile, tuning: WeightFile) {
    this.#weights = weights;
    this.#tuning = tuning;
  }

  /** Adds a node; gives the name of its output. */
  add(operator: string, inputs: readonly string[], attributes: Node['attributes'] = {}): string {
    return this.#push({ operator, domain: '', inputs, output: `${operator} ${this.#nodes.length}`, attributes });
  }

  /** Adds a fused node; gives the name of its output. */
  fused(operator: string, inputs: readonly string[], attributes: Node['attributes'] = {}): string {
    const output = `${operator} ${this.#nodes.length}`;
    return this.#push({ operator, domain: 'com.microsoft', inputs, output, attributes });
  }

  /** Gives what was computed the name by which it is asked for. */
  name(output: string, operator: string, inputs: readonly string[], attributes: Node['attributes'] = {}): void {
    this.#push({ operator, domain: '', inputs, output, attributes });
  }

  #push(node: Node): string {
    this.#nodes.push(node);
    return node.output;
  }

  /** A weight as it is in its file. */
  stored(name: string, { file, start, head } = this.#weights): string {
    const found = head[name];
    if (found === undefined) throw new Error(`The model's weights lack ${name}.`);
    const [from, to] = found.data_offsets;
    this.#stored.push({ name, element: 'float16', shape: found.shape, file, offset: start + from, length: to - from });
    return name;
  }

  widened(input: string): string {
    return this.add('Cast', [input], { to: 1 });
  }

  wide(name: string): string {
    return this.widened(this.stored(name));
  }

  row(name: string, places: string): string {
    return this.add('Gather', [this.stored(`embeddings.${name}_embeddings.weight`), places]);
  }

  /**
   * The product with a layer's matrix, and what tuning adds to it: by way of its two small matrices, which takes a few per cent longer. To add their product to
   * the matrix as the session starts would cost 80 MB for good.
   */
  product(input: string, layer: string): string {
    const own = this.fused('FusedMatMul', [input, this.wide(`${layer}.weight`)], { transB: 1 });
    const { down, up } = toTuningNames(layer);
    if (this.#tuning.head[down] === undefined) return own;
    const added = [down, up].reduce((states, name) => {
      const matrix = this.widened(this.stored(name, this.#tuning));
      return this.fused('FusedMatMul', [states, matrix], { transB: 1 });
    }, input);
    return this.add('Add', [own, added]);
  }

  /** Adds up (with a bias, where one is named) and brings to mean 0 and variance 1. */
  normalisedSum(one: string, other: string, name: string, bias: readonly string[] = []): string {
    const inputs = [one, other, this.wide(`${name}.weight`), this.wide(`${name}.bias`), ...bias];
    return this.fused('SkipLayerNormalization', inputs, { epsilon: EPSILON });
  }

  /** A product whose sum with `beside` is normalised. */
  added(input: string, beside: string, name: string): string {
    const product = this.product(input, `${name}.dense`);
    return this.normalisedSum(product, beside, `${name}.LayerNorm`, [this.wide(`${name}.dense.bias`)]);
  }

  finish(inputs: readonly Tensor[], outputs: readonly Tensor[]): Graph {
    return { nodes: this.#nodes, weights: this.#stored, inputs, outputs };
  }
}

function embed(graph: GraphBuilder): string {
  const words = graph.widened(graph.row('word', 'ids'));
  const where = graph.widened(graph.add('Add', [graph.row('position', 'places'), graph.row('token_type', 'kinds')]));
  return graph.normalisedSum(words, where, 'embeddings.LayerNorm');
}

function addLayer(graph: GraphBuilder, input: string, layer: string): string {
  const parts = ['query', 'key', 'value'].map((part) => `${layer}.attention.self.${part}`);
  const products = parts.map((part) => graph.product(input, part));
  const biases = parts.map((part) => graph.wide(`${part}.bias`));
  const bias = graph.add('Concat', biases, { axis: 0 });
  const context = graph.fused('MultiHeadAttention', [...products, bias], { num_heads: HEADS });
  const heard = graph.added(context, input, `${layer}.attention.output`);
  const between = graph.product(heard, `${layer}.intermediate.dense`);
  const active = graph.fused('BiasGelu', [between, graph.wide(`${layer}.intermediate.dense.bias`)]);
  return graph.added(active, heard, `${layer}.output`);
}

/**
 * The model's bytes. Inputs, each [1, tokens] of int32: `ids`, `places` (0, 1, 2 …) and `kinds` (zeros). Outputs: `states`, [1, tokens, 384],
 * of the last layer, and their `mean`, [1, 384].
 */
export function toMiniLm(weights: WeightFile, tuning: WeightFile): Uint8Array {
  const graph = new GraphBuilder(weights, tuning);
  let states = embed(graph);
  for (let layer = 0; layer < LAYERS; layer += 1) states = addLayer(graph, states, `encoder.layer.${layer}`);
  graph.name('states', 'Identity', [states]);
  graph.name('mean', 'ReduceMean', [states], { axes: [1], keepdims: 0 });
  const inputs = ['ids', 'places', 'kinds'].map((name): Tensor => ({ name, element: 'int32', shape: [1, 'tokens'] }));
  return toOnnx(
    // The mean first: where only some outputs are asked for, onnxruntime-node 1.17 names them from the front.
    graph.finish(inputs, [
      { name: 'mean', element: 'float', shape: [1, WIDTH] },
      { name: 'states', element: 'float', shape: [1, 'tokens', WIDTH] },
    ]),
  );
}
