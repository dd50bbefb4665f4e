// Somebody presses one of the suggested questions: the suggestions make room for its answer.
import { toAnswerPart } from '../../answer/plan-actions.ts';
import type { AnswerReply } from '../../answer/reply/reply.ts';
import { type ChangeDependencies, updatePosted } from '../delivery/change-posted.ts';
import { type MarkDependencies, markQuestion } from '../delivery/mark-question.ts';
import { toStoredContent } from '../delivery/record.ts';
import type { ReplyStore } from '../interfaces/reply-store.ts';
import type { TeamRoster } from '../interfaces/team-roster.ts';
import type { Notes } from '../notes/notes.ts';

export interface ChooseDependencies extends ChangeDependencies, MarkDependencies {
  readonly notes: Notes;
  readonly replies: ReplyStore;
  readonly roster: TeamRoster;
  readonly staleAfterDays: number;
}

export interface Choice {
  readonly team: string;
  readonly channel: string;
  /** Timestamp of the reply with the suggestions. */
  readonly ts: string;
  readonly user: string;
  readonly entryKey: string;
}

export type ChoiceOutcome = 'answered' | 'not-yours' | 'gone';

/** Only the asker and the team may choose; what a reply did not suggest cannot be chosen. */
export async function chooseSuggestion(dependencies: ChooseDependencies, choice: Choice): Promise<ChoiceOutcome> {
  const { notes, replies, roster } = dependencies;
  const stored = await replies.find(choice.team, choice.channel, choice.ts);
  if (stored === null || stored.kind !== 'suggest') return 'gone';
  if (stored.asker !== choice.user && !(await roster.isMember(choice.user))) return 'not-yours';
  const isSuggested = stored.entries.some(({ entryKey }) => entryKey === choice.entryKey);
  const entry = isSuggested ? await notes.find(choice.entryKey) : null;
  if (entry === null) return 'gone';
  const { notCovered, perhaps } = stored;
  const reply = { ...toChosenReply(dependencies, entry), notCovered, ...(perhaps === undefined ? {} : { perhaps }) };
  const outcome = await updatePosted(dependencies, stored, reply);
  if (outcome === 'gone' || outcome === 'refused') return 'gone';
  await replies.save({ ...stored, ...toStoredContent(reply) });
  await markQuestion(dependencies, { ...stored, ts: stored.questionTs });
  return 'answered';
}

/** The answer that takes the place of the suggestions. */
export function toChosenReply(
  { clock, staleAfterDays }: Pick<ChooseDependencies, 'clock' | 'staleAfterDays'>,
  entry: Parameters<typeof toAnswerPart>[0]['entry'],
): AnswerReply {
  const part = toAnswerPart({ entry }, null, { now: clock.now(), staleAfterDays });
  return { kind: 'answer', parts: [part], alreadyAnswered: [], notCovered: [] };
}
