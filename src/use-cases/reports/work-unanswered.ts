// The team works on what is unanswered: links or writes an answer, puts a question aside, or takes it. Checked at each press.
import { deliverToAsker } from '../delivery/deliver-to-asker.ts';
import { markQuestion } from '../delivery/mark-question.ts';
import { type DraftDependencies, type OfferedDraft, offerWritten } from '../drafts/offer-draft.ts';
import type { StoredOpenQuestion } from '../interfaces/open-question-store.ts';
import { type Preparation, prepareLink } from '../link/prepare-link.ts';
import { listUnanswered, type UnansweredGroup } from './list-unanswered.ts';

/** Somebody presses a button beside a group; `key` names its newest question, as the button carries it. */
export interface UnansweredPress {
  readonly team: string;
  readonly user: string;
  readonly key: string;
}

export type UnansweredRefusal = 'team-only' | 'gone';

/** Names a question of a group, for a button. */
export function toUnansweredKey({
  channel,
  ts,
  position,
}: Pick<StoredOpenQuestion, 'channel' | 'ts' | 'position'>): string {
  return JSON.stringify([channel, ts, position]);
}

interface FoundQuestion {
  readonly question: StoredOpenQuestion;
  readonly group: UnansweredGroup;
}

/** The question that the key names, with those that mean the same; for the team alone, and only while it is unanswered. */
export async function findUnanswered(
  dependencies: DraftDependencies,
  press: UnansweredPress,
): Promise<FoundQuestion | UnansweredRefusal> {
  const groups = await listUnanswered(dependencies, press);
  if (groups === null) return 'team-only';
  for (const group of groups) {
    const question = group.questions.find((each) => toUnansweredKey(each) === press.key);
    if (question !== undefined) return { question, group };
  }
  return 'gone';
}

/** *Not for us*: the whole group goes. Nobody is told: its askers have not asked the team. */
export async function putAside(
  dependencies: DraftDependencies,
  press: UnansweredPress,
): Promise<'put-aside' | UnansweredRefusal> {
  const found = await findUnanswered(dependencies, press);
  if (typeof found === 'string') return found;
  for (const question of found.group.questions) await dependencies.openQuestions.remove(question);
  dependencies.logger.info({ count: found.group.questions.length }, 'Put unanswered questions aside');
  return 'put-aside';
}

/** *I take this*: shown to the team. */
export async function takeUnanswered(
  dependencies: DraftDependencies,
  press: UnansweredPress,
): Promise<'taken' | UnansweredRefusal> {
  const { chat, clock, openQuestions } = dependencies;
  const found = await findUnanswered(dependencies, press);
  if (typeof found === 'string') return found;
  const by = { user: press.user, name: (await chat.findName(press.user)) ?? '', at: clock.now() };
  for (const question of found.group.questions) await openQuestions.take(question, by);
  return 'taken';
}

/** *Link an answer*: the window of the shortcut, for the message that asked it last. */
export async function prepareUnansweredLink(
  dependencies: DraftDependencies,
  press: UnansweredPress,
): Promise<Preparation | { readonly kind: UnansweredRefusal }> {
  const found = await findUnanswered(dependencies, press);
  if (typeof found === 'string') return { kind: found };
  const { team, channel, ts, threadTs = null, user, text } = found.question;
  return await prepareLink(dependencies, {
    ...{ team, channel, ts, threadTs, author: user, writtenBy: 'person', text },
    user: press.user,
    questionId: null,
  });
}

export type WriteUnansweredOutcome =
  | { readonly kind: 'posted'; readonly offered: OfferedDraft | null }
  | { readonly kind: UnansweredRefusal | 'closed-already' | 'question-gone' }
  | { readonly kind: 'refused'; readonly code: string };

/** *Write an answer*: in the thread of the message that asked it last, once. */
export async function writeUnanswered(
  dependencies: DraftDependencies,
  press: UnansweredPress,
  text: string,
): Promise<WriteUnansweredOutcome> {
  const found = await findUnanswered(dependencies, press);
  if (typeof found === 'string') return { kind: found };
  const { chat, openQuestions } = dependencies;
  const { question } = found;
  const { team, channel, ts, position, threadTs = null, user: asker } = question;
  const by = (await chat.findName(press.user)) ?? '';
  const id = `open:${ts}:${position}`;
  const place = { team, channel, ts, threadTs, asker };
  const delivery = await deliverToAsker(dependencies, place, {
    claim: { team, channel, ts: id, purpose: 'written' },
    posting: { kind: 'written', text, by, to: asker, questionId: '' },
    purpose: 'linked',
  });
  if (delivery.kind === 'claimed-already') return { kind: 'closed-already' };
  if (delivery.kind === 'refused' || delivery.kind === 'question-gone') return delivery;
  await openQuestions.remove(question);
  await markQuestion(dependencies, place, 'answered');
  const written = { id, author: press.user, by, text };
  return {
    kind: 'posted',
    offered: await offerWritten(dependencies, { ...place, questions: [question.text] }, written),
  };
}
