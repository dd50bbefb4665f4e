// What every command shares: where it writes, and how it ends.

import type { Config } from '../config.ts';

/** What a command runs with. `out` is for results, `note` for everything else: standard output stays clean. */
export interface CommandContext {
  readonly config: Config;
  readonly out: (text: string) => void;
  readonly note: (text: string) => void;
  /** True where standard error is a terminal: progress may be drawn there. */
  readonly isInteractive: boolean;
}

/** A value as JSON with two spaces, or on one line. */
export function toJson(value: unknown, isCompact = false): string {
  return isCompact ? JSON.stringify(value) : JSON.stringify(value, null, 2);
}
