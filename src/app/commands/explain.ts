// A decision in words that a note's author understands, for the terminal. Pure.
import { maxSuggestions } from '../../answer/decide.ts';
import type { Decision, QuestionDecision } from '../../answer/decision.ts';
import { nameEntries } from '../../answer/reply/name-entries.ts';
import { describeDecision, reasons } from '../../answer/wording.ts';
import type { Match, MatchSource } from '../../search/match.ts';

const sourceNames: Readonly<Record<MatchSource['kind'], string>> = {
  question: 'the question itself',
  phrasing: 'a phrasing',
  passage: 'a passage of the answer',
};

/** The decision with its answers; with `isFull`, the best matches of each question and what speaks for them. */
export function explainDecision(decision: Decision, isFull: boolean): string {
  const { name, why } = describeDecision(decision);
  const head = `${name}. ${why}`;
  const body = isFull
    ? decision.questions.map((question, _, { length }) => explainQuestion(question, length === 1))
    : showQuestions(decision.questions);
  return [head, ...body.filter((text) => text !== '')].join('\n\n');
}

/** Each answer once, under all the questions that it answers. */
function showQuestions(questions: readonly QuestionDecision[]): readonly string[] {
  if (questions.length <= 1) return questions.map(showQuestion);
  const groups = new Map<string, QuestionDecision[]>();
  for (const question of questions) {
    const key = question.kind === 'answer' ? (question.matches[0]?.entry.key ?? '') : question.question;
    groups.set(key, [...(groups.get(key) ?? []), question]);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const asked = group.map(
      ({ question, kind, reason }) => `“${question}”${kind === 'answer' ? '' : `  ${reasons[reason]}`}`,
    );
    return [[...asked, showQuestion(first)].filter((line) => line !== '').join('\n')];
  });
}

function showQuestion({ kind, matches }: QuestionDecision): string {
  if (kind === 'silent') return '';
  if (kind === 'suggest') {
    const shown = matches.slice(0, maxSuggestions);
    const names = nameEntries(shown.map(({ entry }) => entry));
    return shown.map((match, place) => `  ${percent(match)}  ${names[place]}`).join('\n');
  }
  const best = matches[0];
  if (kind === 'uncovered' || best === undefined) return '';
  const { entry } = best;
  return [entry.question, entry.url ?? '(no link: the note has no address)', '', entry.answer].join('\n');
}

/** `isOnly`: what was decided stands above already. */
function explainQuestion(
  { question, kind, reason, questionProbability, needed, matches }: QuestionDecision,
  isOnly: boolean,
): string {
  const lines = [
    `“${question}”`,
    ...(isOnly ? [] : [`  ${describeDecision({ kind, reason }).name}: ${reasons[reason]}`]),
    `  Reads as a question: ${Math.round(questionProbability * 100)}%`,
    ...(needed === undefined
      ? []
      : [
          `  The best match is posted as the answer from ${Math.round(needed * 100)}% on; the less a question tells by itself, the higher`,
        ]),
    ...matches.slice(0, 3).flatMap((match, place) => ['', ...explainMatch(match, place)]),
  ];
  return lines.join('\n');
}

function explainMatch(match: Match, place: number): readonly string[] {
  const { entry, evidence } = match;
  const { shares, corrections } = evidence;
  return [
    `  ${place + 1}. ${percent(match)}  ${entry.question}`,
    `     Found by ${sourceNames[evidence.source.kind]}: “${evidence.source.text}”`,
    `     Matching words: ${evidence.words.length === 0 ? 'none' : evidence.words.join(', ')}`,
    ...corrections.map(({ typed, readAs }) => `     Read “${typed}” as “${readAs}”`),
    shares.meaning === null
      ? '     Read by words alone.'
      : `     By words ${Math.round(shares.words * 100)}%, by meaning ${Math.round(shares.meaning * 100)}%`,
    ...evidence.signals.map(({ name, value, reason }) => `     ${name} ${value.toFixed(2)}: ${reason}`),
  ];
}

function percent({ confidence }: Match): string {
  return `${Math.round(confidence * 100)}%`.padStart(4);
}
