// Looks at a message and plans what to do about it: the part that every surface shares.
import type { ChannelMode } from '../../answer/channel-mode.ts';
import { asksAtLeast } from '../../answer/decide.ts';
import { findReasonToStaySilent, type Surroundings } from '../../answer/decide-attention.ts';
import { type Decision, silent } from '../../answer/decision.ts';
import { type Message, threadOf } from '../../answer/message.ts';
import { type Action, type PlanContext, planActions } from '../../answer/plan-actions.ts';
import { type Reading, readQuestions } from '../../answer/reading/read-questions.ts';
import type { Reply } from '../../answer/reply/reply.ts';
import type { Turns } from '../delivery/turns.ts';
import type { ProposeDependencies } from '../draft/propose-reply.ts';
import type { ChangeStore } from '../edits/change-store.ts';
import type { Chat } from '../interfaces/chat.ts';
import type { ClaimStore } from '../interfaces/claim-store.ts';
import type { Clock } from '../interfaces/clock.ts';
import type { DecisionStore } from '../interfaces/decision-store.ts';
import type { Logger } from '../interfaces/logger.ts';
import type { OpenQuestionStore } from '../interfaces/open-question-store.ts';
import type { ReplyStore, StoredReply } from '../interfaces/reply-store.ts';
import type { Searcher } from '../interfaces/searcher.ts';
import type { TeamRoster } from '../interfaces/team-roster.ts';
import type { SettingsStore } from '../settings/settings-store.ts';
import { considerMessage } from './consider-message.ts';

/** What every answer depends on, wired once by the composition root. */
export interface AnswerDependencies extends ProposeDependencies {
  readonly searcher: Searcher;
  readonly chat: Chat;
  readonly claims: ClaimStore;
  readonly replies: ReplyStore;
  readonly decisions: DecisionStore;
  readonly changes: ChangeStore;
  readonly openQuestions: OpenQuestionStore;
  readonly settings: SettingsStore;
  readonly roster: TeamRoster;
  /** Keeps the answer to a message and its changes from overlapping. */
  readonly turns: Turns;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Hears of each decision, for whoever watches (the local workspace's panel). */
  readonly onDecision: (message: Message, decision: Decision) => void;
  /** Hears of each reply that was posted, for whoever counts. */
  readonly onReply: (message: Message, reply: Reply) => void;
  readonly defaultMode: ChannelMode;
  readonly canAskTeam: boolean;
  readonly command: string;
  readonly staleAfterDays: number;
}

/** What was decided about a message, and what is to be done about it. */
export interface PlannedMessage {
  readonly decision: Decision;
  readonly actions: readonly Action[];
}

/** Decides about the message and plans; nothing has been posted or kept yet. Rejects where the search or the database fails. */
export async function planMessage(
  dependencies: AnswerDependencies,
  message: Message,
  botUser: string | null,
): Promise<PlannedMessage> {
  const reading = readQuestions(message.text, botUser);
  const inThread = await dependencies.replies.listInThread(message.team, message.channel, threadOf(message));
  // Delivered again, a message must not find its own reply and take it for an earlier one.
  const earlier = inThread.filter(({ questionTs }) => questionTs !== message.ts);
  const mode = (await dependencies.settings.findMode(message.team, message.channel)) ?? dependencies.defaultMode;
  const surroundings = await observe(dependencies, message, { reading, earlier, mode });
  const reason = findReasonToStaySilent(message, surroundings);
  const answered = earlier.filter(({ kind }) => kind === 'answer');
  const answeredHere = new Set(answered.flatMap(({ entries }) => entries.map(({ entryKey }) => entryKey)));
  const decision =
    reason === null
      ? await considerMessage(dependencies.searcher, { surface: message.surface, reading, answeredHere })
      : silent(reason);
  dependencies.onDecision(message, decision);
  const context = await toPlanContext(dependencies, { decision, mode, earlier, reading, surroundings });
  return { decision, actions: planActions(message, decision, context) };
}

const minuteMs = 60_000;

interface Observed {
  readonly reading: Reading;
  readonly earlier: readonly StoredReply[];
  readonly mode: ChannelMode;
}

async function observe(
  dependencies: AnswerDependencies,
  message: Message,
  { reading, earlier, mode }: Observed,
): Promise<Surroundings> {
  const { decisions, roster, clock } = dependencies;
  return {
    mode,
    isTeamMember: await roster.isMember(message.user),
    isFollowUp: earlier.some(({ asker, kind }) => asker === message.user && kind === 'answer'),
    addressesOther: reading.addressesOther,
    recentQuestions: await decisions.countQuestionsSince(message, clock.now() - minuteMs, message.ts),
  };
}

interface Planned extends Observed {
  readonly decision: Decision;
  readonly surroundings: Surroundings;
}

async function toPlanContext(dependencies: AnswerDependencies, planned: Planned): Promise<PlanContext> {
  const { decision, mode, reading, surroundings } = planned;
  return {
    mode,
    isTeamMember: surroundings.isTeamMember,
    asksSomething: reading.asks >= asksAtLeast,
    canAskTeam: dependencies.canAskTeam,
    command: dependencies.command,
    now: dependencies.clock.now(),
    staleAfterDays: dependencies.staleAfterDays,
    earlierLinks: await findEarlierLinks(dependencies, planned.earlier, decision),
  };
}

/** Links to the earlier replies that a repeated answer points to; Slack is asked only where one is needed. */
async function findEarlierLinks(
  { chat }: AnswerDependencies,
  earlier: readonly StoredReply[],
  decision: Decision,
): Promise<ReadonlyMap<string, string | null>> {
  const links = new Map<string, string | null>();
  for (const { kind, reason, matches } of decision.questions) {
    const key = matches[0]?.entry.key;
    const reply = earlier.find(({ entries }) => entries.some(({ entryKey }) => entryKey === key));
    if (kind !== 'answer' || reason !== 'already-answered-here' || key === undefined || reply === undefined) continue;
    links.set(key, await chat.findPermalink(reply.channel, reply.ts));
  }
  return links;
}
