// Questions with their answers in what YAML, JSON or front matter hold. Pure.
import type { MarkupContext } from '../sites/markup/markup-context.ts';
import { parseMarkup } from './markup/parse-markup.ts';
import { toMarkdown } from './markup/to-markdown.ts';
import { callsForMore } from './sections/calls-for-more.ts';
import { isFiller, isPlaceholder } from './sections/is-placeholder.ts';
import { isIdleQuestion } from './sections/is-question-note.ts';
import { isAsking, stripQuestionMark } from './sections/read-question.ts';
import { toPlainText } from './to-plain-text.ts';

const questionKeys = ['question', 'q', 'frage', 'pregunta', 'pergunta', 'domanda', 'vraag'];
const titleKeys = ['title', 'name', 'heading', 'summary', 'label'];
/** Keys that say what they hold, and keys that may hold anything. */
const ownAnswerKeys = [
  'answer',
  'a',
  'antwort',
  'respuesta',
  'resposta',
  'reponse',
  'réponse',
  'response',
  'risposta',
  'antwoord',
];
const answerKeys = [...ownAnswerKeys, 'text', 'content', 'body', 'description', 'details', 'subtitle'];
/** Keys of an answer that is a list. */
const listKeys = [...ownAnswerKeys, 'list', 'items', 'points', 'bullets', 'steps'];
const deepest = 8;

/** A question with its answer, as data has them: the answer in Markdown or HTML. */
export interface DataItem {
  readonly question: string;
  readonly answer: string;
  readonly id: string | null;
}

type Fields = Readonly<Record<string, unknown>>;

function isRecord(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** `answerHTML`, `question_text`: a key may say in what its value is written. */
function toKey(name: string): string {
  return name.toLowerCase().replace(/(?<=.)[-_]?(?:html|markdown|md|text)$/, '');
}

function pick(fields: Fields, keys: readonly string[]): string | null {
  const names = Object.keys(fields);
  for (const key of keys) {
    const name = names.find((each) => each.toLowerCase() === key) ?? names.find((each) => toKey(each) === key);
    const value = name === undefined ? undefined : fields[name];
    if (typeof value === 'string' && value.trim() !== '') return value.trim();
    if (Array.isArray(value) && value.length > 0 && value.every((part) => typeof part === 'string'))
      return value.join('\n\n');
  }
  return null;
}

/** A list of short texts, each plain or the only field of an object; null for any other value. */
function toList(value: unknown): string | null {
  if (!Array.isArray(value) || value.length === 0) return null;
  const texts: readonly unknown[] = value.map((each) => (isRecord(each) ? Object.values(each)[0] : each));
  const isList = value.every((each) => !isRecord(each) || Object.keys(each).length === 1);
  return isList && texts.every((text) => typeof text === 'string') ? texts.map((text) => `- ${text}`).join('\n') : null;
}

/** The list that answers what is called a question and asks. */
function pickList(question: string | null, fields: Fields): string | null {
  if (question === null || !isAsking(question)) return null;
  const lists = Object.entries(fields).filter(([name]) => listKeys.includes(toKey(name)));
  return lists.map(([, value]) => toList(value)).find((list) => list !== null) ?? null;
}

/** An answer that ends in a colon goes on in the list beside it. */
function withList(answer: string, fields: Fields): string {
  const list = answer.endsWith(':')
    ? Object.values(fields)
        .map(toList)
        .find((each) => each !== null)
    : undefined;
  return list === undefined ? answer : `${answer}\n\n${list}`;
}

/** Characters; an answer in Japanese or Chinese has no spaces. */
const longestWord = 12;

/** A title that is answered: what asks, or has more than a word for an answer, as the statements of a quiz have not (`answer: wrong`). */
function isAnswered(title: string, answer: string | null): boolean {
  return isAsking(title) || (answer !== null && (/\s/.test(answer) || answer.length > longestWord));
}

/** Keys of a talk, an article, a meeting: its title may ask, and what it is about does not answer. */
const eventKeys = /^(?:speakers?|presenters?|authors?|venue|room|track|abstract|publication)$/i;

/** A question with its answer: named as such, or titled by what asks. */
function readItem(fields: Fields): DataItem | null {
  const title = pick(fields, titleKeys);
  const own = pick(fields, ownAnswerKeys);
  const isEvent = own === null && Object.keys(fields).some((name) => eventKeys.test(name));
  const isTitled = title !== null && !isEvent && isAnswered(title, own);
  const named = pick(fields, questionKeys);
  const question = named ?? (isTitled ? title : null);
  const answer = pick(fields, answerKeys) ?? pickList(named, fields);
  if (question === null || answer === null) return null;
  return { question, answer: withList(answer, fields), id: pick(fields, ['id', 'anchor', 'slug']) };
}

/** What a field of a form is called behind the name of its question, and the number of its part: `fee_answer_2`. */
function toPairForm(keys: readonly string[]): RegExp {
  const words = keys.filter((key) => key.length > 1).join('|');
  return new RegExp(`^(.*?)[-_]?(?:${words})[-_]?(\\d*)(?:[-_]\\d+)?$`, 'i');
}

const pairedQuestion = toPairForm(questionKeys);
const pairedAnswer = toPairForm(ownAnswerKeys);

/** Questions of a form, each with an answer of the same name: `fee_question`, `fee_answer`; `question2`, `answer2`. */
function readPairs(fields: Fields): readonly DataItem[] {
  const texts = Object.entries(fields).flatMap(([name, value]): readonly (readonly [string, string])[] =>
    typeof value === 'string' && value.trim() !== '' ? [[name, value]] : [],
  );
  const answers = texts.flatMap(([name, answer]) => {
    const [, topic, part] = pairedAnswer.exec(name) ?? [];
    return topic === undefined ? [] : [{ topic, part, answer }];
  });
  if (answers.length === 0) return [];
  const items = texts.flatMap(([name, question]): readonly DataItem[] => {
    const [, topic = '', number = ''] = pairedQuestion.exec(name) ?? [];
    const parts = answers.filter((each) => each.topic === topic && (each.part === number || number === ''));
    if (topic + number === '' || parts.length === 0) return [];
    return [{ question, answer: parts.map(({ answer }) => answer).join('\n\n'), id: null }];
  });
  return items.length >= 2 ? items : [];
}

/** Fields whose questions stand in several languages (`question: {en: …, de: …}`), once for each. */
function splitLanguages(fields: Fields): readonly Fields[] {
  const texts = Object.entries(fields).find(
    ([name, value]) => questionKeys.includes(toKey(name)) && isRecord(value),
  )?.[1];
  const languages = isRecord(texts) ? Object.keys(texts) : [];
  if (!languages.every((code) => /^[a-z]{2}(?:[-_][a-z]{2,4})?$/i.test(code))) return [];
  return languages.map((code) =>
    Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, isRecord(value) ? value[code] : value])),
  );
}

/** Cards with a title and a text, few of which ask: the parts of a handbook, links. */
function isRowOfCards(values: readonly unknown[]): boolean {
  const records = values.filter(isRecord);
  const isCard = (fields: Fields): boolean =>
    pick(fields, titleKeys) !== null && pick(fields, [...questionKeys, ...ownAnswerKeys]) === null;
  const asking = records.filter((fields) => readItem(fields) !== null);
  return records.length > 0 && records.every(isCard) && asking.length > 0 && asking.length * 3 < records.length;
}

/** All questions of a value, in their order, however they are grouped. */
export function findItems(value: unknown, depth = 0): readonly DataItem[] {
  if (depth > deepest) return [];
  if (Array.isArray(value)) return isRowOfCards(value) ? [] : value.flatMap((each) => findItems(each, depth + 1));
  if (!isRecord(value)) return [];
  const items = [value, ...splitLanguages(value)].map(readItem).filter((item) => item !== null);
  const paired = readPairs(value);
  if (items.length > 0 || paired.length > 0) return paired.length > 0 ? paired : items;
  return Object.values(value).flatMap((each) => findItems(each, depth + 1));
}

/**
 * Questions that stand in a note's front matter, as themes for landing pages read them: lists of two and more, most of
 * which are questions with their answers, and pairs of fields.
 */
export function findListedItems(fields: Fields, depth = 0): readonly DataItem[] {
  if (depth > deepest) return [];
  const inside = Object.values(fields).flatMap((value): readonly DataItem[] => {
    if (isRecord(value)) return findListedItems(value, depth + 1);
    if (!Array.isArray(value)) return [];
    const items = findItems(value).filter(({ question }) => !isIdleQuestion(question));
    return items.length >= 2 && items.length * 2 >= value.length ? items : findListedItems({ ...value }, depth + 1);
  });
  return [...readPairs(fields), ...inside];
}

/** An item as an entry says it; null where its answer says nothing. `resolve` makes its links absolute. */
export function writeItem(
  item: DataItem,
  context: MarkupContext,
  resolve: (href: string) => string | null,
): { readonly question: string; readonly answer: string } | null {
  const question = stripQuestionMark(toPlainText(item.question).replaceAll('\n', ' '));
  const { children } = parseMarkup(item.answer, context).root;
  const answer = toMarkdown(
    children.filter((node) => node.type !== 'doctype'),
    resolve,
  );
  const isEmpty =
    question === '' ||
    answer === '' ||
    isFiller(question) ||
    callsForMore(question) ||
    isPlaceholder([toPlainText(answer)]);
  return isEmpty ? null : { question, answer };
}
