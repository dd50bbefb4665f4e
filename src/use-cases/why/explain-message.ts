// *Why this answer?*: what was decided about a message, or would be now.
import type { Decision } from '../../answer/decision.ts';
import { readQuestions } from '../../answer/reading/read-questions.ts';
import { considerMessage } from '../answer/consider-message.ts';
import type { DecisionStore } from '../interfaces/decision-store.ts';
import type { ReplyStore, StoredReply } from '../interfaces/reply-store.ts';
import type { Searcher } from '../interfaces/searcher.ts';
import type { TeamRoster } from '../interfaces/team-roster.ts';

export interface ExplainDependencies {
  readonly decisions: DecisionStore;
  readonly replies: ReplyStore;
  readonly searcher: Searcher;
  readonly roster: TeamRoster;
}

/** The message that somebody asks about. */
export interface Explained {
  readonly team: string;
  readonly channel: string;
  readonly ts: string;
  readonly text: string;
  /** Who wrote it, or null where no person did. */
  readonly author: string | null;
  /** Who asks. */
  readonly user: string;
}

export interface Explanation {
  /** What was decided when the message came; null where nothing is kept. */
  readonly decided: Decision | null;
  /** For the team, where nothing is kept: what a plain channel message with these words would get now. */
  readonly wouldDecide: Decision | null;
  /** The bot's reply that was asked about, or null. */
  readonly reply: StoredReply | null;
  readonly isTeamMember: boolean;
  /** The message that the decision is about, and who wrote it. */
  readonly questionTs: string;
  readonly asker: string | null;
}

export async function explainMessage(dependencies: ExplainDependencies, explained: Explained): Promise<Explanation> {
  const { decisions, replies, roster } = dependencies;
  const { team, channel, ts } = explained;
  const reply = await replies.find(team, channel, ts);
  const questionTs = reply?.questionTs ?? ts;
  const stored = await decisions.find(team, channel, questionTs);
  const isTeamMember = await roster.isMember(explained.user);
  const isAskedNow = stored === null && isTeamMember && reply === null && explained.author !== null;
  return {
    decided: stored?.decision ?? null,
    wouldDecide: isAskedNow ? await decideNow(dependencies, explained.text) : null,
    reply,
    isTeamMember,
    questionTs,
    asker: stored?.user ?? reply?.asker ?? explained.author,
  };
}

async function decideNow({ searcher }: ExplainDependencies, text: string): Promise<Decision> {
  const reading = readQuestions(text);
  return await considerMessage(searcher, { surface: 'channel', reading, answeredHere: new Set() });
}
