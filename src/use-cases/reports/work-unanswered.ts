// The team works on what is unanswered: links or writes an answer, puts a question aside, or takes it. Checked at each press.
import { type DraftDependencies, type OfferedDraft, offerWritten } from '../drafts/offer-draft.ts';
import type { StoredOpenQuestion } from '../interfaces/open-question-store.ts';
import { type Preparation, prepareLink } from '../link/prepare-link.ts';
import { bringToGroup, type GroupQuestion } from './bring-to-group.ts';
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

export interface FoundUnanswered {
  readonly question: StoredOpenQuestion;
  readonly group: UnansweredGroup;
}

/** The question that the key names, with those that mean the same; for the team alone, and only while it is unanswered. */
export async function findUnanswered(
  dependencies: DraftDependencies,
  press: UnansweredPress,
): Promise<FoundUnanswered | UnansweredRefusal> {
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

/** *Give back*: what this person took is anybody's again, and nobody is reminded of it. */
export async function giveBackUnanswered(
  dependencies: DraftDependencies,
  press: UnansweredPress,
): Promise<'given-back' | UnansweredRefusal> {
  const found = await findUnanswered(dependencies, press);
  if (typeof found === 'string') return found;
  for (const question of found.group.questions)
    if (question.taken?.user === press.user) await dependencies.openQuestions.take(question, null);
  return 'given-back';
}

/** *Link an answer*: the window of the shortcut, for everybody who asked it. */
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
    group: inOrder(found).map(toGroupQuestion),
  });
}

/** The one that was asked for, then the others. */
function inOrder({ question, group }: FoundUnanswered): readonly StoredOpenQuestion[] {
  return [question, ...group.questions.filter((each) => each !== question)];
}

/** As it is kept with the window: where it was asked, and not what. */
function toGroupQuestion({ team, channel, ts, threadTs = null, position, user }: StoredOpenQuestion): GroupQuestion {
  return { team, channel, ts, threadTs, position, user };
}

export type WriteUnansweredOutcome =
  | {
      readonly kind: 'posted';
      readonly offered: OfferedDraft | null;
      /** In how many threads it stands, and in how many Slack refused it. */
      readonly threads: number;
      readonly refused: number;
    }
  | { readonly kind: UnansweredRefusal | 'closed-already' | 'question-gone' }
  | { readonly kind: 'refused'; readonly code: string };

/** *Write an answer*: in the thread of everybody who asked it, once. */
export async function writeUnanswered(
  dependencies: DraftDependencies,
  press: UnansweredPress,
  text: string,
): Promise<WriteUnansweredOutcome> {
  const found = await findUnanswered(dependencies, press);
  if (typeof found === 'string') return { kind: found };
  const { team, channel, ts, position, threadTs = null, user: asker } = found.question;
  const by = (await dependencies.chat.findName(press.user)) ?? '';
  const { first, threads, refused } = await bringToGroup(dependencies, inOrder(found), {
    toBrought: (question) => ({
      claim: { team, channel: question.channel, ts: toWrittenId(question), purpose: 'written' },
      posting: { kind: 'written', text, by, to: question.user, questionId: '' },
      purpose: 'linked',
    }),
    closing: { state: 'written', by, entryKey: null },
  });
  if (threads === 0)
    return first.kind === 'refused' || first.kind === 'question-gone' ? first : { kind: 'closed-already' };
  const written = { id: toWrittenId({ ts, position }), author: press.user, by, text };
  const wordings = found.group.questions.map((each) => ({ asker: each.user, wording: each.text }));
  const asked = { team, channel, ts, threadTs, asker, questions: [found.question.text], wordings };
  return { kind: 'posted', offered: await offerWritten(dependencies, asked, written), threads, refused };
}

function toWrittenId({ ts, position }: Pick<StoredOpenQuestion, 'ts' | 'position'>): string {
  return `open:${ts}:${position}`;
}
