// Whether a message speaks to one particular person who is not the bot. Pure.
import { MENTION, type TypedText } from './typed-text.ts';

const GREETING =
  '(?:hey|hi|hello|hiya|yo|dear|morning|good morning|good evening|thanks|thank you|thx|cheers|congrats|ping|cc|ok|okay|yes|no|sure|welcome)';
const MENTION_FIRST = new RegExp(`^(?:${GREETING}[\\s,!]+){0,2}${MENTION}`, 'iu');
const MENTION_LAST = new RegExp(`${MENTION}[\\s.!?)]*$`, 'u');
const TYPED_HANDLE =
  /^(?:(?:hey|hi|hello|thanks|ping)[\s,]+)?@(?!here\b|channel\b|everyone\b)[\p{L}][\p{L}\p{N}._-]*/iu;
const NAMED =
  /^(?:[Hh]ey|[Hh]i|[Hh]ello|[Dd]ear|[Tt]hanks|[Tt]hank you|[Mm]orning)\s+(\p{Lu}\p{Ll}+)(?:\s+\p{Lu}\p{Ll}+)?\s*[,!:–—-]/u;
/** Capitalised words behind a greeting that are not a person's name. */
const EVERYBODY =
  /^(?:all|everyone|everybody|folks|team|there|guys|people|friends|again|everybody|community|slack|world|rolecall|bot)$/i;

/** Who "you" is: the bot's own user id, or null where it is not known. */
export function addressesOther(plain: TypedText, botUser: string | null): boolean {
  const { withMentions, mentioned } = plain;
  if (botUser !== null && mentioned.includes(botUser)) return false;
  if (MENTION_FIRST.test(withMentions) || MENTION_LAST.test(withMentions)) return true;
  if (TYPED_HANDLE.test(withMentions)) return true;
  const name = NAMED.exec(withMentions)?.[1];
  return name !== undefined && !EVERYBODY.test(name);
}
