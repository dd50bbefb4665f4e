// Which reaction of the bot's own stands on a question. Interface only.

/** How a question stands: the bot is at it, it has its answer, or the team has it. */
export type QuestionMark = 'looking' | 'answered' | 'with-team';

export interface MarkedPlace {
  readonly team: string;
  readonly channel: string;
  /** Timestamp of the question. */
  readonly ts: string;
}

export interface StandingMark {
  readonly mark: QuestionMark;
  /** False while nobody knows whether Slack has taken it. */
  readonly isSure: boolean;
}

export interface MarkStore {
  find(place: MarkedPlace): Promise<StandingMark | null>;
  /** Keeps that Slack is asked for it: nobody knows yet. */
  save(place: MarkedPlace, mark: QuestionMark, now: number): Promise<void>;
  /** Slack has taken it. Nothing where it was removed meanwhile, with the question. */
  confirm(place: MarkedPlace): Promise<void>;
  remove(place: MarkedPlace): Promise<void>;
}
