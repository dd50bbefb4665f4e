// The real questions of a chat, read and decided as the bot does, proposed as wordings.
import type { QuestionDecision } from '../../answer/decision.ts';
import { cleanWording } from '../../answer/reading/clean-wording.ts';
import type { Searcher } from '../interfaces/searcher.ts';
import type { ChatExport } from '../rehearse/chat-export.ts';
import { type Replayed, replay } from '../rehearse/replay.ts';
import type { ProposedWording } from './judge-wordings.ts';
import { type AskedQuestion, type SortedQuestions, sortAsked } from './sort-asked.ts';

export interface MinedQuestions extends SortedQuestions {
  readonly messages: number;
  readonly questions: number;
}

/** A question of fewer words says nothing alone, one of more is a story. */
const [fewestWords, mostWords] = [2, 40];

/** Reads the whole export. `team`: ids of people whose questions are no candidates'. */
export async function mineQuestions(
  searcher: Searcher,
  chat: Pick<ChatExport, 'read'>,
  team: ReadonlySet<string>,
  onRead: (done: number) => void = () => {},
): Promise<MinedQuestions> {
  const asked: AskedQuestion[] = [];
  let messages = 0;
  for await (const replayed of replay(searcher, chat.read(onRead), team)) {
    messages += 1;
    asked.push(...replayed.decision.questions.flatMap((question) => toAsked(replayed, question) ?? []));
  }
  return { ...sortAsked(asked), messages, questions: asked.length };
}

function toAsked({ message }: Replayed, { question, kind, reason, matches }: QuestionDecision): AskedQuestion | null {
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
