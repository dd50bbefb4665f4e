// The DOM id of a message's row, so that the focus can return to it. Pure.
import type { MessageRef } from './message-link.ts';

/** A message may stand in the channel and in its thread at once: each row has its own id. */
export function toRowId({ channel, ts }: MessageRef, inThread: boolean): string {
  return `${inThread ? 'thread' : 'channel'}-${channel}-${ts.replace('.', '-')}`;
}
