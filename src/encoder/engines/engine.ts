// What the bundled encoder's worker asks of an engine that runs the model. Interface only.

import type { EncodedText } from '../../use-cases/interfaces/encoder.ts';

export interface Engine {
  readonly name: EngineName;
  /** Encodes a text that has words; a vector never depends on what else was asked for. Rejects where the model fails. */
  encode(text: string, wantsTokens: boolean): Promise<EncodedText>;
}

/** `onnx`: native code, where there is some for this machine. `candle`: WebAssembly, five times as slow, everywhere. */
export type EngineName = 'onnx' | 'candle';
