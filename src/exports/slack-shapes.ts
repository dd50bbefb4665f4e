// What Slack writes into an export, as far as it is read here. Pure.
// https://slack.com/help/articles/220556107-How-to-read-Slack-data-exports
import { z } from 'zod';

const text = z.string().nullish();

export const Channels = z.array(z.object({ id: text, name: text }));

export const Users = z.array(
  z.object({
    id: z.string(),
    name: text,
    real_name: text,
    is_bot: z.boolean().nullish(),
    profile: z.object({ real_name: text, display_name: text, first_name: text, last_name: text }).partial().nullish(),
  }),
);

export type User = z.infer<typeof Users>[number];

const Message = z.object({
  type: text,
  subtype: text,
  user: text,
  bot_id: text,
  text,
  ts: z.string(),
  thread_ts: text,
  hidden: z.boolean().nullish(),
});

/** Subtypes of messages that people write. https://docs.slack.dev/reference/events/message */
const writtenSubtypes = new Set<string | null | undefined>([
  undefined,
  null,
  'file_share',
  'thread_broadcast',
  'me_message',
]);
const slackbot = 'USLACKBOT';

/** A message that a person wrote, or null for joins, bots, deletions and what is no message. */
export function toWritten(
  value: unknown,
): (z.infer<typeof Message> & { readonly user: string; readonly text: string }) | null {
  const parsed = Message.safeParse(value);
  if (!parsed.success) return null;
  const { type, subtype, user, bot_id: bot, text: said, hidden } = parsed.data;
  if (type !== 'message' || !writtenSubtypes.has(subtype) || hidden === true) return null;
  if (typeof user !== 'string' || user === slackbot || (bot ?? '') !== '') return null;
  return typeof said === 'string' && said.trim() !== '' ? { ...parsed.data, user, text: said } : null;
}

/** Everything that somebody is called. */
export function namesOf({ name, real_name: realName, profile }: User): readonly string[] {
  const all = [name, realName, profile?.real_name, profile?.display_name, profile?.first_name, profile?.last_name];
  return [...new Set(all.filter((each): each is string => typeof each === 'string' && each.trim() !== ''))];
}
