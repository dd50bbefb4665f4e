// A wording fit to be learned: what was asked, and nothing that points to a person or a place. Pure.
import { cutCharacters } from './cut-characters.ts';
import { toTypedText } from './typed-text.ts';

/** Longest wording that is learned, in characters. */
export const maxWordingCharacters = 300;

const MENTION_TYPED = /(?<![\p{L}\p{N}])@[\p{L}\p{N}._-]+/gu;
/** Words with dots in them, each looked at once from its beginning: what is tried at every letter of a long run takes its square. */
const DOTTED = /(?<![a-z0-9.-])([a-z0-9-]+(?:\.[a-z0-9-]+)+)\S*/giu;
/** Domains typed without a scheme: `example.org/page`. */
const DOMAIN_ENDING = /[a-z0-9-]\.(?:com|org|net|io|dev|app|edu|gov|co|me|info)\b/iu;
/** Phone numbers, account numbers and the like: five digits or more, however they are grouped. A year or a price stays. */
const LONG_NUMBER = /\+?\d(?:[\s./()-]{0,2}\d){4,}/gu;
/** Where somebody lives: "12 Mill Lane", "4b, rue Haute", "Hauptstraße 7". */
const STREET = new RegExp(
  [
    String.raw`\b\d{1,4}[a-z]?,? (?:\p{Lu}[\p{L}'’.-]* ){1,3}(?:Street|St|Road|Rd|Lane|Avenue|Ave|Drive|Close|Crescent|Terrace|Court|Square|Place|Way|Boulevard|Blvd)\b\.?`,
    String.raw`\b\d{1,4}[a-z]?,? (?:rue|avenue|boulevard|allée|place|chemin)(?: (?:de|du|des|la|le|les|l['’]))* ?\p{Lu}[\p{L}'’-]+`,
    String.raw`(?<!\p{L})\p{Lu}\p{L}*(?:straße|strasse|gasse) \d{1,4}[a-z]?\b`,
    String.raw`\b(?:calle|avenida|plaza|paseo)(?: (?:de|del|la|las|los))* \p{Lu}[\p{L}]+,? \d{1,4}\b`,
  ].join('|'),
  'gu',
);

/**
 * Returns the text (as Slack sends it, or as somebody typed it) in one line, without mentions, addresses, links and long numbers,
 * cut at a word to `maxWordingCharacters`. Empty where no word is left.
 */
export function cleanWording(text: string): string {
  const clean = toTypedText(text)
    .text.replace(MENTION_TYPED, ' ')
    .replace(DOTTED, (run, host: string) => (DOMAIN_ENDING.test(host) ? ' ' : run))
    .replace(LONG_NUMBER, ' ')
    .replace(STREET, ' ')
    .replace(/[<>]/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/\s+([,.;:!?])/g, '$1')
    .trim();
  if (!/[\p{L}\p{N}]/u.test(clean)) return '';
  return cutAtWord(clean, maxWordingCharacters);
}

function cutAtWord(text: string, max: number): string {
  if (text.length <= max) return text;
  const space = text.lastIndexOf(' ', max);
  return (space > 0 ? text.slice(0, space) : cutCharacters(text, max)).trim();
}
