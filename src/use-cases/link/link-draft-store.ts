// A message for which a team member has the linking modal open: a modal cannot carry it all. Interface only.
import type { GroupQuestion } from '../reports/bring-to-group.ts';

export interface LinkDraft {
  readonly id: string;
  readonly team: string;
  readonly channel: string;
  readonly ts: string;
  readonly threadTs: string | null;
  /** Who asked; null where no person did, as in a workflow's form, or nobody may know. */
  readonly author: string | null;
  /** The message as Slack sent it. */
  readonly text: string;
  /** The only one who may go on with it. */
  readonly openedBy: string;
  /** Milliseconds since 1970, UTC. */
  readonly openedAt: number;
  /** Entries offered, best first. */
  readonly offered: readonly string[];
  /** The wording that is offered for remembering; may be empty. */
  readonly wording: string;
  /** Whether remembering it is on from the beginning. */
  readonly remembers: boolean;
  /** Key of the entry chosen so far, or null. */
  readonly chosen: string | null;
  /** The question in the team channel that this answers, or null for the shortcut. */
  readonly questionId: string | null;
  /** The question of office hours that this answers; left out elsewhere. */
  readonly sessionQuestion?: string;
  /** The unanswered questions that mean the same, this one first: all of them get the answer. Left out elsewhere. */
  readonly group?: readonly GroupQuestion[];
}

export interface LinkDraftStore {
  save(draft: LinkDraft): Promise<void>;
  find(id: string): Promise<LinkDraft | null>;
  remove(id: string): Promise<void>;
  removeBefore(time: number): Promise<void>;
}
