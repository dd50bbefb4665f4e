// The team accepts an offered wording, as it is or edited, or refuses it.
import type { TeamDependencies } from '../ask-team/team-dependencies.ts';
import { learnPhrasing } from './learn-phrasing.ts';
import { type OfferDependencies, refreshOffers } from './offer-wording.ts';
import type { OfferedWording } from './offered-store.ts';

export type ReviewDependencies = TeamDependencies & OfferDependencies;

export interface Review {
  readonly team: string;
  readonly user: string;
  /** Id of the offer, as the button carries it. */
  readonly id: string;
}

export type ReviewOutcome =
  | 'accepted'
  | 'refused'
  | 'team-only'
  | 'gone'
  | 'decided-already'
  | 'entry-gone'
  | 'nothing-to-learn';

/** The offer, for the team alone: to be edited. */
export async function findOffer(
  { offered, roster }: Pick<ReviewDependencies, 'offered' | 'roster'>,
  { team, user, id }: Review,
): Promise<OfferedWording | Extract<ReviewOutcome, 'team-only' | 'gone' | 'decided-already'>> {
  if (!(await roster.isMember(user))) return 'team-only';
  const offer = await offered.find(id);
  if (offer === null || offer.team !== team) return 'gone';
  return offer.state === 'open' ? offer : 'decided-already';
}

/**
 * The words count from now on: this resolves once the next question in them finds the entry. `edited`: what somebody made of them,
 * or null. Only the team may, and one of them decides. Rejects where the database fails; then the offer is open again.
 */
export async function acceptWording(
  dependencies: ReviewDependencies,
  review: Review,
  edited: string | null,
): Promise<ReviewOutcome> {
  const offer = await findOffer(dependencies, review);
  if (typeof offer === 'string') return offer;
  const entry = await dependencies.notes.find(offer.entryKey);
  if (entry === null) return 'entry-gone';
  const by = (await dependencies.chat.findName(review.user)) ?? '';
  if (!(await dependencies.offered.decide(offer.id, { state: 'accepted', by }))) return 'decided-already';
  const { team, channel, ts, asker } = offer;
  const wording = edited ?? offer.wording;
  let isLearned = false;
  try {
    const lesson = { team, channel, ts, asker, wording, entry, user: review.user, userName: by };
    isLearned = (await learnPhrasing(dependencies, lesson)).kind === 'learned';
  } finally {
    if (!isLearned) await dependencies.offered.reopen(offer.id);
  }
  if (!isLearned) return 'nothing-to-learn';
  await refresh(dependencies, offer.id);
  return 'accepted';
}

/** Nothing is learned of it, and nobody is asked again. */
export async function refuseWording(dependencies: ReviewDependencies, review: Review): Promise<ReviewOutcome> {
  const offer = await findOffer(dependencies, review);
  if (typeof offer === 'string') return offer;
  const by = (await dependencies.chat.findName(review.user)) ?? '';
  if (!(await dependencies.offered.decide(offer.id, { state: 'refused', by }))) return 'decided-already';
  await refresh(dependencies, offer.id);
  return 'refused';
}

async function refresh(dependencies: ReviewDependencies, id: string): Promise<void> {
  const { offered, teamChannel } = dependencies;
  const offer = await offered.find(id);
  if (offer === null || offer.shownIn === null || teamChannel === null) return;
  await refreshOffers(dependencies, offer.team, teamChannel, offer.shownIn);
}
