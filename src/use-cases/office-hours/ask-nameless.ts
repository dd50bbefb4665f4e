// A question is asked without a name: the bot posts it, and nothing that leads to who asked is kept or logged.
import { createHash } from 'node:crypto';
import { cutCharacters } from '../../answer/reading/cut-characters.ts';
import type { Session } from '../../office-hours/session.ts';
import { deliver } from '../delivery/deliver.ts';
import { findLink } from '../delivery/find-link.ts';
import { ChatError } from '../interfaces/chat.ts';
import { toWording } from './collect-questions.ts';
import type { SessionDependencies } from './session-dependencies.ts';
import { refreshSession } from './show-session.ts';

export interface NamelessRequest {
  readonly team: string;
  /** Where the session runs. */
  readonly channel: string;
  /** Who asks: looked at here, kept nowhere. */
  readonly user: string;
  /** Plain text. */
  readonly text: string;
  /** What names the request, where it may come twice: hashed before it is kept. Null where it comes once. */
  readonly once: string | null;
}

export type NamelessOutcome =
  | { readonly kind: 'asked'; readonly link: string | null }
  | { readonly kind: 'not-running' | 'not-member' | 'too-many' | 'no-text' | 'asked-already' }
  | { readonly kind: 'refused'; readonly code: string };

/** Longest question, in characters. */
export const longestNameless = 1000;
const mostAMinute = 5;
const minuteMs = 60_000;

/** Who asked how often lately, in this process alone and for a minute. */
export class NamelessLimit {
  readonly #asked = new Map<string, readonly number[]>();

  /** False where it is too often. */
  take(user: string, now: number): boolean {
    for (const [key, times] of this.#asked) if (times.every((time) => now - time >= minuteMs)) this.#asked.delete(key);
    const recent = (this.#asked.get(user) ?? []).filter((time) => now - time < minuteMs);
    if (recent.length >= mostAMinute) return false;
    this.#asked.set(user, [...recent, now]);
    return true;
  }
}

export async function askNameless(
  dependencies: SessionDependencies & { readonly namelessLimit: NamelessLimit },
  request: NamelessRequest,
): Promise<NamelessOutcome> {
  const { clock, namelessLimit, sessions } = dependencies;
  const { team, channel, user } = request;
  const text = cutCharacters(request.text.trim(), longestNameless);
  if (!/[\p{L}\p{N}]/u.test(text)) return { kind: 'no-text' };
  const session = await sessions.findRunning(team, channel);
  if (session === null) return { kind: 'not-running' };
  if (!(await isThere(dependencies, channel, user))) return { kind: 'not-member' };
  if (!namelessLimit.take(user, clock.now())) return { kind: 'too-many' };
  return await post(dependencies, session, { text, once: request.once });
}

/** Where Slack does not tell, nobody is. */
async function isThere({ chat }: SessionDependencies, channel: string, user: string): Promise<boolean> {
  try {
    return await chat.isPersonIn(channel, user);
  } catch (error) {
    if (error instanceof ChatError) return false;
    throw error;
  }
}

async function post(
  dependencies: SessionDependencies,
  session: Session,
  { text, once }: Pick<NamelessRequest, 'text' | 'once'>,
): Promise<NamelessOutcome> {
  const { clock, newId } = dependencies;
  const { id: sessionId, team, channel } = session;
  const ts = once === null ? newId() : createHash('sha256').update(`${sessionId} ${once}`).digest('hex').slice(0, 32);
  const delivery = await deliver(dependencies, {
    claim: { team, channel, ts, purpose: 'session' },
    to: { channel, threadTs: null },
    posting: { kind: 'hours-nameless', text },
    record: {
      kind: 'nameless',
      asking: {
        ...{ id: newId(), questionId: newId(), sessionId, ...toWording(text), position: 0, askedAt: clock.now() },
        ...{ threadTs: null, asker: null, askerName: null, vector: null, link: null, reply: null, isSettled: false },
      },
    },
  });
  if (delivery.kind === 'refused') return delivery;
  if (delivery.kind === 'claimed-already') return { kind: 'asked-already' };
  if (delivery.kind !== 'posted') return { kind: 'asked', link: null };
  await refreshSession(dependencies, sessionId);
  return { kind: 'asked', link: await findLink(dependencies, delivery) };
}
