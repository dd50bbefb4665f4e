// A wording that the team taught in Slack. Pure.

/** Which entry a wording asks for, as somebody in the team said. */
export interface LearnedWording {
  readonly id: string;
  readonly wording: string;
  /** Key of the entry when it was taught. */
  readonly entryKey: string;
  /** Path of the entry's note, as in `Entry`. */
  readonly note: string;
  readonly entryId: string;
  /** When it was written into the phrasings file, in milliseconds since 1970, UTC; null while it stands in the state alone. */
  readonly exportedAt: number | null;
}
