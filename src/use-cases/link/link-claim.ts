// The right to link one entry under one message. Pure.
import type { Claim } from '../interfaces/claim-store.ts';

/** One for each entry: a message with two questions may get two answers, but neither of them twice. */
export function toLinkClaim(
  { team, channel, ts }: { readonly team: string; readonly channel: string; readonly ts: string },
  entryKey: string,
): Claim {
  return { team, channel, ts: `${ts}:${entryKey}`, purpose: 'linked' };
}
