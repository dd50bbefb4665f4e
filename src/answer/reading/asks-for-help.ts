// Whether somebody asks the bot about itself: what it can do, how it works. Pure.

const phrases = [
  "help(?: me)?|what (?:can|do) you do|what are you(?: for)?|who are you|are you (?:a |an )?(?:bot|human|person|real|robot|machine|ai)(?: person| or a (?:bot|human|person))?|(?:is this|am i (?:talking|speaking|writing) (?:to|with)) (?:a|the) (?:bot|human|person)|what(?:['’]?s| is) this(?: bot)?|how do you work|how do(?:es)? (?:this|the) bot work|how (?:do|can|should) (?:i|we) use (?:you|this(?: bot)?|the bot)|what can (?:i|we) ask(?: you)?|commands",
  'hilfe|hilf mir|was kannst du(?: tun)?|was machst du|wer bist du|bist du (?:ein )?(?:bot|mensch|roboter|eine ki)|was ist das(?: hier)?|wie funktionierst du|was kann ich (?:dich )?fragen',
  "aide(?:-moi)?|que (?:peux|sais)-tu faire|qu['’]est-ce que tu (?:peux|sais) faire|qui es-tu|(?:es-tu|tu es) (?:un )?(?:bot|robot|humain)|c['’]est quoi|comment (?:ça|tu) marche[s]?",
  'ayuda(?:me)?|ayúdame|qué puedes hacer|que puedes hacer|quién eres|eres (?:un )?(?:bot|robot|humano)|qué es esto|cómo funcionas',
].join('|');
const forHelp = new RegExp(
  `^(?:(?:hi|hey|hello|please|ok|so|hallo|bonjour|hola|bitte|por favor)[\\s,!]+)*¿?(?:${phrases})[\\s,]*(?:please|exactly|here)?[\\s.!?]*$`,
  'iu',
);

/** True for "help", "what can you do?" and the like, in the languages that the bot speaks. */
export function asksForHelp(text: string): boolean {
  return forHelp.test(text.trim());
}
