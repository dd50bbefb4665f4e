// Whoever owns a note or an entry is asked whether it is still right, once its day has come.
import { type DeliverDependencies, deliver, isSent } from '../delivery/deliver.ts';
import { ChatError } from '../interfaces/chat.ts';
import type { History } from '../interfaces/history.ts';
import { doOnce, type LeaseDependencies } from '../maintenance/do-once.ts';
import type { Notes } from '../notes/notes.ts';
import { findOwner } from './find-owner.ts';
import { type FoundReview, findReviews, isDue } from './find-reviews.ts';
import type { ReviewStore, StoredReview } from './review-store.ts';

export interface AskOwnersDependencies extends DeliverDependencies, LeaseDependencies {
  readonly reviews: ReviewStore;
  readonly notes: Pick<Notes, 'list'>;
  readonly history: Pick<History, 'listConversations'>;
  readonly teamChannel: string | null;
}

/** What its owner, or the team, is shown. */
export interface ShownReview {
  readonly id: string;
  readonly subject: string;
  readonly url: string | null;
  readonly note: string;
  readonly isEntry: boolean;
  /** ISO 8601 date. */
  readonly review: string;
  /** As the note names them, where the team is asked in their place; null where its owner is asked, or nobody is named. */
  readonly owner: string | null;
  readonly isForTeam: boolean;
}

const hourMs = 3_600_000;

/** Looks once an hour, whichever process is first. */
export async function askOwners(dependencies: AskOwnersDependencies): Promise<void> {
  const { clock, history, notes, teamChannel } = dependencies;
  await doOnce(dependencies, 'reviews', clock.now() - hourMs, async (goOn) => {
    const found = findReviews(await notes.list());
    if (found.length === 0) return;
    const conversations = await history.listConversations();
    const home = conversations.find(({ id }) => id === teamChannel) ?? conversations[0];
    if (home === undefined) return;
    for (const review of found) {
      await goOn();
      await askOwner(dependencies, home.team, review);
    }
  });
}

async function askOwner(dependencies: AskOwnersDependencies, team: string, found: FoundReview): Promise<void> {
  const { clock, logger, newId, reviews } = dependencies;
  const { note, entryId, review, intervalDays } = found;
  const now = clock.now();
  const fresh = { id: newId(), team, note, entryId, review, intervalDays };
  const kept = await reviews.open({ ...fresh, askedAt: null, renewedTo: null, exportedAt: null });
  if (!isDue(kept, now)) return;
  try {
    const isAsked = await postTo(dependencies, found, kept);
    if (!isAsked) logger.warn({ note, entry: entryId }, 'Nobody could be asked whether a note is still right');
  } catch (error) {
    if (!(error instanceof ChatError)) throw error;
    logger.warn({ note, entry: entryId, err: error }, 'It could not be asked whether a note is still right');
    return;
  }
  await reviews.noteAsked(kept.id, now);
}

/** Its owner; the team where they cannot be found or spoken to. Both ways go under one claim. */
async function postTo(dependencies: AskOwnersDependencies, found: FoundReview, kept: StoredReview): Promise<boolean> {
  const { teamChannel } = dependencies;
  const { subject, url, note, entryId, owner } = found;
  const shown = { id: kept.id, subject, url, note, isEntry: entryId !== null, review: kept.renewedTo ?? kept.review };
  const say = async (channel: string, review: ShownReview) => {
    const delivery = await deliver(dependencies, {
      claim: { team: kept.team, channel: 'reviews', ts: toRound(kept), purpose: 'review' },
      to: { channel, threadTs: null },
      posting: { kind: 'review', review },
      record: { kind: 'nothing' },
    });
    return isSent(delivery) || delivery.kind === 'claimed-already';
  };
  const direct = await openDirect(dependencies, owner);
  if (direct !== null && (await say(direct, { ...shown, owner: null, isForTeam: false }))) return true;
  return teamChannel !== null && (await say(teamChannel, { ...shown, owner, isForTeam: true }));
}

/** Names what is asked: the same for every process, and another one after each asking and each renewal. */
function toRound({ id, review, renewedTo, askedAt }: StoredReview): string {
  return `review:${id}:${renewedTo ?? review}:${askedAt ?? 'first'}`;
}

/** Rejects where Slack may say something else later. */
async function openDirect(dependencies: AskOwnersDependencies, owner: string | null): Promise<string | null> {
  try {
    const user = await findOwner(dependencies, owner);
    return user === null ? null : await dependencies.chat.openDirect(user);
  } catch (error) {
    if (error instanceof ChatError && error.failure === 'refused') return null;
    throw error;
  }
}
