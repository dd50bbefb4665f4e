// Why somebody gets no quiet suggestion now, however well the notes match.
import type { Withheld } from '../../answer/decision.ts';
import type { Message } from '../../answer/message.ts';
import type { Clock } from '../interfaces/clock.ts';
import type { ChannelSettings } from '../settings/settings-store.ts';
import type { StoredSuggestion, SuggestionStore } from './suggestion-store.ts';

export interface WithheldDependencies {
  readonly suggestions: SuggestionStore;
  readonly clock: Clock;
  /** So long a question waits for people first. */
  readonly answerDelaySeconds: number;
}

const minuteMs = 60_000;
/** One person gets one within so long. */
export const pauseMs = 10 * minuteMs;
/** After so many that were passed over in a row … */
const mostPassedOver = 2;
/** … none for so long. */
const quietMs = 7 * 24 * 60 * minuteMs;
/** Whoever asked has gone on to something else: what Slack brings late, or the bot reads after it was away, is too old. */
const freshMs = 2 * minuteMs;

/** Null where a suggestion may be made. */
export async function findWithheld(
  { suggestions, clock, answerDelaySeconds }: WithheldDependencies,
  { team, ts, user }: Message,
  {
    mode,
    suggestsQuietly,
    isCatchUp,
  }: Pick<ChannelSettings, 'mode' | 'suggestsQuietly'> & { readonly isCatchUp: boolean },
): Promise<Withheld | null> {
  const now = clock.now();
  if (mode !== 'auto') return 'not-certain-enough';
  if (isCatchUp || now - (Number(ts) + answerDelaySeconds) * 1000 > freshMs) return 'too-late-to-suggest';
  if (!suggestsQuietly) return 'suggestions-off';
  if (await suggestions.hasStopped(team, user)) return 'suggestions-stopped';
  return judgeLatest(await suggestions.listLatest({ team, user }, mostPassedOver, ts), now);
}

/** `latest`: newest first. */
function judgeLatest(latest: readonly StoredSuggestion[], now: number): Withheld | null {
  const [newest, before] = latest;
  if (newest === undefined) return null;
  if (now - newest.offeredAt < pauseMs) return 'suggested-lately';
  if (before === undefined || !latest.every(isPassedOver)) return null;
  // After a week without any it begins anew: what was passed over before that does not count.
  const areClose = newest.offeredAt - before.offeredAt < quietMs && now - newest.offeredAt < quietMs;
  return areClose ? 'suggestions-unwanted' : null;
}

function isPassedOver({ state }: StoredSuggestion): boolean {
  return state === 'offered' || state === 'refused';
}
