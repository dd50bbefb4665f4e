// The part of @energetic-ai/core that is used here: its own declarations name packages that it does not install.

/** Resolves when the arithmetic (WebAssembly) is at hand. */
export function ready(): Promise<void>;
