// A team member links an answer: it goes into the thread of the question, and its wording may be remembered.
import { toAnswerPart } from '../../answer/plan-actions.ts';
import type { AnswerReply } from '../../answer/reply/reply.ts';
import type { Entry } from '../../knowledge/entry.ts';
import { closeQuestion, whileClosed } from '../ask-team/close-question.ts';
import { refreshCard } from '../ask-team/team-cards.ts';
import type { TeamDependencies } from '../ask-team/team-dependencies.ts';
import type { Delivery } from '../delivery/deliver.ts';
import { deliverToAsker } from '../delivery/deliver-to-asker.ts';
import { findLink } from '../delivery/find-link.ts';
import { learnPhrasing } from '../learn/learn-phrasing.ts';
import type { StoredWording } from '../learn/learned-store.ts';
import { settleLinked } from '../office-hours/link-question.ts';
import { bringToGroup, type GroupQuestion } from '../reports/bring-to-group.ts';
import { findOwnDraft } from './choose-entry.ts';
import { toLinkClaim } from './link-claim.ts';
import type { LinkDraft } from './link-draft-store.ts';

export interface LinkRequest {
  readonly team: string;
  readonly user: string;
  readonly draftId: string;
  /** What stands in the modal's choices: none, one, or two where somebody chose and submitted in a hurry. */
  readonly chosen: readonly string[];
  /** A sentence of the linker's own, or null. */
  readonly sentence: string | null;
  /** The wording to remember, or null for none. */
  readonly wording: string | null;
}

export interface Linked {
  readonly kind: 'linked';
  readonly entry: Entry;
  /** Link to the reply, or null where Slack gives none. */
  readonly permalink: string | null;
  readonly learned: StoredWording | null;
  /** In how many threads it stands, and in how many Slack refused it. */
  readonly threads: number;
  readonly refused: number;
}

export type LinkOutcome =
  | Linked
  | {
      readonly kind:
        | 'team-only'
        | 'gone'
        | 'nothing-chosen'
        | 'entry-gone'
        | 'linked-already'
        | 'closed-already'
        | 'question-gone';
    }
  | { readonly kind: 'refused'; readonly code: string };

/**
 * Only the team may, and only who opened the modal. The same entry is linked once under one message, and a question of the team
 * channel is closed once, whoever is quicker. `onPosted` hears of the reply before the wording is learned, which takes a while. Rejects where the database fails; what Slack refuses is an outcome.
 */
export async function linkAnswer(
  dependencies: TeamDependencies,
  request: LinkRequest,
  onPosted: (outcome: Linked) => Promise<void>,
): Promise<LinkOutcome> {
  const draft = await findOwnDraft(dependencies, request);
  if (typeof draft === 'string') return { kind: draft };
  const chosen = pickChosen(draft, request.chosen);
  if (chosen === null) return { kind: 'nothing-chosen' };
  const entry = await dependencies.notes.find(chosen);
  if (entry === null) return { kind: 'entry-gone' };
  const by = (await dependencies.chat.findName(request.user)) ?? '';
  const outcome = await post(dependencies, { draft, entry, by, sentence: request.sentence });
  if (outcome.kind !== 'linked') return outcome;
  await onPosted(outcome);
  await settleLinked(dependencies, draft, { entryKey: entry.key, by, user: request.user });
  const learned = await learn(dependencies, { draft, entry, by, request });
  if (draft.group === undefined) await closeQuestions(dependencies, draft, { entry, by, learned });
  await dependencies.linkDrafts.remove(draft.id);
  return { ...outcome, learned };
}

/** What was chosen last. Of two choices the one that the draft does not know yet is the newer. */
function pickChosen(draft: LinkDraft, chosen: readonly string[]): string | null {
  return chosen.find((key) => key !== draft.chosen) ?? draft.chosen;
}

interface Linking {
  readonly draft: LinkDraft;
  readonly entry: Entry;
  /** The linker's name, as plain text. */
  readonly by: string;
  readonly sentence: string | null;
}

/** A question of the team channel is closed first, for the one who is quicker. */
async function post(dependencies: TeamDependencies, linking: Linking): Promise<LinkOutcome> {
  const { by, draft, entry } = linking;
  const { questionId } = draft;
  if (questionId === null) return await bring(dependencies, linking);
  const closed = await closeQuestion(dependencies, questionId, { state: 'linked', by, entryKey: entry.key });
  if (closed !== 'closed') return { kind: closed };
  return await whileClosed(dependencies, questionId, () => bring(dependencies, linking));
}

async function bring(dependencies: TeamDependencies, linking: Linking): Promise<LinkOutcome> {
  const { draft, entry } = linking;
  const { clock, subscriptions } = dependencies;
  if (draft.group !== undefined) return await bringToAll(dependencies, linking, draft.group);
  const place = { ...draft, asker: draft.author };
  const claim = toLinkClaim(draft, entry.key);
  const posting = toPosting(dependencies, linking, draft.author);
  const closing = draft.questionId === null ? {} : { closes: draft.questionId };
  const delivery = await deliverToAsker(dependencies, place, { claim, posting, purpose: 'linked', ...closing });
  if (delivery.kind === 'claimed-already') return { kind: 'linked-already' };
  if (delivery.kind === 'refused' || delivery.kind === 'question-gone') return delivery;
  await subscriptions.settle(draft.team, draft.channel, draft.ts, clock.now());
  return await toLinked(dependencies, entry, delivery);
}

/** `to`: who asked; null where nobody is addressed. */
function toPosting(
  { clock, staleAfterDays }: TeamDependencies,
  { entry, by, sentence }: Linking,
  to: string | null,
): AnswerReply {
  return {
    kind: 'answer',
    parts: [toAnswerPart({ entry }, null, { now: clock.now(), staleAfterDays })],
    alreadyAnswered: [],
    notCovered: [],
    byline: { kind: 'linked', by, to, sentence },
  };
}

/** Into the thread of everybody who asked the same. */
async function bringToAll(
  dependencies: TeamDependencies,
  linking: Linking,
  group: readonly GroupQuestion[],
): Promise<LinkOutcome> {
  const { by, entry } = linking;
  const { first, threads, refused } = await bringToGroup(dependencies, group, {
    toBrought: (question) => ({
      claim: toLinkClaim(question, entry.key),
      posting: toPosting(dependencies, linking, question.user),
      purpose: 'linked',
    }),
    closing: { state: 'linked', by, entryKey: entry.key },
  });
  if (threads > 0) return { ...(await toLinked(dependencies, entry, first)), threads, refused };
  return first.kind === 'refused' || first.kind === 'question-gone' ? first : { kind: 'linked-already' };
}

async function toLinked(dependencies: TeamDependencies, entry: Entry, delivery: Delivery): Promise<Linked> {
  const permalink = delivery.kind === 'posted' ? await findLink(dependencies, delivery) : null;
  return { kind: 'linked', entry, permalink, learned: null, threads: 1, refused: 0 };
}

/** The answer stands already: what goes wrong here is logged and takes nothing back. */
async function learn(
  dependencies: TeamDependencies,
  { draft, entry, by, request }: Omit<Linking, 'sentence'> & { readonly request: LinkRequest },
): Promise<StoredWording | null> {
  if (request.wording === null) return null;
  const { team, channel, ts } = draft;
  const lesson = {
    team,
    channel,
    ts,
    asker: draft.author,
    entry,
    wording: request.wording,
    user: request.user,
    userName: by,
  };
  try {
    const outcome = await learnPhrasing(dependencies, lesson);
    return outcome.kind === 'learned' ? outcome.wording : null;
  } catch (error) {
    dependencies.logger.error({ channel, ts, err: error }, 'The wording was not learned');
    return null;
  }
}

/** Whatever the team channel asks about this message is answered now. Of a group each was closed when its answer was posted. */
async function closeQuestions(
  dependencies: TeamDependencies,
  draft: LinkDraft,
  { entry, by, learned }: Pick<Linking, 'entry' | 'by'> & { readonly learned: StoredWording | null },
): Promise<void> {
  const { teamQuestions, openQuestions } = dependencies;
  await openQuestions.removeFor(draft.team, draft.channel, draft.ts);
  for (const question of await teamQuestions.listByQuestion(draft.team, draft.channel, draft.ts)) {
    const isOpen = question.closing === null;
    if (!isOpen && (question.id !== draft.questionId || learned === null)) continue;
    if (isOpen) await teamQuestions.close(question.id, { state: 'linked', by, entryKey: entry.key });
    if (learned !== null) await teamQuestions.setLearned(question.id, learned.id);
    await refreshCard(dependencies, question.id);
  }
}
