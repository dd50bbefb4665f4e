// Asks one set of our search, of the opponents, and as messages in a channel.
import { readQuestions } from '../dist/answer/reading/read-questions.js';
import { readEnglishWords } from '../dist/index/english-words.js';
import { evaluate } from '../dist/quality/evaluate.js';
import { buildIndex, textsOfTokens, textsToEncode } from '../dist/search/build-index.js';
import { matchQuestion, textToEncode } from '../dist/search/match-question.js';
import { considerMessage } from '../dist/use-cases/answer/consider-message.js';
import { opponents } from './opponents.mjs';
import { chatter } from './sets.mjs';
import { encodedOf, encoderName, vectorsOf } from './vectors.mjs';

export const maxFalseReplies = 0.05;
const english = await readEnglishWords();

async function toIndex({ entries, notCovered }, reading) {
  const sources = { entries, notCovered, chatter, maxFalseReplies, english };
  const start = performance.now();
  const byWords = buildIndex({ ...sources, vectorOf: null });
  const buildMs = performance.now() - start;
  if (reading === 'words') return { index: byWords, buildMs };
  const vectors = await vectorsOf(textsToEncode(byWords));
  const tokens = await encodedOf(textsOfTokens(byWords));
  const of = {
    vectorOf: (text) => vectors.get(text) ?? null,
    tokensOf: (text) => tokens.get(text)?.tokens ?? null,
  };
  return { index: buildIndex({ ...sources, ...of }, byWords), buildMs };
}

function toQuestion({ text, relevant, kind }, entries) {
  const named = entries.filter(({ key }) => relevant.includes(key)).map(({ id }) => id);
  return { text, relevant: named, kind };
}

/** Searched as it stands: ranking, silence, reliability. */
export async function search(set, reading) {
  const { index, buildMs } = await toIndex(set, reading);
  const meant = new Map(set.questions.map(({ text }) => [text, textToEncode(index, text)]));
  const encoded = reading === 'words' ? null : await encodedOf([...meant.values()]);
  const start = performance.now();
  const evaluated = set.questions.map((question) => {
    const matches = matchQuestion(index, question.text, encoded?.get(meant.get(question.text)) ?? null);
    const isAnsweredInChannel = (matches[0]?.confidence ?? 0) >= index.thresholds.answerInChannel;
    const together = matches.slice(0, 3).reduce((sum, { confidence }) => sum + confidence, 0);
    const isSuggestedInChannel = !isAnsweredInChannel && together >= index.thresholds.suggestInChannel;
    return { question: toQuestion(question, set.entries), matches, isAnsweredInChannel, isSuggestedInChannel };
  });
  const msPerQuestion = (performance.now() - start) / Math.max(1, set.questions.length);
  return { ...evaluate(evaluated, index.thresholds), buildMs, msPerQuestion };
}

/** Posted in a channel: read for questions, matched, decided upon, as the running bot does it. */
export async function post(set, reading) {
  const { index } = await toIndex(set, reading);
  const searcher = {
    async match(texts) {
      const meant = texts.map((text) => textToEncode(index, text));
      const encoded = reading === 'words' ? null : await encodedOf(meant);
      const results = texts.map((text, at) => {
        const question = encoded?.get(meant[at]) ?? null;
        const vector = question && { encoder: encoderName, numbers: question.vector };
        return { text, matches: matchQuestion(index, text, question), vector };
      });
      return { results, thresholds: index.thresholds, reading: index.reading };
    },
  };
  const evaluated = [];
  for (const question of set.questions) {
    const read = readQuestions(question.text);
    const decision = await considerMessage(searcher, { surface: 'channel', reading: read, answeredHere: new Set() });
    evaluated.push({
      question: toQuestion(question, set.entries),
      matches: decision.matches,
      isAnsweredInChannel: decision.kind === 'answer',
      isSuggestedInChannel: decision.kind === 'suggest',
    });
  }
  return evaluate(evaluated, index.thresholds);
}

/** The same figures for an opponent; its score stands in for the confidence. */
export function oppose(set, name) {
  const find = opponents[name](set.entries);
  const byKey = new Map(set.entries.map((entry) => [entry.key, entry]));
  const evaluated = set.questions.map((question) => ({
    question: toQuestion(question, set.entries),
    matches: find(question.text).map(({ key, confidence }) => ({ entry: byKey.get(key), confidence })),
    isAnsweredInChannel: false,
    isSuggestedInChannel: false,
  }));
  return evaluate(evaluated, { answerInChannel: 1, answerWhenAsked: 1, suggest: 1, suggestInChannel: 1 });
}
