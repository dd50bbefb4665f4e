// The buttons under a private reply: *Share in channel* and *Ask the team*. Edge.
import type { ActionsBlock, Button } from '@slack/types';
import { z } from 'zod';
import type { AnswerReply, Reply } from '../../answer/reply/reply.ts';
import { buttons } from '../../answer/wording.ts';
import { actionIds } from '../action-ids.ts';
import { toButton } from '../blocks/elements.ts';

const shareValue = z.object({
  id: z.string().min(1).max(200),
  keys: z
    .array(z.string().regex(/^[0-9a-f]{16}$/))
    .min(1)
    .max(5),
});

/** What the button carries: which private reply it stands under, and its entries. */
export type ShareValue = z.output<typeof shareValue>;

/** `id` names the command. An answer can be shared; whatever was asked can be passed on to the team. The help has no buttons. */
export function toPrivateActions(
  reply: Reply,
  { id, canAskTeam }: { readonly id: string; readonly canAskTeam: boolean },
): readonly ActionsBlock[] {
  const elements = [
    ...(reply.kind === 'answer' && reply.parts.length > 0 ? [toShareButton(reply, id)] : []),
    ...(canAskTeam && reply.kind !== 'help' ? [toButton(actionIds.askTeam, buttons.askTeam, id)] : []),
  ];
  return elements.length === 0 ? [] : [{ type: 'actions', elements }];
}

function toShareButton(reply: AnswerReply, id: string): Button {
  const value: ShareValue = { id, keys: reply.parts.map(({ entryKey }) => entryKey) };
  return toButton(actionIds.share, buttons.share, JSON.stringify(value));
}

/** Reads what `toPrivateActions` wrote for *Share in channel*; null for anything else, forged values included. */
export function parseShareValue(value: string | undefined): ShareValue | null {
  try {
    return shareValue.parse(JSON.parse(value ?? ''));
  } catch {
    return null;
  }
}
