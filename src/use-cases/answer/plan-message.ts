// Looks at a message and plans what to do about it: the part that every surface shares.
import type { ChannelMode } from '../../answer/channel-mode.ts';
import { leastQuestionProbability } from '../../answer/decide.ts';
import { findReasonToStaySilent, maxAnswersAMinute, type Surroundings } from '../../answer/decide-attention.ts';
import { type Decision, silent, toProposed } from '../../answer/decision.ts';
import { type Message, threadOf } from '../../answer/message.ts';
import { type Action, type PlanContext, planActions } from '../../answer/plan-actions.ts';
import type { Reading } from '../../answer/reading/read-questions.ts';
import type { Reply } from '../../answer/reply/reply.ts';
import type { CardDependencies } from '../ask-team/team-cards.ts';
import { forgetReply } from '../delivery/forget-reply.ts';
import type { ChangeStore } from '../edits/change-store.ts';
import { ChatError } from '../interfaces/chat.ts';
import type { DecisionStore } from '../interfaces/decision-store.ts';
import type { OpenQuestionStore } from '../interfaces/open-question-store.ts';
import type { StoredReply } from '../interfaces/reply-store.ts';
import type { Searcher } from '../interfaces/searcher.ts';
import type { TeamRoster } from '../interfaces/team-roster.ts';
import { type SettingsStore, withoutSettings } from '../settings/settings-store.ts';
import { findWithheld } from '../suggest/find-withheld.ts';
import type { SuggestDependencies } from '../suggest/suggest-quietly.ts';
import { considerMessage } from './consider-message.ts';
import { findExample } from './find-example.ts';
import { readMessage } from './read-message.ts';
import { type YieldDependencies, yieldToPeople } from './yield-to-people.ts';

/** What every answer depends on, wired once by the composition root. */
export interface AnswerDependencies extends CardDependencies, SuggestDependencies, Omit<YieldDependencies, 'chat'> {
  readonly searcher: Searcher;
  readonly decisions: DecisionStore;
  readonly changes: ChangeStore;
  readonly openQuestions: OpenQuestionStore;
  readonly settings: SettingsStore;
  readonly roster: TeamRoster;
  /** Hears of each decision, for whoever watches (the local workspace's panel). */
  readonly onDecision: (message: Message, decision: Decision) => void;
  /** Hears of each reply that was posted, for whoever counts. */
  readonly onReply: (message: Message, reply: Reply) => void;
  readonly defaultMode: ChannelMode;
  readonly canAskTeam: boolean;
  /** True under Slack's agent view. */
  readonly isAgentView: boolean;
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
  { isCatchUp = false }: { readonly isCatchUp?: boolean } = {},
): Promise<PlannedMessage> {
  const reading = await readMessage(dependencies, message, botUser);
  const inThread = await dependencies.replies.listInThread(message.team, message.channel, threadOf(message));
  // Delivered again, a message must not find its own reply and take it for an earlier one.
  const earlier = inThread.filter(({ questionTs }) => questionTs !== message.ts);
  const set = await dependencies.settings.find(message.team, message.channel);
  const { suggestsQuietly, notes: scope, ...usual } = set ?? withoutSettings(dependencies.defaultMode);
  const mode = await findMode(dependencies, message, usual.mode);
  const surroundings = await observe(dependencies, message, { reading, earlier, mode, isCatchUp });
  const reason = findReasonToStaySilent(message, surroundings);
  const answered = earlier.filter(({ kind }) => kind === 'answer');
  const answeredHere = new Set(answered.flatMap(({ entries }) => entries.map(({ entryKey }) => entryKey)));
  const isInChannel = reason === null && message.surface === 'channel';
  const withheld = isInChannel ? await findWithheld(dependencies, message, { mode, suggestsQuietly, isCatchUp }) : null;
  const considered =
    reason === null
      ? await considerMessage(dependencies.searcher, {
          surface: message.surface,
          reading,
          scope,
          answeredHere,
          withheld,
        })
      : silent(reason);
  // What has its reply keeps it.
  const decision =
    earlier.length < inThread.length
      ? considered
      : await yieldToPeople(dependencies, message, {
          decision: mode === 'draft' && message.surface === 'channel' ? toProposed(considered) : considered,
          isFollowUp: message.threadTs !== null,
          isCatchUp,
        });
  const earlierLinks = await findEarlierLinks(dependencies, earlier, decision);
  if (earlierLinks === null) return await planMessage(dependencies, message, botUser, { isCatchUp });
  const mayNeedHelp = decision.kind === 'silent' && message.surface !== 'channel';
  const example = mayNeedHelp ? await findExample(dependencies, message) : null;
  const context = toPlanContext(dependencies, { mode, reading, surroundings, earlierLinks, example });
  return { decision, actions: planActions(message, decision, context) };
}

/** While office hours run, the bot speaks in their channel. */
async function findMode({ sessions }: AnswerDependencies, message: Message, usual: ChannelMode): Promise<ChannelMode> {
  if (usual === 'auto' || usual === 'draft') return usual;
  return (await sessions.findRunning(message.team, message.channel)) === null ? usual : 'auto';
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
  { reading, earlier, mode, isCatchUp }: Observed & { readonly isCatchUp: boolean },
): Promise<Surroundings> {
  const { roster } = dependencies;
  return {
    mode,
    isTeamMember: await roster.isMember(message.user),
    isFollowUp: earlier.some(({ asker, kind }) => asker === message.user && kind === 'answer'),
    addressesOther: reading.addressesOther,
    recentAnswers: await countRecentAnswers(dependencies, message, isCatchUp),
  };
}

/** Delivered again, or edited, what has had its answer is one question and no further one. */
async function countRecentAnswers(
  { decisions, clock }: AnswerDependencies,
  message: Message,
  isCatchUp: boolean,
): Promise<number> {
  const { team, channel, ts } = message;
  if (isCatchUp) return await decisions.countAnsweredBefore(message, minuteMs / 1000);
  const others = await decisions.countAnsweredSince(message, clock.now() - minuteMs, ts);
  if (others < maxAnswersAMinute) return others;
  return (await decisions.find(team, channel, ts))?.isAnswered === true ? 0 : others;
}

interface Planned extends Pick<Observed, 'mode' | 'reading'>, Pick<PlanContext, 'earlierLinks' | 'example'> {
  readonly surroundings: Surroundings;
}

function toPlanContext(
  { canAskTeam, clock, command, staleAfterDays }: AnswerDependencies,
  { mode, reading, surroundings, earlierLinks, example }: Planned,
): PlanContext {
  return {
    mode,
    isTeamMember: surroundings.isTeamMember,
    asksSomething: reading.questionProbability >= leastQuestionProbability,
    wantsHelp: reading.wantsHelp,
    now: clock.now(),
    ...{ canAskTeam, command, staleAfterDays, example },
    ...(earlierLinks === undefined ? {} : { earlierLinks }),
  };
}

/** Links to the earlier replies that a repeated answer points to; Slack is asked only where one is needed. Null: one of them is gone, and is known no more. */
async function findEarlierLinks(
  dependencies: AnswerDependencies,
  earlier: readonly StoredReply[],
  decision: Decision,
): Promise<ReadonlyMap<string, string | null> | null> {
  const links = new Map<string, string | null>();
  for (const { kind, reason, matches } of decision.questions) {
    const key = matches[0]?.entry.key;
    const reply = earlier.find(({ entries }) => entries.some(({ entryKey }) => entryKey === key));
    if (kind !== 'answer' || reason !== 'already-answered-here' || key === undefined || reply === undefined) continue;
    const link = await findEarlierLink(dependencies, reply);
    if (link === 'gone') return null;
    links.set(key, link.url);
  }
  return links;
}

/** Without a link the reply is pointed to in words. One that was deleted unseen is forgotten. */
async function findEarlierLink(
  dependencies: AnswerDependencies,
  reply: StoredReply,
): Promise<{ readonly url: string | null } | 'gone'> {
  try {
    return { url: await dependencies.chat.findPermalink(reply.channel, reply.ts) };
  } catch (error) {
    if (!(error instanceof ChatError)) throw error;
    if (error.code !== 'message_not_found') return { url: null };
    await forgetReply(dependencies, reply);
    return 'gone';
  }
}
