// What is known of a review: when its owner was asked, and until when it was renewed. Interface only.

export interface StoredReview {
  /** What the buttons carry. */
  readonly id: string;
  readonly team: string;
  readonly note: string;
  /** Id of the entry, or null for the note as a whole. */
  readonly entryId: string | null;
  /** The date that the note gave when it was seen last, ISO 8601. */
  readonly review: string;
  /** By so many days a renewal moves it on. */
  readonly intervalDays: number;
  /** When its owner was asked last, or null. Milliseconds since 1970, UTC, as all times here. */
  readonly askedAt: number | null;
  /** The new date (ISO 8601), which the note does not have yet; null where nobody has renewed it. */
  readonly renewedTo: string | null;
  readonly exportedAt: number | null;
}

export interface ReviewStore {
  /**
   * What is known of the same note or entry; `fresh` where nothing is. Where the note gives another date than was known it begins anew,
   * and keeps its interval where that date is the one it was renewed to.
   */
  open(fresh: StoredReview): Promise<StoredReview>;
  find(id: string): Promise<StoredReview | null>;
  noteAsked(id: string, at: number): Promise<void>;
  /** True for the one caller who renews what was `from`; it has to be exported then. */
  renew(id: string, from: Pick<StoredReview, 'review' | 'renewedTo'>, to: string): Promise<boolean>;
  /** Renewed, and not exported yet; by note. */
  listToExport(): Promise<readonly StoredReview[]>;
  markExported(ids: readonly string[], at: number): Promise<void>;
}
