// What one of the team writes under a question may become part of the notes: its author alone is asked whether to keep it.
import { type Message, placeOf } from '../../answer/message.ts';
import { saysSomething } from '../../answer/reading/says-something.ts';
import { typedToMarkdown } from '../../answer/slack-text/slack-to-markdown.ts';
import { toAnswerPrint } from '../../knowledge/meanwhile-answer.ts';
import { toHeading } from '../../office-hours/to-heading.ts';
import type { TeamDependencies } from '../ask-team/team-dependencies.ts';
import type { TeamQuestion } from '../ask-team/team-question-store.ts';
import { ChatError } from '../interfaces/chat.ts';
import { findScope } from '../settings/settings-store.ts';
import type { DraftEntry, DraftStore } from './draft-store.ts';
import { toDraftNote } from './to-draft-note.ts';
import { writeDown } from './write-down.ts';

export type DraftDependencies = TeamDependencies & { readonly drafts: DraftStore };

/** What its author alone sees. `corrects`: the answer of the notes was given before. */
export interface OfferedDraft {
  readonly id: string;
  readonly question: string;
  readonly corrects: boolean;
}

type About = Pick<DraftEntry, 'asker' | 'question' | 'note' | 'entryId' | 'corrects'>;

/**
 * A message in the thread of a question that the notes did not answer, or below an answer of the bot's, by one of the team. What is no
 * answer ("let me check") is passed over; each message is offered once.
 */
export async function offerDraft(dependencies: DraftDependencies, message: Message): Promise<void> {
  const { chat, clock, drafts, logger, newId, roster, teamChannel } = dependencies;
  const { channel, threadTs, user } = message;
  if (teamChannel === null || threadTs === null || message.surface === 'direct' || channel === teamChannel) return;
  if (!saysSomething(message.text) || !(await roster.isMember(user))) return;
  const about = await findAbout(dependencies, { ...message, threadTs });
  if (about === null || about.asker === user) return;
  if (about.corrects === null && (await isOfSession(dependencies, { ...message, threadTs }))) return;
  const answer = await writeDown(dependencies, message.text);
  if (answer === '') return;
  const id = newId();
  const authorName = (await chat.findName(user)) ?? '';
  const draft: DraftEntry = {
    ...{ id, ...placeOf(message), threadTs, ...about, author: user, authorName, answer },
    ...fresh,
    writtenAt: clock.now(),
  };
  if (!(await drafts.add(draft))) return;
  logger.info({ ...placeOf(message) }, 'Offered to keep an answer of the team');
  const offer = { id, question: about.question, corrects: about.corrects !== null };
  await chat.offerDraft({ channel, user, threadTs }, offer).catch((error: unknown) => {
    // It stands on its author's App Home too.
    if (!(error instanceof ChatError)) throw error;
    logger.warn({ ...placeOf(message), err: error }, 'Nobody could be asked whether to keep an answer');
  });
}

/** Office hours that run have the question: on their board its answers are taken from the thread. */
async function isOfSession(
  { sessions }: Pick<DraftDependencies, 'sessions'>,
  { team, channel, threadTs }: Pick<Message, 'team' | 'channel'> & { readonly threadTs: string },
): Promise<boolean> {
  const running = await sessions.findRunning(team, channel);
  if (running === null) return false;
  const askings = await sessions.listAskings(team, channel, threadTs);
  return askings.some(({ sessionId }) => sessionId === running.id);
}

const fresh = { state: 'offered', decidedBy: null, releasedAt: null, exportedAt: null } as const;

/** *Write an answer* has posted it. Gives what its author may keep; null where it is no answer, or offered already. */
export async function offerWritten(
  dependencies: DraftDependencies,
  question: Pick<TeamQuestion, 'team' | 'channel' | 'ts' | 'threadTs' | 'asker' | 'questions'>,
  written: { readonly id: string; readonly author: string; readonly by: string; readonly text: string },
): Promise<OfferedDraft | null> {
  const { clock, drafts, newId } = dependencies;
  const { team, channel, threadTs, ts, asker } = question;
  const answer = typedToMarkdown(written.text);
  if (answer === '' || !saysSomething(written.text)) return null;
  const asked = toHeading([question.questions.join(' ')]);
  const id = newId();
  const draft: DraftEntry = {
    ...{ id, team, channel, ts: `written:${written.id}`, threadTs: threadTs ?? ts, asker, question: asked, answer },
    ...{ author: written.author, authorName: written.by, entryId: null, corrects: null },
    note: toDraftNote(await findScope(dependencies.settings, team, channel)),
    ...fresh,
    writtenAt: clock.now(),
  };
  return (await drafts.add(draft)) ? { id, question: asked, corrects: false } : null;
}

/** The entry that the bot's last answer in the thread showed, if it showed one; else the question that the thread began with and got no answer to. */
async function findAbout(
  dependencies: DraftDependencies,
  message: Message & { readonly threadTs: string },
): Promise<About | null> {
  const { decisions, notes, openQuestions, replies, settings, teamQuestions } = dependencies;
  const { team, channel, threadTs } = message;
  const answers = (await replies.listInThread(team, channel, threadTs)).filter(
    ({ kind, ts }) => kind === 'answer' && Number(ts) < Number(message.ts),
  );
  const last = answers.at(-1);
  if (last !== undefined) {
    const [shown, ...more] = last.entries;
    const entry = shown === undefined || more.length > 0 ? null : await notes.find(shown.entryKey);
    if (entry === null || entry.meanwhile !== undefined) return null;
    const { question, note, id: entryId } = entry;
    return { asker: last.asker, question, note, entryId, corrects: toAnswerPrint(entry.answer) };
  }
  const open = await openQuestions.listFor(team, channel, threadTs);
  const asked = await teamQuestions.listByQuestion(team, channel, threadTs);
  const decided = await decisions.find(team, channel, threadTs);
  const unsure = decided?.decision.kind === 'suggest' ? decided.decision.questions.map((each) => each.question) : [];
  const read = [open.map(({ text }) => text), asked[0]?.questions ?? [], unsure].find(({ length }) => length > 0) ?? [];
  const question = toHeading([[...new Set(read)].join(' ')]);
  if (question === '') return null;
  const note = toDraftNote(await findScope(settings, team, channel));
  const asker = open[0]?.user ?? asked[0]?.asker ?? decided?.user ?? null;
  return { asker, question, note, entryId: null, corrects: null };
}

/** The message was edited: what its author has not kept yet reads as it does now. */
export async function followDraftEdit(dependencies: DraftDependencies, message: Message): Promise<void> {
  if (message.threadTs === null || !(await dependencies.roster.isMember(message.user))) return;
  const answer = saysSomething(message.text) ? await writeDown(dependencies, message.text) : '';
  if (answer === '') await dependencies.drafts.removeOffered(placeOf(message));
  else await dependencies.drafts.rewriteOffered(placeOf(message), answer);
}
