// Texts, options and confirmation dialogs: the small objects of Block Kit and their limits. Pure.
// https://docs.slack.dev/reference/block-kit/composition-objects
import * as z from 'zod/mini';
import { flag, list, object, oneOf, shape, text, url } from './schemas.ts';

export function plainText(max: number): z.ZodMiniObject {
  return shape('plain_text', { text: text(max) }, { emoji: flag });
}

export function mrkdwn(max: number): z.ZodMiniObject {
  return shape('mrkdwn', { text: text(max) }, { verbatim: flag });
}

export function anyText(max: number): z.ZodMiniType {
  return oneOf(plainText(max), mrkdwn(max));
}

const MAX_OPTION = 75;
const VALUE = { value: text(150) };
const PLAIN_OPTION = { text: plainText(MAX_OPTION), ...VALUE };
const DESCRIPTION = { description: plainText(MAX_OPTION) };

/** Of selects: plain text, and no address. */
export const selectOption = object(PLAIN_OPTION, DESCRIPTION);
/** Of overflow menus: may lead to an address. */
export const overflowOption = object(PLAIN_OPTION, { ...DESCRIPTION, url });
/** Of check boxes and radio buttons: may be mrkdwn. */
export const boxOption = object({ text: anyText(MAX_OPTION), ...VALUE }, { description: anyText(MAX_OPTION) });

export const optionGroup = object({ label: plainText(MAX_OPTION), options: list(selectOption, 100) });

export const confirmDialog = object(
  { text: anyText(300) },
  { title: plainText(100), confirm: plainText(30), deny: plainText(30), style: z.enum(['primary', 'danger']) },
);
