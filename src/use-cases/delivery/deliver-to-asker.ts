// Brings something to where a question was asked.
import { type Chat, ChatError, type Destination, type Posting } from '../interfaces/chat.ts';
import type { Claim } from '../interfaces/claim-store.ts';
import type { StoredReply } from '../interfaces/reply-store.ts';
import { type DeliverDependencies, type Delivery, deliver } from './deliver.ts';
import { isCommand } from './is-command.ts';
import { isReply } from './record.ts';

/** A question by where and by whom it was asked. */
export interface AskedPlace {
  readonly team: string;
  readonly channel: string;
  readonly ts: string;
  readonly threadTs: string | null;
  readonly asker: string | null;
}

/** What is brought, under which claim, and as which kind of reply it is kept. */
export interface Brought {
  readonly claim: Claim;
  readonly posting: Posting;
  readonly purpose: StoredReply['purpose'];
  /** See `Outgoing`. */
  readonly closes?: string;
}

/** `question-gone` also where nobody is left to answer. Rejects where the database fails. */
export async function deliverToAsker(
  dependencies: DeliverDependencies,
  place: AskedPlace,
  { purpose, ...brought }: Brought,
): Promise<Delivery> {
  const to = await findDestination(dependencies, place);
  if (to instanceof ChatError) {
    dependencies.logger.warn({ ...brought.claim, err: to }, 'Who asked cannot be reached');
    return { kind: 'refused', code: to.code };
  }
  if (to === null) return { kind: 'question-gone' };
  const { ts: questionTs, asker } = place;
  const record = isReply(brought.posting) ? ({ kind: 'reply', questionTs, asker, purpose } as const) : nothing;
  return await deliver(dependencies, { ...brought, to, record });
}

const nothing = { kind: 'nothing' } as const;

/** The question's thread; for one asked by the slash command the asker's direct message. */
async function findDestination(
  { chat }: { readonly chat: Chat },
  place: AskedPlace,
): Promise<Destination | ChatError | null> {
  if (!isCommand(place.ts)) return { channel: place.channel, threadTs: place.threadTs ?? place.ts };
  if (place.asker === null) return null;
  try {
    return { channel: await chat.openDirect(place.asker), threadTs: null };
  } catch (error) {
    if (error instanceof ChatError) return error;
    throw error;
  }
}
