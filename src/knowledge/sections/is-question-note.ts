// Tells a note of questions from any other. Pure.

/** What a note says about being one. */
export interface NoteSigns {
  /** Headings with text below them. */
  readonly headings: number;
  /** Those of them that ask. */
  readonly asking: number;
  readonly title: string | null;
  /** Path below the site's content, or below the knowledge folder. */
  readonly path: string;
  /** What its front matter says (`faq: true`), or null. */
  readonly flag: boolean | null;
  /** True where it was one at the last reading. */
  readonly wasOne: boolean;
  /** True where it is a page among many, most of which ask nothing. */
  readonly isOfWholeSite: boolean;
}

/**
 * From which share of asking headings on a note is one of questions (`becomes`), and until which it stays one (`stays`),
 * so that one heading more does not take all topics away. Among the pages of a whole site two of three have to ask: a
 * third of an article's headings ask easily, and its others are no questions of a reader.
 */
export function toShares({ isOfWholeSite }: Pick<NoteSigns, 'isOfWholeSite'>): {
  readonly becomes: number;
  readonly stays: number;
} {
  return isOfWholeSite ? { becomes: 2 / 3, stays: 1 / 2 } : { becomes: 1 / 3, stays: 1 / 4 };
}

/** More notes than a team writes of its own: a whole site. */
export const wholeSiteNotes = 24;

const names =
  /(?:^|[^\p{L}])(?:faqs?|f\.a\.q\.?|q ?(?:&|and|-and-|\+|n) ?a|qna|questions?|frequently asked|häufige fragen|haeufige-fragen|fragen|foire aux questions|preguntas|perguntas|domande|vragen|вопросы)(?![\p{L}])|よくある質問|質問|常见问题|常見問題|الأسئلة/iu;

/** True where a text says that questions stand below it. */
export function namesQuestions(text: string): boolean {
  return names.test(text.replaceAll('_', ' ').replaceAll('-', ' ')) || names.test(text);
}

const nameAlone =
  /^(?:(?:the|our|general|common) )*(?:faqs?|frequently asked questions|q ?(?:&|and) ?as?|questions (?:and|&) answers|häufige fragen|häufig gestellte fragen|foire aux questions|questions fréquentes|preguntas frecuentes|perguntas frequentes|domande frequenti|veelgestelde vragen|よくある質問|常见问题|常見問題)(?: \(.*\))?\W*$/iu;

/** True for a text that is nothing but a name of questions: "Frequently asked questions (FAQ)". */
export function isNameOfQuestions(text: string): boolean {
  return nameAlone.test(text.trim());
}

/** What says how questions are written: "Contributing to the FAQ", `faq/CONTRIBUTING.md`. */
const writing = /\b(?:contribut(?:e|ing)|(?:contribution|writing|style) guide(?:line)?s?|guidelines)\b/i;

/** True where a note's path or title says that questions stand in it, and not how they are written. */
export function isNamedSo({ path, title }: Pick<NoteSigns, 'path' | 'title'>): boolean {
  if (writing.test(title ?? '') || /(?:^|\/)(?:contributing|authors)\.\w+$/i.test(path)) return false;
  return namesQuestions(path) || (title !== null && namesQuestions(title));
}

/** True where all headings of a note are entries, and not only those that ask. */
export function isQuestionNote(signs: NoteSigns): boolean {
  const { headings, asking, flag, wasOne } = signs;
  if (flag !== null) return flag;
  if (isNamedSo(signs)) return true;
  const { becomes, stays } = toShares(signs);
  return headings > 0 && asking / headings >= (wasOne ? stays : becomes);
}

/** True where one heading that asks, or one that does not, makes all its headings entries, or takes them away. */
export function isNearBorder(signs: NoteSigns): boolean {
  const isOne = isQuestionNote(signs);
  const neighbours = isOne
    ? [{ headings: signs.headings + 1 }, { headings: signs.headings, asking: signs.asking - 1 }]
    : [{ headings: signs.headings + 1, asking: signs.asking + 1 }, { headings: signs.headings - 1 }];
  return signs.headings > 2 && neighbours.some((change) => isQuestionNote({ ...signs, ...change }) !== isOne);
}

/** True where a note itself says so, and not only the folder that it lies in. */
export function isNamedByItself({ path, title, flag }: Pick<NoteSigns, 'path' | 'title' | 'flag'>): boolean {
  const own = path.replace(/\/(?:_?index|readme)\.\w+$/i, '').replace(/^.*\//, '');
  return flag === true || isNamedSo({ path: own, title });
}

/** What a text goes on with begins so: "So what's the …" */
const going = "(?:so |and |but |now )?(?:what|where to go|where|and)(?:['’]s| is| to do)? (?:the )?";

/** Calls to the reader, and what stands below many a text: they make no note of questions, however often they stand in it. */
const idle = new RegExp(
  String.raw`^(?:${going}(?:next|now|then|else)(?: \w+)?|why|how|when|what|who|where|really|so what|and then what|what should i do|(?:any |more |further |still have |have |got )*(?:more |any |a )?questions?(?: \S+)*|technical difficulties|anything else|(?:want|wanting|looking|ready|needs?|have|interested|curious|using|stuck|found|seen|got|missing|new|unsure|still|done|here|confused|lost|not sure)\b.*)[\s?!.…]*$`,
  'iu',
);

/** What leads from one page to the next. */
const onward = new RegExp(
  String.raw`^(?:${going}(?:next|now|else)|(?:und |was |wie |wie geht es |sonst |was gibt es )?(?:weiter|jetzt|nun|noch etwas|sonst noch|noch)|et (?:maintenant|ensuite|après)|(?:y|¿y) ahora(?: qué)?|qué sigue|e agora|o que vem (?:a seguir|depois)|e adesso|e ora|che altro)[\s?!.…]*$`,
  'iu',
);

/** True for a heading that asks for the next page: "What's next?" */
export function leadsOn(text: string): boolean {
  return onward.test(withoutSigns(text));
}

/** What a page calls its reader with, unless it is one of questions. */
const calling =
  /^(?:(?:are you |so you are )?(?:ready|interested|curious|keen)\b.*|(?:(?:do )?you )?(?:want(?:ing)?|wish|would like|looking) (?:to|for)\b.*|new (?:to|here)\b.*|needs? (?:(?:more|any|some|further|additional) )?(?:help|support|assistance|info(?:rmation)?)\b.*|really|why|why not|how|(?:(?:ya )?(?:est[áa]s? |estão )?)?(?:bereit|prêts?|prêtes?|list[oa]s?|pront[oa]s?)(?:\(\p{L}+\))?(?: (?:para|pour|à|zum?|für) .*)?|(?:quieres|querés|deseas|buscas|buscando|te gustaría|te perdiste|(?:você )?(?:quer|deseja|gostaria de)|vuoi|envie de)\b.*|(?:du |ihr )?(?:willst|möchtest|wollt|möchtet) .*\bmehr\b.*|(?:wollen|möchten) sie .*\bmehr\b.*)[\s?!.…]*$/iu;

/** True for a heading with a question mark that calls on the reader to do something, and is asked by nobody: "Ready to start?" */
export function callsOn(text: string): boolean {
  return calling.test(withoutSigns(text));
}

/** Signs in front of a heading's words: "👉 Ready?". */
function withoutSigns(text: string): string {
  return text.replace(/^[^\p{L}\p{N}]+/u, '').trim();
}

/** True for a heading with a question mark that calls on the reader and asks nothing: "Questions?", "Want to learn more?". */
export function isIdleQuestion(text: string): boolean {
  return idle.test(withoutSigns(text));
}

/** Headings of every text, which nobody asks for: topics of a note of questions only where its name says that it is one. */
const usual =
  /^(?:\d+[.)]?\s*)?(?:introduction|intro|overview|background|context|motivation|summary|tl; ?dr|tldr|conclusions?|concluding (?:remarks|thoughts)|final thoughts|closing (?:remarks|thoughts)|wrap(?:ping)?[ -]?up|in closing|looking ahead|the road ahead|resources|references|further reading|(?:useful |helpful |important |quick )?links|related(?: \w+){0,2}|faqs?|questions|explanations?|contributions? welcome|resources and .*|context and .*|.* overview|about (?:us|this \w+)|see also|examples?|acknowledg(?:e)?ments?|attributions?|credits|license|licence|changelog|objectives|check ?lists?.*|symptoms?|diagnosis|diagnose|solutions?|troubleshooting|test your knowledge|take ?aways?|key takeaways|sources|what you(?:['’]re about to| will| ?['’]ll) learn|(?:more|further|additional|official) (?:information|info|resources|reading|links)|prerequisites|requirements|next steps|getting started|get(?:ting)? involved|join the community|code of conduct|(?:about )?the authors?|authors?|notes?|tips|contents|table of contents|appendix|prior art|architecture|welcome.*|section \d.*)\W*$/iu;

/** What else there is to read, in other languages. */
const linksElsewhere =
  '(?:recursos|enlaces|artículos|artigos|documentos) relacionados|ressources (?:utiles|liées)|siehe auch|weiterführende(?: \\w+)?|voir aussi|pour aller plus loin|véase también|veja também|関連(?:ドキュメント|リンク|情報|ページ|資料|記事)|相关(?:文档|链接|资料|阅读)';

/** What a text ends with, in other languages. */
const endsElsewhere =
  'fazit|danksagung|remerciements|conclusi[oó]n(?:es)?|agradecimi?entos|conclus(?:ão|ões)|conclusioni|ringraziamenti|まとめ|总结|小结';

/** The same in other languages. */
const usualElsewhere = new RegExp(
  `^(?:einleitung|einführung|überblick|hintergrund|zusammenfassung|quellen|literatur(?:verzeichnis)?|anhang|kontakt|contexte|ressources(?: \\S+)*|références|sources|objetivos(?: \\S+)*|objectifs(?: \\S+)*|lernziele|ziele|preguntas|perguntas|fragen|domande|en savoir plus|liens(?: utiles)?|annexes?|introducci[oó]n|contexto|resumen|recursos(?: \\S+)*|referencias|más información|enlaces(?: \\S+)*|introdução|resumo|referências|saiba mais|introduzione|risorse|riferimenti|はじめに|概要|参考(?:文献|資料|リンク)?|前言|概述|简介|参考(?:资料|链接)?|${linksElsewhere}|${endsElsewhere})\\P{L}*$`,
  'iu',
);

/** Headings above nothing but links to what else there is to read. */
const linkNames = new RegExp(
  `^(?:related(?: \\w+){0,2}|see also|further reading|(?:useful |helpful |quick )?links|${linksElsewhere})\\P{L}*$`,
  'iu',
);

/** True for a heading of links to what else there is to read: "Related documents". */
export function isNameOfLinks(text: string): boolean {
  return linkNames.test(withoutSigns(text));
}

/** True for a heading that says nothing about what a reader may want to know. */
export function isUsualHeading(text: string): boolean {
  const bare = withoutSigns(text);
  return usual.test(bare) || usualElsewhere.test(bare);
}

/** What a text begins or ends with, a list of questions too. */
const framing = new RegExp(
  `^(?:final (?:thoughts|words)|(?:concluding|closing) (?:remarks|thoughts)|conclusions?|wrap(?:ping)?[ -]?up|acknowledg(?:e)?ments?|schlusswort|notes?|introduction|intro|overview|(?:more|other|further|additional) (?:resources|links|information|info|reading)|resources|(?:recursos|enlaces|artículos|artigos) relacionados|einleitung|einführung|überblick|introducción|introdução|introduzione|はじめに|概要|前言|概述|hinweise?|remarques?|nota|${endsElsewhere})\\P{L}*$`,
  'iu',
);

/** True for a heading with which a text begins or ends: no topic, whatever the note is called. */
export function isFraming(text: string): boolean {
  return framing.test(withoutSigns(text));
}
