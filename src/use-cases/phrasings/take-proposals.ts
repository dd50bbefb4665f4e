// What an assistant said becomes wordings of entries: by its ids, judged, written beside the notes.
import type { Entry } from '../../knowledge/entry.ts';
import { notCoveredName } from '../../knowledge/phrasings/parse-phrasings.ts';
import type { WritePhrasings } from '../learn/export-phrasings.ts';
import type { DraftIds } from './draft-ids.ts';
import { judgeWordings, type KnownWordings, type LeftOutWording, type ProposedWording } from './judge-wordings.ts';
import type { Proposals } from './read-proposals.ts';

export interface WrittenReport {
  readonly files: readonly { readonly file: string; readonly added: number }[];
  /** Files that could not be written. */
  readonly faults: readonly { readonly file: string; readonly problem: string }[];
  readonly leftOut: readonly LeftOutWording[];
  /** What was kept, in the order of the notes. */
  readonly kept: readonly ProposedWording[];
}

/** Puts proposals to their entries. `note`: where questions belong that no note answers. `unknown`: ids that name no entry. */
export function placeProposals(
  { entries, notCovered }: Proposals,
  ids: Pick<DraftIds, 'find'>,
  note: (found: readonly Entry[]) => string | null,
): { readonly proposed: readonly ProposedWording[]; readonly unknown: readonly string[] } {
  const found = entries.map(({ id, wordings }) => ({ id, wordings, entry: ids.find(id) }));
  const proposed = found.flatMap(({ entry, wordings }) =>
    entry === null ? [] : wordings.map((wording) => ({ note: entry.note, entry, wording })),
  );
  const place = note(found.flatMap(({ entry }) => entry ?? []));
  const open = place === null ? [] : notCovered.map((wording) => ({ note: place, entry: null, wording }));
  return { proposed: [...proposed, ...open], unknown: found.flatMap(({ entry, id }) => (entry === null ? [id] : [])) };
}

/** What the notes hold, growing with what is written. */
export class Wordings {
  readonly #write: WritePhrasings;
  #known: KnownWordings;
  readonly #files = new Map<string, number>();
  readonly #faults: { file: string; problem: string }[] = [];
  readonly #leftOut: LeftOutWording[] = [];
  readonly #kept: ProposedWording[] = [];

  constructor(known: KnownWordings, write: WritePhrasings) {
    this.#known = known;
    this.#write = write;
  }

  get report(): WrittenReport {
    const files = [...this.#files].map(([file, added]) => ({ file, added }));
    return { files, faults: this.#faults, leftOut: this.#leftOut, kept: this.#kept };
  }

  /** Judges and writes, note by note. A file that cannot be written is a fault; the others go on. */
  async add(proposed: readonly ProposedWording[]): Promise<void> {
    const { kept, leftOut } = judgeWordings(this.#known, proposed);
    this.#leftOut.push(...leftOut);
    for (const note of new Set(kept.map((one) => one.note))) {
      await this.#addToNote(
        note,
        kept.filter((one) => one.note === note),
      );
    }
  }

  async #addToNote(note: string, own: readonly ProposedWording[]): Promise<void> {
    const byId = new Map<string, string[]>();
    for (const { entry, wording } of own) {
      const id = entry?.id ?? notCoveredName;
      byId.set(id, [...(byId.get(id) ?? []), wording]);
    }
    try {
      const { file, added } = await this.#write(note, byId);
      this.#files.set(file, (this.#files.get(file) ?? 0) + added);
      this.#kept.push(...own);
      this.#learn(own);
    } catch (error) {
      this.#faults.push({ file: note, problem: error instanceof Error ? error.message : String(error) });
    }
  }

  #learn(own: readonly ProposedWording[]): void {
    const added = new Map<string, string[]>();
    for (const { entry, wording } of own) {
      if (entry !== null) added.set(entry.key, [...(added.get(entry.key) ?? []), wording]);
    }
    this.#known = {
      ...this.#known,
      entries: this.#known.entries.map((entry) => {
        const more = added.get(entry.key);
        return more === undefined ? entry : { ...entry, phrasings: [...entry.phrasings, ...more] };
      }),
      notCovered: [
        ...this.#known.notCovered,
        ...own.flatMap(({ entry, wording }) => (entry === null ? [wording] : [])),
      ],
    };
  }
}
