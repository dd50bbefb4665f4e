// The real questions of a chat, read and decided as the bot does, proposed as wordings.
import type { Decision, QuestionDecision } from '../../answer/decision.ts';
import { cleanWording } from '../../answer/reading/clean-wording.ts';
import { readQuestions } from '../../answer/reading/read-questions.ts';
import { toTypedText } from '../../answer/reading/typed-text.ts';
import { considerMessage } from '../answer/consider-message.ts';
import type { Searcher } from '../interfaces/searcher.ts';
import type { ChatExport, ExportedMessage } from '../rehearse/chat-export.ts';
import { replay } from '../rehearse/replay.ts';
import type { ProposedWording } from './judge-wordings.ts';
import { type AskedQuestion, type SortedQuestions, sortAsked } from './sort-asked.ts';

export interface MinedQuestions extends SortedQuestions {
  readonly messages: number;
  readonly questions: number;
  /** Messages with a question to somebody by name who is not in the team: they are left out. */
  readonly toOthers: number;
}

/** A question of fewer words says nothing alone, one of more is a story. */
const [fewestWords, mostWords] = [2, 40];

/** Reads the whole export. `team`: ids of people whose questions are no candidates', and who are asked by name what the notes may answer. */
export async function mineQuestions(
  searcher: Searcher,
  chat: Pick<ChatExport, 'read'>,
  team: ReadonlySet<string>,
  onRead: (done: number) => void = () => {},
): Promise<MinedQuestions> {
  const asked: AskedQuestion[] = [];
  let [messages, toOthers] = [0, 0];
  for await (const replayed of replay(searcher, chat.read(onRead), team)) {
    messages += 1;
    const { message, decision } = replayed;
    const isToSomebody = decision.reason === 'addresses-somebody-else';
    const { questions } = isToSomebody ? await considerUnnamed(searcher, message.text) : decision;
    const found = questions.flatMap((question) => toAsked(message, question) ?? []);
    const isLeftOut = isToSomebody && toTypedText(message.text).mentioned.every((user) => !team.has(user));
    if (!isLeftOut) asked.push(...found);
    else if (found.length > 0) toOthers += 1;
  }
  return { ...sortAsked(asked), messages, questions: asked.length, toOthers };
}

/** What the bot would decide if nobody were named. */
async function considerUnnamed(searcher: Searcher, text: string): Promise<Decision> {
  return await considerMessage(searcher, {
    surface: 'channel',
    reading: readQuestions(text),
    answeredHere: new Set(),
  });
}

function toAsked(
  message: ExportedMessage,
  { question, kind, reason, matches }: QuestionDecision,
): AskedQuestion | null {
  if (reason === 'asks-nothing') return null;
  const text = cleanWording(question);
  const words = text.split(' ').length;
  if (words < fewestWords || words > mostWords) return null;
  const isAnswered = kind === 'answer' || reason === 'already-answered-here';
  const best = matches.slice(0, 3).map(({ entry, confidence }) => ({ entry, confidence }));
  return { text, askedAt: Number(message.ts ?? 0) * 1000, asker: message.user, matches: best, isAnswered };
}

/** What is proposed for the phrasings files: what many miss and what nobody is sure of is not. `note`: where a question stands that is near to no entry. */
export function toProposed({ found, open }: SortedQuestions, note: string): readonly ProposedWording[] {
  return [
    ...found.map(({ entry, text }) => ({ note: entry.note, entry, wording: text })),
    ...open.map(({ entry, text }) => ({ note: entry?.note ?? note, entry: null, wording: text })),
  ];
}
