// The draft of a post from a Slack export of a past session: what was asked, and what the team said below it.
import { readQuestions } from '../../answer/reading/read-questions.ts';
import { saysSomething } from '../../answer/reading/says-something.ts';
import { toTypedText } from '../../answer/reading/typed-text.ts';
import type { SlackNames } from '../../answer/slack-text/read-token.ts';
import { slackToMarkdown } from '../../answer/slack-text/slack-to-markdown.ts';
import type { Entry } from '../../knowledge/entry.ts';
import type { DraftSession } from '../../office-hours/draft-post.ts';
import { type Compared, isSameQuestion } from '../../office-hours/is-same-question.ts';
import { toHeading } from '../../office-hours/to-heading.ts';
import { considerMessage } from '../answer/consider-message.ts';
import type { Searcher } from '../interfaces/searcher.ts';
import { findName, toNames } from '../phrasings/holds-name.ts';
import type { ChatExport, ExportedMessage } from '../rehearse/chat-export.ts';
import { toVector } from './settle-askings.ts';

export interface ExportedSession {
  readonly title: string;
  /** Ids of those who answered. */
  readonly team: ReadonlySet<string>;
  /** The day it was held on, as ISO 8601 in UTC; null: all that the export holds. */
  readonly day: string | null;
}

export interface DraftedSession extends DraftSession {
  /** Messages read, and questions among them. */
  readonly messages: number;
  readonly asked: number;
}

/** Reads it all. An answer is what the team wrote in the question's thread, or above the thread to its asker by name. */
export async function draftFromExport(
  searcher: Searcher,
  chat: Pick<ChatExport, 'read' | 'people' | 'nameOf'>,
  { title, team, day }: ExportedSession,
  onRead: (done: number) => void = () => {},
): Promise<DraftedSession> {
  const messages: ExportedMessage[] = [];
  for await (const message of chat.read(onRead)) if (day === null || toDay(message) === day) messages.push(message);
  const names: SlackNames = { person: chat.nameOf, channel: () => null };
  const answers = new Answers(messages, team, names);
  const people = toNames(chat.people);
  const groups: Group[] = [];
  let asked = 0;
  for (const message of messages) {
    const question = isAsked(message, team) ? await readQuestion(searcher, message) : null;
    if (question === null) continue;
    asked += 1;
    const compared = { ...question, ...answers.find(message) };
    const same = groups.find((group) => group.some((one) => isSameQuestion(one, compared)));
    if (same === undefined) groups.push([compared]);
    else same.push(compared);
  }
  return { title, heldAt: toHeldAt(messages), messages: messages.length, asked, ...toQuestions(groups, people) };
}

/** A question with its answer, as it is compared with the others. */
interface Asked extends Compared {
  readonly entry: Entry | null;
  readonly answer: string | null;
  readonly by: string | null;
}

type Group = Asked[];

function isAsked({ user, threadTs, isBroadcast }: ExportedMessage, team: ReadonlySet<string>): boolean {
  return user !== null && !team.has(user) && (threadTs === null || isBroadcast);
}

/** One for each message: what a host answers below it answers all of it. Null where it asks nothing. */
async function readQuestion(
  searcher: Searcher,
  { text }: ExportedMessage,
): Promise<Pick<Asked, keyof Compared | 'entry'> | null> {
  const reading = readQuestions(text);
  const answeredHere: ReadonlySet<string> = new Set();
  const decision = await considerMessage(searcher, {
    surface: 'channel',
    reading,
    answeredHere,
    withheld: 'not-certain-enough',
  });
  const asked = decision.questions.filter(({ reason }) => reason !== 'asks-nothing' && reason !== 'matched-statement');
  if (asked.length === 0) return null;
  const wording = asked.map(({ question }) => question).join(' ');
  const { results } = await searcher.match([wording]);
  const isCovered = asked.every(({ kind }) => kind === 'answer');
  const entry = isCovered ? (asked[0]?.matches[0]?.entry ?? null) : null;
  return { wording, vector: toVector(results[0]), entryKey: entry?.key ?? null, entry };
}

/** What the team said to whom. */
class Answers {
  readonly #byThread = new Map<string, ExportedMessage[]>();
  readonly #messages: readonly ExportedMessage[];
  readonly #team: ReadonlySet<string>;
  readonly #names: SlackNames;

  constructor(messages: readonly ExportedMessage[], team: ReadonlySet<string>, names: SlackNames) {
    this.#messages = messages;
    this.#team = team;
    this.#names = names;
    for (const message of messages)
      if (message.threadTs !== null && this.#isAnswer(message)) {
        const key = `${message.channel} ${message.threadTs}`;
        this.#byThread.set(key, [...(this.#byThread.get(key) ?? []), message]);
      }
  }

  find(question: ExportedMessage): Pick<Asked, 'answer' | 'by'> {
    const inThread = this.#byThread.get(`${question.channel} ${question.ts}`) ?? [];
    const said = inThread.length > 0 ? inThread : this.#findAddressed(question);
    const answer = said
      .map(({ text }) => slackToMarkdown(text, this.#names))
      .filter((text) => text !== '')
      .join('\n\n');
    const [first] = said;
    return answer === '' ? { answer: null, by: null } : { answer, by: this.#names.person(first?.user ?? '') };
  }

  #isAnswer({ user, text }: ExportedMessage): boolean {
    return user !== null && this.#team.has(user) && saysSomething(text);
  }

  /** The next word of the team to who asked, before they ask again. */
  #findAddressed(question: ExportedMessage): readonly ExportedMessage[] {
    const after = this.#messages.filter(
      ({ channel, threadTs, ts }) =>
        channel === question.channel && threadTs === null && Number(ts) > Number(question.ts),
    );
    for (const message of after) {
      if (message.user === question.user) return [];
      if (!this.#isAnswer(message) || question.user === null) continue;
      if (toTypedText(message.text).mentioned.includes(question.user)) return [message];
    }
    return [];
  }
}

function toQuestions(
  groups: readonly Group[],
  people: ReadonlySet<string>,
): Pick<DraftSession, 'questions' | 'covered'> {
  const isCovered = (group: Group) => group.some(({ entry }) => entry !== null);
  return {
    covered: groups.filter(isCovered).flatMap((group) => group.flatMap(({ entry }) => entry ?? []).slice(0, 1)),
    questions: groups
      .filter((group) => !isCovered(group))
      .map((group) => {
        const wordings = group.map(({ wording }) => wording);
        const answered = group.filter(({ answer }) => answer !== null);
        const answer = answered.length === 0 ? null : answered.map((one) => one.answer).join('\n\n');
        const heading = toHeading(wordings) || (wordings[0] ?? '');
        const own = `${heading} ${answer ?? ''}`;
        return {
          heading,
          answer,
          by: answered[0]?.by ?? null,
          wordings: wordings.filter((wording) => findName(wording, people, own) === null),
        };
      }),
  };
}

function toDay({ ts }: ExportedMessage): string | null {
  return ts === null ? null : new Date(Number(ts) * 1000).toISOString().slice(0, 10);
}

function toHeldAt([first]: readonly ExportedMessage[]): number {
  return Number(first?.ts ?? 0) * 1000;
}
