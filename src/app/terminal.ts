// Where the command line is run: its environment, what it reads and writes, and how it ends. An edge.
import type { Readable } from 'node:stream';

export interface Terminal {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly input: Readable;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** True where standard error is a terminal. */
  readonly isInteractive: boolean;
  /** The code to end with once nothing is left to do. */
  readonly endWith: (code: number) => void;
  /** Ends at once. */
  readonly exit: (code: number) => never;
}

/** The one that this process was started in. */
export const processTerminal: Terminal = {
  env: process.env,
  get input() {
    return process.stdin;
  },
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  get isInteractive() {
    return process.stderr.isTTY === true;
  },
  endWith: (code) => {
    process.exitCode = code;
  },
  exit: (code) => process.exit(code),
};
