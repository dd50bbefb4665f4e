// A message was edited or deleted: the bot's reply to it follows.
import { maxSuggestions } from '../../answer/decide.ts';
import { toKeptDecision } from '../../answer/kept-decision.ts';
import { type Message, placeOf } from '../../answer/message.ts';
import { type AnswerDependencies, planMessage } from '../answer/plan-message.ts';
import { waitForPeople } from '../answer/yield-to-people.ts';
import { followDeletionInTeam, followEditInTeam, listOpenInTeam } from '../ask-team/follow-in-team.ts';
import { carryOut } from '../delivery/carry-out.ts';
import { updatePosted } from '../delivery/change-posted.ts';
import { forgetReply } from '../delivery/forget-reply.ts';
import { forgetMark, markLooking, markQuestion } from '../delivery/mark-question.ts';
import { recordDecision, recordOpenQuestions, toStoredContent } from '../delivery/record.ts';
import { toMessageKey } from '../delivery/to-message-key.ts';
import { withdrawReply } from '../delivery/withdraw-reply.ts';
import type { StoredReply } from '../interfaces/reply-store.ts';
import { withdrawOffer } from '../learn/offer-wording.ts';
import { collectQuestions } from '../office-hours/collect-questions.ts';
import { followDeletionInSession, followEditInSession } from '../office-hours/follow-in-session.ts';
import type { StoredChange } from './change-store.ts';
import { hasSameOutcome, isAboutText } from './outcome.ts';

type Place = Pick<StoredChange, 'team' | 'channel' | 'ts'>;

/** A message edited into a question is answered so long after it was posted. */
const answeredAfterEditMs = 10 * 60_000;

/** Takes in that the message now reads as given. `editedTs`: Slack's timestamp of the edit. */
export async function followEdit(
  dependencies: AnswerDependencies,
  edit: { readonly message: Message; readonly editedTs: string },
  botUser: string | null,
): Promise<void> {
  const { changes, clock, decisions } = dependencies;
  const { team, channel, ts } = edit.message;
  // Who wrote it wants to be known no more.
  if ((await decisions.find(team, channel, ts))?.user === '') return;
  await changes.save({ team, channel, ts, message: edit.message, changedTs: edit.editedTs, changedAt: clock.now() });
  await settleInTurn(dependencies, { team, channel, ts }, botUser);
}

/** Takes in that the message is gone; it may have been one of the bot's own. */
export async function followDeletion(dependencies: AnswerDependencies, place: Place): Promise<void> {
  const { changes, clock, replies } = dependencies;
  const own = await replies.find(place.team, place.channel, place.ts);
  if (own !== null) {
    await replies.remove(place.team, place.channel, place.ts);
    await markQuestion(dependencies, { ...place, ts: own.questionTs });
    return;
  }
  await changes.save({ ...place, message: null, changedTs: place.ts, changedAt: clock.now() });
  await settleInTurn(dependencies, place, null);
}

/** As `settleChanges`, for who is not yet at work on the message. */
export async function settleInTurn(
  dependencies: AnswerDependencies,
  place: Place,
  botUser: string | null,
): Promise<void> {
  await dependencies.locks.run(toMessageKey(place), () => settleChanges(dependencies, place, botUser));
}

/**
 * Brings the reply to where the newest change wants it, and looks again: a change that came in meanwhile, through whichever
 * process, is kept before the reply is looked for, so one of the two sees the other.
 */
export async function settleChanges(
  dependencies: AnswerDependencies,
  place: Place,
  botUser: string | null,
): Promise<void> {
  let settled: string | null = null;
  for (;;) {
    const change = await dependencies.changes.find(place);
    if (change === null || change.changedTs === settled) return;
    if (change.message === null) await settleDeletion(dependencies, place);
    else await settleEdit(dependencies, change.message, botUser);
    await dependencies.changes.settle(change);
    settled = change.changedTs;
  }
}

async function settleDeletion(dependencies: AnswerDependencies, place: Place): Promise<void> {
  const { decisions, openQuestions, replies } = dependencies;
  const { team, channel, ts } = place;
  await forgetMark(dependencies, place);
  for (const reply of await replies.listForQuestion(team, channel, ts)) {
    if (reply.purpose !== 'shared') await withdrawReply(dependencies, reply);
  }
  await followDeletionInTeam(dependencies, place);
  await followDeletionInSession(dependencies, place);
  await decisions.remove(team, channel, ts);
  await openQuestions.removeFor(team, channel, ts);
  await withdrawOffer(dependencies, place);
}

async function settleEdit(dependencies: AnswerDependencies, message: Message, botUser: string | null): Promise<void> {
  const { clock, decisions, openQuestions, replies } = dependencies;
  const { team, channel, ts } = message;
  await followEditInSession(dependencies, message);
  const previous = (await decisions.find(team, channel, ts))?.decision ?? null;
  const posted = await replies.listForQuestion(team, channel, ts);
  const reply = posted.find(({ purpose }) => purpose === 'auto');
  const waitedMs = dependencies.answerDelaySeconds * 1000;
  const isFresh = clock.now() - Number(ts) * 1000 <= answeredAfterEditMs + waitedMs;
  // Where somebody has linked an answer by hand, that one stands.
  const mayBeAnswered = reply === undefined && isFresh && posted.length === 0;
  const isWithTeam = (await listOpenInTeam(dependencies, message)).length > 0;
  if (reply === undefined && !mayBeAnswered && !isWithTeam) return;
  const planned = await planMessage(dependencies, message, botUser);
  if (mayBeAnswered && (await waitForPeople(dependencies, message, planned.actions))) {
    await markLooking(dependencies, message, 0);
    return;
  }
  await openQuestions.removeFor(team, channel, ts);
  await followEditInTeam(dependencies, message, planned);
  if (mayBeAnswered) {
    // Another process is about to post a reply to the old words, and will see the change after it: what it decided stays to compare with.
    if (!(await carryOut(dependencies, message, planned.actions))) return;
  } else if (reply !== undefined && (previous === null || !hasSameOutcome(previous, toKeptDecision(planned.decision))))
    await changeReply(dependencies, { message, reply, ...planned });
  if (!mayBeAnswered) await markQuestion(dependencies, message);
  await recordDecision(dependencies, message, planned);
  await collectQuestions(dependencies, message, planned);
}

interface ReplyChange extends Awaited<ReturnType<typeof planMessage>> {
  readonly message: Message;
  readonly reply: StoredReply;
}

async function changeReply(
  dependencies: AnswerDependencies,
  { message, reply, decision, actions }: ReplyChange,
): Promise<void> {
  const { logger, replies } = dependencies;
  const wanted = actions.find((action) => action.type === 'reply')?.reply ?? null;
  for (const action of actions)
    if (action.type === 'record-open') await recordOpenQuestions(dependencies, message, action.questions);
  if (actions.some(({ type }) => type === 'propose')) {
    await proposeAnew(dependencies, { message, reply, decision, actions });
    return;
  }
  if (wanted === null) {
    if (!stillFits(decision, reply)) await withdrawReply(dependencies, reply);
    return;
  }
  const outcome = await updatePosted(dependencies, reply, wanted);
  if (outcome === 'gone') {
    await forgetReply(dependencies, reply);
    await carryOut(dependencies, message, actions);
    return;
  }
  await replies.save({ ...reply, ...toStoredContent(wanted) });
  logger.info({ channel: reply.channel, ts: reply.ts, kind: wanted.kind, outcome }, 'The reply follows an edit');
}

/** A reply in the channel stays where the new words would get none for reasons beside them, or where it shows one of what they probably mean. */
function stillFits({ kind, reason, questions }: ReplyChange['decision'], { entries }: StoredReply): boolean {
  if (kind !== 'suggest') return !isAboutText(reason);
  const suggested = questions
    .filter((question) => question.kind === 'suggest')
    .flatMap(({ matches }) => matches.slice(0, maxSuggestions));
  return entries.some(({ entryKey }) => suggested.some(({ entry }) => entry.key === entryKey));
}

/** In draft mode the team looks at the new reply first; the one it had posted for the old words goes. */
async function proposeAnew(dependencies: AnswerDependencies, { message, reply, actions }: ReplyChange): Promise<void> {
  if (!(await withdrawReply(dependencies, reply))) return;
  await dependencies.claims.release({ ...placeOf(message), purpose: 'proposed' });
  await carryOut(dependencies, message, actions);
}
