// `rolecall phrasings prompt`: what a language model would be asked, as a text to paste into any assistant.
import { readKnowledge } from '../../../files/knowledge-folder.ts';
import type { Knowledge } from '../../../knowledge/knowledge.ts';
import { count } from '../../../quality/summarize-notes.ts';
import { describeFault } from '../../../use-cases/notes/keep-knowledge.ts';
import { isMeant, toPastedAssignment } from '../../../use-cases/phrasings/plan-drafting.ts';
import { countTokens, toPastedPrompt } from '../../../use-cases/phrasings/prompts.ts';
import { toFolderOptions } from '../../config.ts';
import { type CommandContext, toJson } from '../output.ts';

export interface PromptOptions {
  readonly note: string | null;
  readonly wordings: number;
  readonly below: number;
  /** Entries at most: an assistant stops answering at some length. */
  readonly most: number;
  readonly json: boolean;
}

/** The notes about which a model may be asked. */
export interface Askable {
  readonly knowledge: Knowledge;
  /** Notes that name what they leave open, or have nothing to answer. */
  readonly openNotes: ReadonlySet<string>;
  /** A sentence where there is no entry to ask about, else null. */
  readonly nothing: string | null;
}

/**
 * Reads the notes, and names what of them cannot be read, for wordings that stand there would be asked for again. `note`: the only one that is meant,
 * or null. Throws where none has this name.
 */
export async function readAskable({ config, note: tell }: CommandContext, note: string | null): Promise<Askable> {
  const knowledge = await readKnowledge({ ...toFolderOptions(config), now: Date.now });
  for (const fault of knowledge.faults) if (fault.severity === 'error') tell(describeFault(fault));
  const open = (knowledge.counts ?? []).filter(({ notCovered }) => notCovered > 0);
  return { knowledge, openNotes: new Set(open.map((count) => count.note)), nothing: findNothing(knowledge, note) };
}

function findNothing({ entries, posts }: Pick<Knowledge, 'entries' | 'posts'>, note: string | null): string | null {
  if (entries.some((entry) => isMeant(entry.note, note))) return null;
  const paths = posts.map((post) => post.note);
  if (paths.some((path) => isMeant(path, note)))
    return `No question with an answer was found in ${note ?? 'the notes'}; there is nothing to ask for.`;
  if (note === null) return 'There are no notes; there is nothing to ask for.';
  throw new Error(
    `There is no note ${note}. The notes: ${paths.slice(0, 20).join(', ')}${paths.length > 20 ? ' …' : ''}`,
  );
}

/** Prints the text. Returns the exit code; with nothing to ask for it says so and that is no fault. */
export async function runPrompt(context: CommandContext, options: PromptOptions): Promise<number> {
  const { note, wordings, below, most, json } = options;
  const { knowledge, openNotes, nothing } = await readAskable(context, note);
  const pasted = toPastedAssignment(knowledge, openNotes, { note, wordings, below, most });
  if (pasted === null) {
    context.note(nothing ?? `Every entry has ${below} wordings or more; there is nothing to ask for.`);
    if (json) context.out(toJson({ prompt: null, entries: 0, left: 0, tokens: 0 }));
    return 0;
  }
  const { assignment, left } = pasted;
  const prompt = toPastedPrompt(assignment);
  const tokens = countTokens(prompt);
  const entries = assignment.wordings > 0 ? assignment.entries.length : 0;
  context.out(json ? toJson({ prompt, entries, left, tokens }) : prompt);
  context.note(
    `Paste this into an assistant (about ${tokens.toLocaleString('en')} tokens), save what it says as answer.txt, and: npm run rolecall -- phrasings import answer.txt`,
  );
  if (left > 0)
    context.note(
      `It asks for ${entries} entries; ${count(left, 'more waits', 'more wait')}: import the answer and run this again.`,
    );
  return 0;
}
