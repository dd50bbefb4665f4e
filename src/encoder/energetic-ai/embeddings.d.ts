// The part of @energetic-ai/embeddings that is used here: its own declarations name packages that it does not install.

export interface EmbeddingsModel {
  /** One vector for each text. An empty text throws. */
  embed(texts: readonly string[]): Promise<number[][]>;
}

export function initModel(source: () => Promise<unknown>): Promise<EmbeddingsModel>;
