// What the bundled encoder's worker asks of an engine that runs the model. Interface only.

/** A text as the model reads it: its tokens, [CLS] and [SEP] among them, and a state of `dimensions` numbers for each, one behind another. */
export interface TokenStates {
  readonly tokens: readonly string[];
  readonly states: Float32Array;
}

/** One text as encoded. */
export interface Encoded {
  /** At unit length. */
  readonly vector: Float32Array;
  /** Null where nobody wants them or the engine gives none. */
  readonly tokenStates: TokenStates | null;
}

export interface Engine {
  readonly name: EngineName;
  /** Encodes a text that has words; a vector never depends on what else was asked for. Rejects where the model fails. */
  encode(text: string, wantsTokens: boolean): Promise<Encoded>;
}

/** `onnx`: native code, where there is some for this machine. `candle`: WebAssembly, five times as slow, everywhere. */
export type EngineName = 'onnx' | 'candle';
