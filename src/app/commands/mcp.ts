// `rolecall mcp`: the notes for an assistant on the same machine, over standard input and output.
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import type { NotesIndex } from '../../index/notes-index.ts';
import { createMcpServer } from '../../mcp/create-mcp-server.ts';
import { describeFault } from '../../use-cases/notes/keep-knowledge.ts';
import { createNotesIndex } from '../create-notes-index.ts';
import { readVersion } from '../read-version.ts';
import { noteSearchFault } from './open-search.ts';
import type { CommandContext } from './output.ts';
import { withState } from './with-state.ts';

export interface McpOptions {
  /** Count what the team taught in Slack. */
  readonly state: boolean;
}

/**
 * Answers at once, while the notes are still read by meaning, and follows changes of the notes, until `input` ends. Standard output
 * holds the protocol alone. Returns the exit code. Throws where the notes cannot be read.
 */
export async function runMcp(context: CommandContext, { state }: McpOptions, input: Readable): Promise<number> {
  const index = await createNotesIndex(context.config, {
    onProgress: () => {},
    onSwap: () => {},
    onFault: (error) => noteSearchFault(context, error),
  });
  const server = createMcpServer({ searcher: index, notes: index, clock: { now: Date.now }, version: readVersion() });
  const ended = once(input, 'close');
  try {
    await server.connect(new StdioServerTransport());
    await readNotes(context, index, state);
    const stopWatching = index.watch(() => {
      readNotes(context, index, state).catch((error: unknown) => context.note(`The notes stay as they were: ${error}`));
    });
    await ended;
    await stopWatching();
    return 0;
  } finally {
    await server.close();
    await index.close();
  }
}

async function readNotes(context: CommandContext, index: NotesIndex, withLearned: boolean): Promise<void> {
  const learned = withLearned ? await withState(context, async ({ learned }) => await learned.list()) : [];
  const { faults } = await index.read({ wordings: learned }, Date.now());
  for (const fault of faults) context.note(describeFault(fault));
}
