// What a stranger is told in the local workspace. Types only. Pure.

/** What the bot has read, for a stranger. */
export interface Intro {
  readonly notes: readonly { readonly title: string; readonly questions: number }[];
  /** Messages to try. */
  readonly examples: readonly string[];
  /** The bot's slash command, and a question to type behind it; empty for none. */
  readonly command: string;
  readonly usageHint: string;
}

/** Something to say with one click. */
export interface Prompt {
  readonly title: string;
  readonly message: string;
}
