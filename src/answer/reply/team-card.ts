// A question as it stands in the team channel, as data: the Slack room makes blocks of it. Pure.
import type { AnswerReply } from './reply.ts';

/**
 * `linked`: from the notes; `written`: in the team's own words; `declined`: not for us; `posted`, `left`: a proposed answer;
 * `deleted`: the asker took the question back; `edited`: the message no longer asks what the proposed answer was for.
 */
export const closedStates = ['linked', 'written', 'declined', 'posted', 'left', 'deleted', 'edited'] as const;

export type ClosedState = (typeof closedStates)[number];

/** Where a question was asked. */
export type AskedWhere = 'channel' | 'direct' | 'command';

export interface TeamCard {
  readonly kind: 'asked' | 'proposed';
  readonly questions: readonly string[];
  /** Name of who asked, as plain text, or null. */
  readonly askerName: string | null;
  readonly where: AskedWhere;
  /** Link to the question, or null where the team cannot see it. */
  readonly permalink: string | null;
  readonly proposed: AnswerReply | null;
  /** True where the question was edited after it came here; it is shown as it reads now. */
  readonly isEdited: boolean;
  readonly closed: {
    readonly state: ClosedState;
    /** As plain text; empty where the asker closed it by an edit or a deletion. */
    readonly by: string;
    /** The entry that was linked or posted, or null. */
    readonly entry: { readonly question: string; readonly url: string | null } | null;
    /** What was learned and can be forgotten, or null. */
    readonly learned: { readonly id: string; readonly wording: string } | null;
  } | null;
}
