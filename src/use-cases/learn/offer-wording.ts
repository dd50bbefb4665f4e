// An asker has chosen an entry for a question: whether these words are to find it from now on, the team decides.
import { cleanWording } from '../../answer/reading/clean-wording.ts';
import type { Entry } from '../../knowledge/entry.ts';
import { toSameWording } from '../../knowledge/phrasings/parse-phrasings.ts';
import { type ChangeDependencies, updatePosted } from '../delivery/change-posted.ts';
import { type DeliverDependencies, deliver } from '../delivery/deliver.ts';
import type { OffersPosting } from '../interfaces/chat.ts';
import type { Notes } from '../notes/notes.ts';
import type { OfferedStore, OfferedWording } from './offered-store.ts';

/** What stands in the team channel can be brought up to date. */
export interface WithdrawDependencies extends ChangeDependencies {
  readonly offered: OfferedStore;
  readonly notes: Notes;
  readonly teamChannel: string | null;
}

export type OfferDependencies = WithdrawDependencies & DeliverDependencies;

/** An offer with the entry as the notes have it; null where it is gone. */
export interface ShownOffer extends OfferedWording {
  readonly entry: Pick<Entry, 'question' | 'url'> | null;
}

/** Once for each message. Nothing is learned yet. Without a team, or where the entry has these words already, nothing is offered. */
export async function offerWording(
  dependencies: OfferDependencies,
  asked: Pick<OfferedWording, 'team' | 'channel' | 'ts' | 'asker'> & { readonly question: string },
  entry: Entry,
): Promise<void> {
  const { offered, clock, newId, logger, teamChannel } = dependencies;
  const { team, channel, ts, asker, question } = asked;
  const wording = cleanWording(question);
  const isKnown = [entry.question, ...entry.phrasings].map(toSameWording).includes(toSameWording(wording));
  if (teamChannel === null || wording === '' || isKnown) return;
  const fresh = { state: 'open', decidedBy: null, shownIn: null, offeredAt: clock.now() } as const;
  const offer = { id: newId(), team, channel, ts, asker, wording, entryKey: entry.key, ...fresh };
  if (!(await offered.add(offer))) return;
  logger.info({ team, channel, ts, entry: entry.key }, 'Offered a wording to the team');
  await showOffers(dependencies, team, teamChannel);
}

/**
 * Brings the one message in the team channel up to date: what is open, with what was decided since it was posted. Once everything in
 * it is decided, the next offer begins another one, where it is seen.
 */
export async function showOffers(dependencies: OfferDependencies, team: string, teamChannel: string): Promise<void> {
  await dependencies.locks.run(`offers ${team}`, () => showInTurn(dependencies, team, teamChannel));
}

async function showInTurn(dependencies: OfferDependencies, team: string, teamChannel: string): Promise<void> {
  const { offered } = dependencies;
  const open = await offered.listOpen(team);
  const shownIn = open.find((offer) => offer.shownIn !== null)?.shownIn ?? null;
  if (shownIn !== null) {
    await offered.setShown(team, shownIn);
    if ((await refreshOffers(dependencies, team, teamChannel, shownIn)) !== 'gone') return;
    await offered.unsetShown(team, shownIn);
  }
  const [oldest] = open;
  if (oldest === undefined) return;
  // Whoever was quicker has posted it; one that somebody deleted is posted anew.
  const claimed = shownIn === null ? oldest.id : `${oldest.id}:${shownIn}`;
  await deliver(dependencies, {
    claim: { team, channel: teamChannel, ts: claimed, purpose: 'offers' },
    to: { channel: teamChannel, threadTs: null },
    posting: await toPosting(dependencies, open),
    record: { kind: 'offers' },
  });
}

/** Before the team looked at them the words were deleted, or the choice taken back: they are not shown any more. */
export async function withdrawOffer(
  dependencies: WithdrawDependencies,
  { team, channel, ts }: Pick<OfferedWording, 'team' | 'channel' | 'ts'>,
): Promise<void> {
  const { offered, teamChannel } = dependencies;
  const offer = await offered.removeOpen(team, channel, ts);
  if (offer === null || offer.shownIn === null || teamChannel === null) return;
  await refreshOffers(dependencies, team, teamChannel, offer.shownIn);
}

/** The message as it stands is made anew from what is kept. */
export async function refreshOffers(
  dependencies: WithdrawDependencies,
  team: string,
  teamChannel: string,
  shownIn: string,
): Promise<string> {
  const posting = await toPosting(dependencies, await dependencies.offered.listShownIn(team, shownIn));
  return await updatePosted(dependencies, { team, channel: teamChannel, ts: shownIn, asker: null }, posting);
}

async function toPosting(
  dependencies: Pick<WithdrawDependencies, 'notes'>,
  offers: readonly OfferedWording[],
): Promise<OffersPosting> {
  return { kind: 'offers', offers: await withEntries(dependencies, offers) };
}

export async function withEntries(
  { notes }: Pick<WithdrawDependencies, 'notes'>,
  offers: readonly OfferedWording[],
): Promise<readonly ShownOffer[]> {
  const found = await notes.findAll([...new Set(offers.map(({ entryKey }) => entryKey))]);
  return offers.map((offer) => {
    const entry = found.get(offer.entryKey);
    return { ...offer, entry: entry === undefined ? null : { question: entry.question, url: entry.url } };
  });
}
