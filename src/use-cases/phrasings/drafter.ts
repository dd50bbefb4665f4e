// A language model that is asked for wordings. Interface only.
import type { Prompt } from './prompts.ts';

/** What came back. `unusable`: this request failed and another may not; `stopped`: nothing more can be had from there. */
export type Said =
  | { readonly kind: 'said'; readonly text: string }
  | { readonly kind: 'unusable'; readonly problem: string }
  | { readonly kind: 'stopped'; readonly problem: string };

export interface Drafter {
  /** Never rejects for what an endpoint does; `signal` gives the request up. */
  ask(prompt: Prompt, signal: AbortSignal): Promise<Said>;
}
