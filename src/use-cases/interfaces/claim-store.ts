// Who speaks: a unique insert decides it between redeliveries, doubled events and replicas. Interface only.

/**
 * `auto`: the bot's own reply; `linked`: an answer that the team linked; `shared`: an answer shared from a command;
 * `proposed`: a reply proposed to the team; `asked`: a question passed on to it; `written`, `declined`: what it said to that;
 * `told`: the promised answer; `review`: whether a note is still right; `offers`: wordings that wait for the team; `session`: what belongs to office hours;
 * `notice-…`: something said privately, once.
 */
export type ClaimPurpose =
  | 'auto'
  | 'linked'
  | 'shared'
  | 'proposed'
  | 'asked'
  | 'written'
  | 'declined'
  | 'told'
  | 'offers'
  | 'session'
  | 'digest'
  | 'reminder'
  | 'review'
  | 'notice-rate'
  | 'notice-team-member'
  | 'notice-invited';

export interface Claim {
  readonly team: string;
  readonly channel: string;
  /** The message's timestamp, or another id for what has none. */
  readonly ts: string;
  readonly purpose: ClaimPurpose;
}

export interface ClaimStore {
  /** True for the one caller who may go on and speak; false for everybody after, or for `lastsMs` milliseconds where that is given. */
  claim(claim: Claim, now: number, lastsMs?: number): Promise<boolean>;
  /** Gives a claim back after speaking failed, so that a later attempt may succeed. */
  release(claim: Claim): Promise<void>;
}
