// Recognizes a question written as a bold line or behind `Q:`, and the `A:` of its answer. Pure.
import type { ElementContent } from 'hast';
import { isElement, sliceText, toLine, toText } from './phrasing.ts';

/** `Q`, and what stands for it in other languages: there a question mark has to follow, for `P:` may stand for anything. */
const questionMark =
  /^\s*(?:Q|q|Question|QUESTION)\s*#?\d*\s*[:：]\s*|^\s*Q\s*\d*\s*[.)]\s+|^\s*(?:问|問|问题|質問|سؤال|س)\s*\d*\s*[:：]\s*/u;
const foreignMark =
  /^\s*(?:P|F|D|V|В|Ε|Frage|Pregunta|Pergunta|Domanda|Vraag|Fråga|Spørgsmål|Pytanie|Вопрос)\s*\d*\s*[:：]\s*/u;
const answerMark =
  /^\s*(?:A|Answer|ANSWER|R|Réponse|Respuesta|Resposta|Risposta|Antwort|Antwoord|Svar|Odpowiedź|О|Ответ|答|回答|جواب|ج)\s*\d*\s*[:：]\s*|^\s*A\s*\d*\s*[.)]\s+/u;
const answerInLine =
  /[?？؟!.。]["'”’)]*\s*(?=(?:(?<=\s)(?:A|Answer|R|Réponse|Respuesta|Resposta|Risposta|Antwort)\s*\d*|答|回答)\s*[:：])/u;
/** The same behind `Q.`: there `A.` and `A)` answer. */
const letterInLine = /[?？؟!.。]["'”’)]*\s+(?=A\s*\d*\s*[.)]\s)/u;
const asks =
  /[?？؟\u{37e}՞⁇፧](?:[\s"'”’“)\]»*:!….,_~`¶#\p{S}\p{Extended_Pictographic}\p{M}\u200b\u2060\ufeff]|\u200d)*$/u;
/** What a question ends with in languages that need no mark: 「…可能ですか。」, 「…教えてください。」, "…인가요", "…吗". */
const asksInWords =
  /(?:(?:です|ます|でしょう|ません|ました|でした)か|(?:教えて|おしえて)(?:ください|下さい)|(?:なぜ|どうして|どのように).*のか|습니까|입니까|나요|까요|인가요|[吗嗎])[。．.]?$/u;
/** Characters; what says more is a text. */
const longestInWords = 120;

/** The sign itself, in quotation marks: `Default: "?"`. */
const signAlone = /(?:^|[\s([:])["'“‘`«]?\s*[?？؟]["'”’`»]\W*$/u;
/** A call of a program with what it takes, `open(String? to)`: its question marks ask nobody. */
const call = /^[\p{L}_$][\w.$]*\(.*\)$/u;
/** A number that its author wrote before a question by hand: `3.`, `3.1`, `FAQ 3.`. */
const number =
  /^\(?\d{1,3}(?:\.\d{1,3})*(?:[.)]|\.\))\s+(?=\S)|^\d{1,2}(?:\.\d{1,2})+\s+(?=\p{L})|^(?:FAQ|Question|Frage|Pregunta|Pergunta|Domanda|Vraag)\s*(?:#|[nN][ºo°.]+\s*)?\d{1,3}\s*[.):：–—-]+\s+(?=\S)/u;

/** What an aside begins with: it asks nobody. */
const rhetorical =
  /^\P{L}*(?:did you know|wussten sie(?: schon)?|wusstest du(?: schon)?|schon gewusst|(?:le )?saviez[- ]vous|sabías que|sabía que|você sabia(?: que)?|lo sapevi|wist je dat|知っていましたか|你知道吗)\P{L}*$/iu;

/** True where a text ends as a question does; a remark in brackets may follow: "Is it far? (from the station)". */
export function isAsking(text: string): boolean {
  const bare = text.trim().replace(/(?<=[?？؟])\s*\([^()?？؟]*\)$/u, '');
  if (bare.length <= longestInWords && asksInWords.test(bare)) return true;
  return asks.test(bare) && !signAlone.test(bare) && !call.test(bare) && !rhetorical.test(bare);
}

/** A question about the sentence before it, which nobody asks without it. */
const followUp =
  /^(?:(?:and|but|ok|okay|so|aber|und|mais|et|pero|y|mas|e) )?(?:why|why not|how|how so|how come|really|so what|warum|warum nicht|wieso|wieso nicht|weshalb|wie|wirklich|pourquoi|pourquoi pas|comment|por qué|por qué no|cómo|por que|por quê|por que não|como|perché|perché no|come|waarom|waarom niet|почему|зачем|как|なぜ|どうして|为什么|為什麼)$/u;

/** What a bold line in a text calls its reader with. */
const aside = /^(?:new to|interested in|needs? (?:(?:more|any|some) )?(?:help|support))(?: |$)/;

/** True for a question that takes up what stands before it, "Why not?", or that calls on who has one there: "New to maps?" */
export function followsUp(text: string): boolean {
  const words = text
    .normalize('NFC')
    .replace(/[^\p{L}]+/gu, ' ')
    .trim()
    .toLowerCase();
  return isAsking(text) && (followUp.test(words) || aside.test(words));
}

const interrogative =
  /^(?:(?:so|and|but|ok|okay),?\s+)?(?:(?:what|who|whom|whose|when|where|why|which|how)(?:\s+(?:long|much|many|often|far|big|old|soon|else|kind of \w+|sort of \w+|type of \w+|(?!(?:i|we|you|they|he|she|it|to|this|that|these|those)\b)\w+))?\s+(?:is|are|was|were|do|does|did|can|could|should|shall|will|would|must|may|might|has|have|am)|(?:is|are|do(?!\s+(?:this|that|it|your)\b)|does|did|can|could|should|will|would|must|may|am)\s+(?:i|we|you|it|there|they|he|she|this|that|these|those|the|a|an|my|our|your|any|anyone|anybody|somebody|people))\b(?!.*[:–—])/iu;

/** True for a heading that asks and says more behind its question mark: "Will you share data? If so, say where." */
export function asksFirst(text: string): boolean {
  return interrogative.test(text) && /[\p{L}\p{N})\]][?？؟]\s+\S/u.test(text);
}

/** True where a heading asks, with its question mark or without one: "How do I apply". */
export function readsAsQuestion(text: string): boolean {
  return (
    isAsking(text) ||
    (/[\p{L}\p{N}"'”’»)\]]\s*[?？؟]\s+\S/u.test(text) && !call.test(text.trim())) ||
    (interrogative.test(text) && !/[.!]$/.test(text.trim()))
  );
}

/** A sign by its name, as GitHub and Slack write it: `:scroll:`. */
const namedSign = /(^|\s):[a-z][\w+-]*:(?=\s|$)/g;

/** A text without `Q:`, `Q1.` or `Question:`, without a number in front of it and without signs by their names. */
export function stripQuestionMark(whole: string): string {
  const text =
    whole
      .replace(namedSign, '$1')
      .replace(/\s+/g, ' ')
      .replace(/^\s*[-=]+>\s*/, '')
      .trim() || whole;
  const bare = text.replace(number, '').replace(/(?<=[?？؟])\s*[:：]$/u, '');
  const rest = bare.replace(questionMark, '').trim();
  const own = rest === bare.trim() && isAsking(bare) ? bare.replace(foreignMark, '').trim() : rest;
  return own === '' ? text : own;
}

/** True where a text begins with `Q:` or the like. */
export function beginsWithMark(text: string): boolean {
  return questionMark.test(text) || (foreignMark.test(text) && /[?？؟]/u.test(text));
}

/** True where a line begins with `Q:` or the like. */
export function hasQuestionMark(nodes: readonly ElementContent[]): boolean {
  return beginsWithMark(toText(nodes));
}

/** True where a line begins with `A:` or the like. */
export function hasAnswerMark(nodes: readonly ElementContent[]): boolean {
  return answerMark.test(toText(nodes));
}

/** A line without its `A:`; `A.` and `A)` go only where `canBeLetter` says that they answer a `Q`. */
export function stripAnswerMark(nodes: readonly ElementContent[], canBeLetter: boolean): readonly ElementContent[] {
  const mark = answerMark.exec(toText(nodes))?.[0];
  if (mark === undefined || !(canBeLetter || /[:：]/.test(mark))) return nodes;
  return sliceText(nodes, mark.length);
}

/** Splits `Q: …? A: …` on one line into question and answer. */
export function splitQuestionLine(nodes: readonly ElementContent[]): {
  readonly question: string;
  readonly rest: ElementContent[];
} {
  const text = toText(nodes);
  const found = answerInLine.exec(text) ?? (/^\s*Q\s*\d*\s*[.)]/.test(text) ? letterInLine.exec(text) : null);
  if (found === null) return { question: stripQuestionMark(toLine(nodes)), rest: [] };
  const at = found.index + found[0].length;
  return { question: stripQuestionMark(text.slice(0, at).trim()), rest: sliceText(nodes, at) };
}

function isBlank(node: ElementContent): boolean {
  return node.type === 'comment' || (node.type === 'text' && node.value.trim() === '');
}

function isMarkedAs(node: ElementContent, names: readonly string[]): boolean {
  if (node.type !== 'element') return false;
  if (names.includes(node.tagName)) return true;
  const inside = isElement(node, 'em', 'i', 'u', 'span', 'a', 'strong', 'b')
    ? node.children.filter((child) => !isBlank(child))
    : [];
  return inside.length === 1 && inside.every((child) => isMarkedAs(child, names));
}

function lineMarkedAs(nodes: readonly ElementContent[], names: readonly string[]): string | null {
  const said = nodes.filter((node) => /[\p{L}\p{N}]/u.test(toText([node])));
  return said.length > 0 && said.every((node) => isMarkedAs(node, names)) ? toLine(nodes) : null;
}

/** The text of a line whose words are all bold; null for any other line. Signs beside the bold part do not count: `❓ **How**?` */
export function boldLine(nodes: readonly ElementContent[]): string | null {
  return lineMarkedAs(nodes, ['strong', 'b']);
}

/** The text of a line whose words are all in italics; null for any other line. */
export function italicLine(nodes: readonly ElementContent[]): string | null {
  return lineMarkedAs(nodes, ['em', 'i']);
}

/** `**Question?** The answer goes on`, the mark inside or behind it: the bold question at the head of a line and the rest; null for any other line. */
export function splitBoldLead(
  nodes: readonly ElementContent[],
): { readonly question: string; readonly rest: ElementContent[] } | null {
  const first = nodes.findIndex((node) => !isBlank(node));
  const lead = nodes[first];
  if (lead === undefined || !isMarkedAs(lead, ['strong', 'b'])) return null;
  const whole = nodes.slice(first + 1);
  const mark = /^[?？؟]/u.exec(toText(whole))?.[0] ?? '';
  const question = toLine([lead]) + mark;
  const rest = sliceText(whole, mark.length);
  if (!isAsking(question) || question.split(' ').length < 3 || toText(rest).trim() === '') return null;
  const dash = /^\s*[—–-]\s+/u.exec(toText(rest))?.[0].length ?? 0;
  return { question, rest: sliceText(rest, dash) };
}
