// Wordings drafted by a language model, portion by portion, written note by note: what stops in the middle goes on from there.

import type { Entry } from '../../knowledge/entry.ts';
import { DraftIds } from './draft-ids.ts';
import type { Drafter, Said } from './drafter.ts';
import type { ProposedWording } from './judge-wordings.ts';
import type { DraftingPlan, Portion } from './plan-drafting.ts';
import { toPrompt } from './prompts.ts';
import { readProposals } from './read-proposals.ts';
import { placeProposals, type Wordings, type WrittenReport } from './take-proposals.ts';

export interface DraftDependencies {
  readonly drafter: Drafter;
  readonly entries: readonly Entry[];
  readonly wordings: Wordings;
  /** Requests under way at once. */
  readonly atOnce: number;
  readonly signal: AbortSignal;
  readonly onProgress: (done: number, total: number) => void;
}

export interface DraftReport extends WrittenReport {
  /** What single requests came to, where nothing could be used: one sentence each. */
  readonly problems: readonly string[];
  /** Why it ended before all was asked, or null. */
  readonly stopped: string | null;
  /** Requests answered with something that could be used, of all that were planned. */
  readonly answered: number;
  readonly planned: number;
}

/** After so many useless answers in a row the model is not up to it. */
const mostUseless = 3;

/** Asks for all that is planned. Rejects for bugs only: what an endpoint or a file does stands in the report. */
export async function draftPhrasings(dependencies: DraftDependencies, plan: DraftingPlan): Promise<DraftReport> {
  const run = new DraftingRun(dependencies, plan);
  await run.finish();
  const { problems, stopped, answered, planned } = run;
  return { ...dependencies.wordings.report, problems, stopped, answered, planned };
}

class DraftingRun {
  readonly problems: string[] = [];
  readonly planned: number;
  stopped: string | null = null;
  answered = 0;
  readonly #dependencies: DraftDependencies;
  readonly #ids: DraftIds;
  readonly #portions: Portion[];
  /** By note: what came back, and how many portions are still out. */
  readonly #received = new Map<string, ProposedWording[]>();
  readonly #waiting: Map<string, number>;
  #done = 0;
  #useless = 0;
  #writing: Promise<void> = Promise.resolve();

  constructor(dependencies: DraftDependencies, { notes }: DraftingPlan) {
    this.#dependencies = dependencies;
    this.#ids = new DraftIds(dependencies.entries);
    this.#portions = notes.flatMap(({ portions }) => portions);
    this.#waiting = new Map(notes.map(({ note, portions }) => [note, portions.length]));
    this.planned = this.#portions.length;
  }

  async finish(): Promise<void> {
    const { atOnce, signal } = this.#dependencies;
    const next = this.#portions.values();
    const work = async (): Promise<void> => {
      for (const portion of next) {
        if (signal.aborted) this.stopped ??= 'It was interrupted.';
        if (this.stopped !== null) return;
        await this.#ask(portion);
      }
    };
    await Promise.all(Array.from({ length: Math.min(atOnce, this.planned) }, work));
    // Of notes that were begun, what came back is kept.
    for (const note of this.#received.keys()) this.#write(note);
    await this.#writing;
  }

  async #ask(portion: Portion): Promise<void> {
    const { drafter, signal, onProgress } = this.#dependencies;
    const said = await drafter.ask(toPrompt(portion.assignment), signal);
    if (said.kind === 'stopped') {
      this.stopped ??= signal.aborted ? 'It was interrupted.' : said.problem;
      return;
    }
    const problem = this.#take(portion, said);
    this.#useless = problem === null ? 0 : this.#useless + 1;
    if (problem === null) this.answered += 1;
    else this.problems.push(`${describePortion(portion)}: ${problem}`);
    if (this.#useless >= mostUseless)
      this.stopped ??= `${mostUseless} answers in a row could not be used; another model may do better.`;
    this.#done += 1;
    onProgress(this.#done, this.planned);
    const left = (this.#waiting.get(portion.note) ?? 1) - 1;
    this.#waiting.set(portion.note, left);
    if (left === 0) this.#write(portion.note);
  }

  /** Gives what is wrong where nothing could be used. */
  #take({ note, entries, assignment }: Portion, said: Exclude<Said, { readonly kind: 'stopped' }>): string | null {
    if (said.kind === 'unusable') return said.problem;
    const proposals = readProposals(said.text);
    if (proposals === null) return 'The answer holds no wordings in the form that was asked for.';
    const { proposed, unknown } = placeProposals(proposals, this.#ids, () => (assignment.open > 0 ? note : null));
    // Only what was asked for: a model that goes on about other entries knows nothing of them.
    const asked = new Set(entries.map(({ key }) => key));
    const own = proposed.filter(({ entry }) => entry === null || asked.has(entry.key));
    if (own.length === 0)
      return unknown.length > 0
        ? `The answer names other ids: ${unknown.slice(0, 3).join(', ')}.`
        : 'The answer holds no wordings.';
    this.#received.set(note, [...(this.#received.get(note) ?? []), ...own]);
    return null;
  }

  #write(note: string): void {
    const proposed = this.#received.get(note);
    this.#received.delete(note);
    if (proposed === undefined) return;
    this.#writing = this.#writing.then(async () => await this.#dependencies.wordings.add(proposed));
  }
}

function describePortion({ note, entries }: Portion): string {
  const [first] = entries;
  if (first === undefined) return `${note}, what it leaves open`;
  return entries.length === 1 ? `${note}#${first.id}` : `${note}#${first.id} and ${entries.length - 1} more`;
}
