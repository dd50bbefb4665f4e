// `rolecall notes`: every entry that the notes hold.

import { readKnowledge } from '../../files/knowledge-folder.ts';
import type { Entry, Post } from '../../knowledge/entry.ts';
import { toNotesJson } from '../../knowledge/to-notes-json.ts';
import { describeFault } from '../../use-cases/notes/keep-knowledge.ts';
import { toFolderOptions } from '../config.ts';
import { type CommandContext, toJson } from './output.ts';

/** Prints the entries by post. Returns the exit code: 1 where a note could not be read. */
export async function runNotes(context: CommandContext, { json }: { readonly json: boolean }): Promise<number> {
  const knowledge = await readKnowledge({ ...toFolderOptions(context.config), now: Date.now });
  for (const fault of knowledge.faults) context.note(describeFault(fault));
  context.out(json ? toJson(toNotesJson(knowledge.entries)) : listEntries(knowledge.entries));
  return knowledge.faults.some(({ severity }) => severity === 'error') ? 1 : 0;
}

function listEntries(entries: readonly Entry[]): string {
  if (entries.length === 0) return 'No entries. Put a Markdown note with a question as a heading into KNOWLEDGE_DIR.';
  const posts = new Map(entries.map(({ post }) => [post.note, post]));
  return [...posts.values()].map((post) => listPost(post, entries)).join('\n\n');
}

function listPost({ title, note }: Post, entries: readonly Entry[]): string {
  return [`${title} (${note})`, ...entries.filter((entry) => entry.note === note).map(toLine)].join('\n');
}

function toLine({ question, url, phrasings }: Entry): string {
  return `  ${question}\n    ${url ?? 'no link'} · ${phrasings.length} phrasings`;
}
