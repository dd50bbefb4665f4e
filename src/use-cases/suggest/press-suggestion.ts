// What the asker does with a quiet suggestion: looks at an answer, goes back, posts it, refuses, passes on, wants no more.
import type { AnswerReply } from '../../answer/reply/reply.ts';
import type { Entry } from '../../knowledge/entry.ts';
import { type AskOutcome, passOn } from '../ask-team/ask-team.ts';
import type { TeamDependencies } from '../ask-team/team-dependencies.ts';
import { deliver, isSent } from '../delivery/deliver.ts';
import { findLink } from '../delivery/find-link.ts';
import { toMessageKey } from '../delivery/to-message-key.ts';
import { type OfferDependencies, offerWording } from '../learn/offer-wording.ts';
import { toChosenReply } from './choose-suggestion.ts';
import {
  findAnswered,
  findOwn,
  findPressed,
  type PressedDependencies,
  type SuggestionPress,
  type Unpressable,
} from './find-pressed.ts';
import { findSuggested, type SuggestDependencies } from './suggest-quietly.ts';
import type { StoredSuggestion, SuggestionState } from './suggestion-store.ts';

export type PressDependencies = PressedDependencies & SuggestDependencies & TeamDependencies & OfferDependencies;

/** A suggestion as its asker sees it: the entries, each at its place; null where one is gone from the notes. */
export interface ShownSuggestion extends StoredSuggestion {
  readonly entries: readonly (Entry | null)[];
}

/** One of the entries is pressed: its answer, for the asker alone. */
export async function showSuggested(
  dependencies: PressDependencies,
  press: SuggestionPress,
  place: number,
): Promise<Unpressable | { readonly kind: 'entry-gone' } | { readonly kind: 'shown'; readonly reply: AnswerReply }> {
  const pressed = await findPressed(dependencies, press);
  if (pressed.kind !== 'open') return pressed;
  const { suggestion } = pressed;
  const entry = (await findSuggested(dependencies, suggestion))[place] ?? null;
  if (entry === null) return { kind: 'entry-gone' };
  await settle(dependencies, suggestion, 'shown');
  return { kind: 'shown', reply: toChosenReply(dependencies, entry) };
}

/** *Back*: the suggestions again. */
export async function showSuggestions(
  dependencies: PressDependencies,
  press: SuggestionPress,
): Promise<Unpressable | { readonly kind: 'offered'; readonly suggestion: ShownSuggestion }> {
  const pressed = await findPressed(dependencies, press);
  if (pressed.kind !== 'open') return pressed;
  const { suggestion } = pressed;
  await settle(dependencies, suggestion, 'offered');
  return { kind: 'offered', suggestion: { ...suggestion, entries: await findSuggested(dependencies, suggestion) } };
}

/** *None of these*: the notes do not cover it, says the one who asked. */
export async function refuseSuggestions(
  dependencies: PressDependencies,
  press: SuggestionPress,
): Promise<Unpressable | { readonly kind: 'refused' }> {
  const pressed = await findPressed(dependencies, press);
  if (pressed.kind !== 'open') return pressed;
  await settle(dependencies, pressed.suggestion, 'refused');
  return { kind: 'refused' };
}

export type PostOutcome =
  | Unpressable
  | { readonly kind: 'posted'; readonly permalink: string | null }
  | { readonly kind: 'entry-gone' }
  | { readonly kind: 'failed'; readonly code: string };

/** *Post in the thread*: the answer for everybody, once, whoever presses where; the team is asked whether these words mean that entry. */
export async function postSuggested(
  dependencies: PressDependencies,
  press: SuggestionPress,
  place: number,
): Promise<PostOutcome> {
  const own = await findOwn(dependencies, press);
  if (own.kind !== 'open') return own;
  const outcome = await dependencies.locks.run(toMessageKey(own.suggestion), () =>
    postInTurn(dependencies, press, place),
  );
  if (outcome.kind !== 'posted-now') return outcome;
  await offerWording(dependencies, own.suggestion, outcome.entry);
  return { kind: 'posted', permalink: outcome.permalink };
}

async function postInTurn(dependencies: PressDependencies, press: SuggestionPress, place: number) {
  const pressed = await findPressed(dependencies, press);
  if (pressed.kind !== 'open') return pressed;
  const { suggestion } = pressed;
  const { team, channel, ts, threadTs, asker } = suggestion;
  const entry = (await findSuggested(dependencies, suggestion))[place] ?? null;
  if (entry === null) return { kind: 'entry-gone' } as const;
  const delivery = await deliver(dependencies, {
    claim: { team, channel, ts, purpose: 'auto' },
    to: { channel, threadTs: threadTs ?? ts },
    posting: toChosenReply(dependencies, entry),
    record: { kind: 'reply', questionTs: ts, asker, purpose: 'auto' },
  });
  if (delivery.kind === 'question-gone') return delivery;
  if (delivery.kind === 'refused') return { kind: 'failed', code: delivery.code } as const;
  if (!isSent(delivery))
    return (await findAnswered(dependencies, suggestion)) ?? ({ kind: 'answered', permalink: null } as const);
  await settle(dependencies, suggestion, 'posted');
  const permalink = delivery.kind === 'posted' ? await findLink(dependencies, delivery) : null;
  return { kind: 'posted-now', entry, permalink } as const;
}

/** *Ask the team*, after *None of these*. */
export async function passSuggestionOn(
  dependencies: PressDependencies,
  press: SuggestionPress,
): Promise<Unpressable | { readonly kind: 'passed-on'; readonly outcome: AskOutcome }> {
  const pressed = await findPressed(dependencies, press);
  if (pressed.kind !== 'open') return pressed;
  const { suggestion } = pressed;
  const outcome = await passOn(dependencies, { place: suggestion, questions: [suggestion.question] }, press.user);
  if (outcome.kind === 'asked') dependencies.onSuggestion('passed-on');
  return { kind: 'passed-on', outcome };
}

/** *Stop suggesting*, and its opposite: each person's own choice, for all channels. */
export async function stopSuggesting(
  dependencies: PressDependencies,
  { team, user }: Pick<SuggestionPress, 'team' | 'user'>,
  isStopped: boolean,
): Promise<void> {
  await dependencies.suggestions.setStopped(team, user, isStopped);
  if (isStopped) dependencies.onSuggestion('stopped');
}

/** What is offered or refused waits for an answer; what is looked at or posted does not. */
async function settle(
  dependencies: PressDependencies,
  suggestion: StoredSuggestion,
  state: SuggestionState,
): Promise<void> {
  const { clock, openQuestions, suggestions, onSuggestion } = dependencies;
  const { team, channel, ts, position, asker: user, question: text, entryKeys } = suggestion;
  if (state !== suggestion.state && state !== 'offered') onSuggestion(state);
  await suggestions.setState(suggestion.key, state);
  const open = { team, channel, ts, position };
  if (state === 'shown' || state === 'posted') await openQuestions.remove(open);
  else
    await openQuestions.record([{ ...open, user, text, nearestEntryKey: entryKeys[0] ?? null, askedAt: clock.now() }]);
}
