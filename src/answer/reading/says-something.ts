// Whether what one of the team wrote may be an answer: not "let me check", thanks, or a question back. Pure.
import { isPleasantry } from './pleasantries.ts';
import { splitSentences } from './split-sentences.ts';
import { toTypedText } from './typed-text.ts';

const fewestWords = 3;

/** Promises to look, in the languages that the bot speaks. */
const opening = String.raw`(?:(?:ok(?:ay)?|sure|yes|yeah|hm+|good question|great question|thanks|sorry|hi|hey)\b[\s,.!:-]*)*`;
const looking = String.raw`(?:check(?:ing)?(?: (?:that|this|it|with|and|for you|internally)\b|[\s.!…]*$)|look(?:ing)? (?:into|it up|that up|this up)|(?:have|take) a look|ask(?:ing)? (?:around|the (?:team|others)|them|him|her|someone|somebody|my|our|<|@)|ask[\s.!…]*$|find(?:ing)? out|get back|confirm(?:[\s.!…]*$| (?:that|this|it|and)\b)|come back to|double.check|ping|follow up|let you know|think about it)`;
const promises = [
  new RegExp(
    `^${opening}(?:let me|lemme|(?:i|we)(?:['’]ll| will| can| could| have to| need to| am| are|['’]m|['’]re)\\b.{0,25}?${looking}|(?:will|gonna|going to)? ?${looking}|(?:one|just a|give me a)\\b.{0,12}\\b(?:moment|sec|second|minute|bit)\\b|hold on\\b|hang on\\b|wait[\\s.!…]*$)`,
    'i',
  ),
  /\b(?:not sure|no idea|don['’]?t know|do not know|can['’]t say|unsure|anyone know|who knows|does anyone|good question|great question|get back to you|back to you|stay tuned|tbd|to be (?:decided|confirmed))\b/i,
  /^(?:ich|wir)\b.*\b(?:schaue?n? (?:mal|nach|kurz)|frage?n? (?:mal|nach)|kläre?n? (?:das|mal|ab)|prüfe?n? (?:das|mal)|melde?n? (?:mich|uns)|weiß nicht|wissen nicht)\b|\b(?:keine ahnung|gute frage|weiß (?:ich )?nicht)\b|^(?:einen )?moment\b/i,
  /^(?:je|on|nous)\b.*\b(?:vérifie|regarde|demande|me renseigne|reviens|sais pas)|\b(?:bonne question|aucune idée|je ne sais pas)\b|^un instant\b/i,
  /^(?:déjame|dejame|(?:voy|vamos) a (?:mirar|ver|preguntar|consultar)|lo (?:miro|reviso|consulto|pregunto)|no (?:lo )?sé|un momento)|\b(?:ni idea|buena pregunta)\b/i,
];

/** `text`: as Slack sends it. True where a sentence is left that answers: no question, no promise to look, no thanks. */
export function saysSomething(text: string): boolean {
  const { text: typed } = toTypedText(text);
  const answering = splitSentences(typed).filter(
    (sentence) =>
      !/[?？]["'”’)\]\s]*$/.test(sentence) && !isPleasantry(sentence) && !promises.some((one) => one.test(sentence)),
  );
  const words = answering.flatMap((sentence) => sentence.split(/\s+/)).filter((word) => /[\p{L}\p{N}]/u.test(word));
  return words.length >= fewestWords || (words.length > 0 && /<?https?:\/\/\S/i.test(text));
}
