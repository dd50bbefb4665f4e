// A reaction on the question shows how it stands, where the channel wants that: kept first, and put there as soon as Slack lets it.
import { isAnswered } from '../../office-hours/session.ts';
import type { TeamQuestionStore } from '../ask-team/team-question-store.ts';
import { type Chat, ChatError } from '../interfaces/chat.ts';
import type { ReplyStore } from '../interfaces/reply-store.ts';
import type { SessionStore } from '../office-hours/session-store.ts';
import type { SettingsStore } from '../settings/settings-store.ts';
import { type ChangeDependencies, postponeFailed } from './change-posted.ts';
import { isCommand } from './is-command.ts';
import type { MarkedPlace, MarkStore, QuestionMark } from './mark-store.ts';
import type { Pending, Work } from './outbox-store.ts';
import { toMessageKey } from './to-message-key.ts';

export interface MarkDependencies extends Pick<ChangeDependencies, 'clock' | 'outbox'> {
  readonly marks: MarkStore;
  readonly settings: Pick<SettingsStore, 'find'>;
  readonly replies: Pick<ReplyStore, 'listForQuestion'>;
  readonly teamQuestions: Pick<TeamQuestionStore, 'listByQuestion'>;
  readonly sessions: Pick<SessionStore, 'listAskings' | 'findQuestion'>;
}

export type PendingMark = Pending<Extract<Work, { kind: 'mark' }>>;

/** What is answered sooner shows only that it is: nobody reads two reactions in a second. */
export const lookingAfterMs = 1000;

/** Brings the reaction to how the question stands. `mark`: what the stores do not know. Rejects where the database fails. */
export async function markQuestion(
  dependencies: MarkDependencies,
  { team, channel, ts }: MarkedPlace,
  mark?: QuestionMark,
): Promise<void> {
  const place = { team, channel, ts };
  if (isCommand(ts)) return;
  const isWanted = await wantsMarks(dependencies, place);
  if (!isWanted && (await dependencies.marks.find(place)) === null) return;
  await keep(dependencies, place, isWanted ? (mark ?? (await findMark(dependencies, place))) : null, 0);
}

/** The bot is at it; what becomes of it within `afterMs` takes the place of this. */
export async function markLooking(
  dependencies: MarkDependencies,
  { team, channel, ts }: MarkedPlace,
  afterMs: number,
): Promise<void> {
  const place = { team, channel, ts };
  if (!isCommand(ts) && (await wantsMarks(dependencies, place))) await keep(dependencies, place, 'looking', afterMs);
}

/** The question is deleted, and its reactions with it. */
export async function forgetMark(dependencies: MarkDependencies, place: MarkedPlace): Promise<void> {
  if ((await dependencies.marks.find(place)) !== null) await dependencies.marks.remove(place);
  if (await wantsMarks(dependencies, place)) await keep(dependencies, place, null, 0);
}

async function wantsMarks({ settings }: MarkDependencies, { team, channel }: MarkedPlace): Promise<boolean> {
  return (await settings.find(team, channel))?.reacts === true;
}

/** Of what is wanted one after the other only the last counts. */
async function keep(
  { clock, outbox }: MarkDependencies,
  { team, channel, ts }: MarkedPlace,
  mark: QuestionMark | null,
  afterMs: number,
): Promise<void> {
  const since = clock.now();
  const place = { team, channel, ts };
  const id = `mark ${toMessageKey(place)}`;
  await outbox.keep({ id, work: { kind: 'mark', place, mark }, attempts: 0, since, dueAt: since + afterMs });
}

/** What waits for the team is with the team, whatever was said before. */
async function findMark(
  { replies, sessions, teamQuestions }: MarkDependencies,
  { team, channel, ts }: MarkedPlace,
): Promise<QuestionMark | null> {
  const asked = await teamQuestions.listByQuestion(team, channel, ts);
  if (asked.some(({ closing }) => closing === null)) return 'with-team';
  if (asked.some(({ closing }) => closing?.state === 'written')) return 'answered';
  const reopened: number[] = [];
  for (const { questionId } of await sessions.listAskings(team, channel, ts)) {
    const question = await sessions.findQuestion(questionId);
    if (question !== null && isAnswered(question)) return 'answered';
    if (question !== null && question.reopenedAt !== null) reopened.push(question.reopenedAt);
  }
  const posted = await replies.listForQuestion(team, channel, ts);
  const since = posted.filter(({ postedAt }) => postedAt > Math.max(0, ...reopened));
  return since.some(({ kind, purpose }) => kind === 'answer' && purpose !== 'shared') ? 'answered' : null;
}

interface ShowDependencies extends Pick<ChangeDependencies, 'clock' | 'logger' | 'outbox'> {
  readonly chat: Pick<Chat, 'react' | 'unreact'>;
  readonly marks: MarkStore;
}

/** Takes off what stood and puts on what is wanted, in its turn. What Slack refuses is left: nothing depends on a reaction. */
export async function showMark(dependencies: ShowDependencies, pending: PendingMark): Promise<void> {
  const { outbox } = dependencies;
  try {
    await change(dependencies, pending.work);
  } catch (error) {
    if (!(error instanceof ChatError)) throw error;
    if (error.failure !== 'refused') {
      await postponeFailed(dependencies, pending, error);
      return;
    }
    await dependencies.marks.remove(pending.work.place);
  }
  await outbox.remove(pending);
}

async function change({ chat, clock, marks }: ShowDependencies, { place, mark }: PendingMark['work']): Promise<void> {
  const { channel, ts } = place;
  const standing = await marks.find(place);
  if (standing !== null && standing.mark !== mark) {
    await chat.unreact(channel, ts, standing.mark);
    await marks.remove(place);
  }
  if (mark === null || (standing?.mark === mark && standing.isSure)) return;
  // Kept before it is tried: what Slack took and nobody heard of can be taken off again.
  await marks.save(place, mark, clock.now());
  await chat.react(channel, ts, mark);
  await marks.confirm(place);
}
