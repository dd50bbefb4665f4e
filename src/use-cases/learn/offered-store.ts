// Wordings that askers have shown to mean an entry, until one of the team decides. Interface only.

export type OfferState = 'open' | 'accepted' | 'refused';

export interface OfferedWording {
  readonly id: string;
  readonly team: string;
  /** The message that it was read out of, and who wrote that. */
  readonly channel: string;
  readonly ts: string;
  readonly asker: string;
  readonly wording: string;
  readonly entryKey: string;
  readonly state: OfferState;
  /** Name of who decided, as plain text, or null. */
  readonly decidedBy: string | null;
  /** Milliseconds since 1970, UTC. */
  readonly offeredAt: number;
  /** Timestamp of the message in the team channel that shows it, or null. */
  readonly shownIn: string | null;
}

export interface OfferedStore {
  /** Keeps it, once for each message: false where there is one already. */
  add(offer: OfferedWording): Promise<boolean>;
  find(id: string): Promise<OfferedWording | null>;
  /** What waits for the team, the oldest first. */
  listOpen(team: string): Promise<readonly OfferedWording[]>;
  /** What this message of the team channel shows, the oldest first. */
  listShownIn(team: string, shownIn: string): Promise<readonly OfferedWording[]>;
  /** What is open and stands in no message stands in this one now; `null`: what stood in `from` stands nowhere. */
  setShown(team: string, shownIn: string): Promise<void>;
  unsetShown(team: string, from: string): Promise<void>;
  /** True for the one caller who decides; false where it is decided already. */
  decide(id: string, decision: { readonly state: Exclude<OfferState, 'open'>; readonly by: string }): Promise<boolean>;
  /** Removes the open one of this message, and gives it; null where there is none. */
  removeOpen(team: string, channel: string, ts: string): Promise<OfferedWording | null>;
  /** Open again, after accepting it has failed. */
  reopen(id: string): Promise<void>;
}
