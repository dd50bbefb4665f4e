// What one of the team writes under a question may become part of the notes: its author alone is asked whether to keep it.
import { type Message, placeOf } from '../../answer/message.ts';
import { saysSomething } from '../../answer/reading/says-something.ts';
import { typedToMarkdown } from '../../answer/slack-text/slack-to-markdown.ts';
import type { Entry } from '../../knowledge/entry.ts';
import { toAnswerPrint } from '../../knowledge/meanwhile-answer.ts';
import { toHeading } from '../../office-hours/to-heading.ts';
import type { TeamDependencies } from '../ask-team/team-dependencies.ts';
import type { TeamQuestion } from '../ask-team/team-question-store.ts';
import { ChatError } from '../interfaces/chat.ts';
import type { StoredReply } from '../interfaces/reply-store.ts';
import { readNames } from '../office-hours/read-names.ts';
import { noteThreadAnswer } from '../office-hours/thread-answers.ts';
import { findName, toNames } from '../phrasings/holds-name.ts';
import { findScope } from '../settings/settings-store.ts';
import type { AskedWording, DraftEntry, DraftStore } from './draft-store.ts';
import { toDraftNote } from './to-draft-note.ts';
import { writeDown } from './write-down.ts';

export type DraftDependencies = TeamDependencies & { readonly drafts: DraftStore };

/** What its author alone sees. `corrects`: the answer of the notes was given before. */
export interface OfferedDraft {
  readonly id: string;
  readonly question: string;
  readonly corrects: boolean;
  /** Where the bot had answered several questions: the entries of which it may correct one. Left out elsewhere. */
  readonly choices?: readonly Pick<Entry, 'key' | 'question'>[];
}

type About = Pick<DraftEntry, 'asker' | 'question' | 'wordings' | 'note' | 'entryId' | 'corrects'> &
  Pick<OfferedDraft, 'choices'>;

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
  // Office hours that run have the question: their board offers what is answered in its thread.
  if (!isCorrection(about) && (await noteThreadAnswer(dependencies, { ...message, threadTs }))) return;
  if (about === null || about.asker === user) return;
  const answer = await writeDown(dependencies, message.text);
  if (answer === '') return;
  const id = newId();
  const authorName = (await chat.findName(user)) ?? '';
  const { choices = [], wordings = [], ...what } = about;
  const named = await withoutNames(dependencies, wordings, { authorName, own: `${what.question} ${answer}` });
  const draft: DraftEntry = {
    ...{ id, ...placeOf(message), threadTs, ...what, wordings: named, author: user, authorName, answer },
    ...fresh,
    writtenAt: clock.now(),
  };
  if (!(await drafts.add(draft))) return;
  logger.info({ ...placeOf(message) }, 'Offered to keep an answer of the team');
  const offer = { id, question: about.question, corrects: about.corrects !== null, choices };
  await chat.offerDraft({ channel, user, threadTs }, offer).catch((error: unknown) => {
    // It stands on its author's App Home too.
    if (!(error instanceof ChatError)) throw error;
    logger.warn({ ...placeOf(message), err: error }, 'Nobody could be asked whether to keep an answer');
  });
}

function isCorrection(about: About | null): boolean {
  return about !== null && about.corrects !== null;
}

const fresh = { state: 'offered', decidedBy: null, releasedAt: null, exportedAt: null } as const;

/** *Write an answer* has posted it. Gives what its author may keep; null where it is no answer, or offered already. */
export async function offerWritten(
  dependencies: DraftDependencies,
  question: Pick<TeamQuestion, 'team' | 'channel' | 'ts' | 'threadTs' | 'asker' | 'questions'> &
    Pick<DraftEntry, 'wordings'>,
  written: { readonly id: string; readonly author: string; readonly by: string; readonly text: string },
): Promise<OfferedDraft | null> {
  const { clock, drafts, newId } = dependencies;
  const { team, channel, threadTs, ts, asker } = question;
  const answer = typedToMarkdown(written.text, await readNames(dependencies, written.text));
  if (answer === '' || !saysSomething(written.text)) return null;
  const asked = toHeading([question.questions.join(' ')]);
  const id = newId();
  const given = question.wordings ?? question.questions.map((wording) => ({ asker, wording }));
  const names = { authorName: written.by, own: `${asked} ${answer}` };
  const draft: DraftEntry = {
    ...{ id, team, channel, ts: `written:${written.id}`, threadTs: threadTs ?? ts, asker, question: asked, answer },
    ...{ author: written.author, authorName: written.by, entryId: null, corrects: null },
    wordings: await withoutNames(dependencies, given, names),
    note: toDraftNote(await findScope(dependencies.settings, team, channel)),
    ...fresh,
    writtenAt: clock.now(),
  };
  return (await drafts.add(draft)) ? { id, question: asked, corrects: false } : null;
}

/** What names who asked or who answers is nobody's phrasing. */
async function withoutNames(
  { chat }: Pick<DraftDependencies, 'chat'>,
  wordings: readonly AskedWording[],
  { authorName, own }: { readonly authorName: string; readonly own: string },
): Promise<readonly AskedWording[]> {
  const people = [authorName];
  for (const asker of new Set(wordings.flatMap((each) => each.asker ?? [])))
    people.push((await chat.findName(asker)) ?? '');
  const names = toNames(people);
  return wordings.filter(({ wording }) => findName(wording, names, own) === null);
}

/** What the bot's last answer in the thread showed, if there was one; else the question that the thread began with and got no answer to. */
async function findAbout(
  dependencies: DraftDependencies,
  message: Message & { readonly threadTs: string },
): Promise<About | null> {
  const last = (await listAnswersAbove(dependencies, message)).at(-1);
  return last === undefined ? await findOpen(dependencies, message) : await findShown(dependencies, message, last);
}

async function listAnswersAbove(
  { replies }: Pick<DraftDependencies, 'replies'>,
  { team, channel, threadTs, ts }: Message & { readonly threadTs: string },
): Promise<readonly StoredReply[]> {
  const inThread = await replies.listInThread(team, channel, threadTs);
  return inThread.filter((reply) => reply.kind === 'answer' && Number(reply.ts) < Number(ts));
}

/** An answer to the whole message with one entry is corrected; else its author says which, or that it is a new one: to what is open still, if anything is. */
async function findShown(
  dependencies: DraftDependencies,
  message: Message,
  { team, channel, questionTs, asker, entries: shown, notCovered: said }: StoredReply,
): Promise<About | null> {
  // In a channel an answer does not say what else the message asked.
  const open = await dependencies.openQuestions.listFor(team, channel, questionTs);
  const notCovered = said.length > 0 ? said : open.map(({ text }) => text);
  const found = await dependencies.notes.findAll(shown.map(({ entryKey }) => entryKey));
  const entries = [...found.values()].filter(({ meanwhile }) => meanwhile === undefined);
  const [entry] = entries;
  if (shown.length === 1 && notCovered.length === 0) {
    if (entry === undefined) return null;
    const { question, note, id: entryId } = entry;
    return { asker, question, note, entryId, corrects: toAnswerPrint(entry.answer) };
  }
  const asked = notCovered.length > 0 ? notCovered : shown.flatMap((each) => each.asked ?? []);
  return {
    ...{ asker, question: toHeading([asked.join(' ')]), entryId: null, corrects: null },
    wordings: notCovered.map((wording) => ({ asker, wording })),
    note: toDraftNote(await findScope(dependencies.settings, message.team, message.channel)),
    choices: entries.map(({ key, question }) => ({ key, question })),
  };
}

async function findOpen(
  { decisions, openQuestions, settings, teamQuestions }: DraftDependencies,
  { team, channel, threadTs }: Message & { readonly threadTs: string },
): Promise<About | null> {
  const open = await openQuestions.listFor(team, channel, threadTs);
  const asked = await teamQuestions.listByQuestion(team, channel, threadTs);
  const decided = await decisions.find(team, channel, threadTs);
  const unsure = decided?.decision.kind === 'suggest' ? decided.decision.questions.map((each) => each.question) : [];
  const read = [open.map(({ text }) => text), asked[0]?.questions ?? [], unsure].find(({ length }) => length > 0) ?? [];
  const texts = [...new Set(read)];
  const question = toHeading([texts.join(' ')]);
  if (question === '') return null;
  const note = toDraftNote(await findScope(settings, team, channel));
  const asker = open[0]?.user ?? asked[0]?.asker ?? decided?.user ?? null;
  // Of several questions none is a phrasing of the one answer.
  const wordings = texts.length === 1 ? texts.map((wording) => ({ asker, wording })) : [];
  return { asker, question, wordings, note, entryId: null, corrects: null };
}

/** Its author says which of the shown entries it corrects. False where it is offered no more, or the thread does not show that entry. */
export async function aimDraft(
  { drafts, notes, replies }: DraftDependencies,
  { id, team, user, entryKey }: Readonly<Record<'id' | 'team' | 'user' | 'entryKey', string>>,
): Promise<boolean> {
  const draft = await drafts.find(id);
  if (draft === null || draft.team !== team || draft.author !== user || draft.threadTs === null) return false;
  const shown = (await replies.listInThread(team, draft.channel, draft.threadTs)).flatMap(({ entries }) => entries);
  const entry = shown.some((each) => each.entryKey === entryKey) ? await notes.find(entryKey) : null;
  if (entry === null || entry.meanwhile !== undefined) return false;
  const { question, note, id: entryId } = entry;
  await drafts.aim(id, { question, note, entryId, corrects: toAnswerPrint(entry.answer) });
  return true;
}

/** The message was edited: what its author has not kept yet reads as it does now. */
export async function followDraftEdit(dependencies: DraftDependencies, message: Message): Promise<void> {
  if (message.threadTs === null || !(await dependencies.roster.isMember(message.user))) return;
  const answer = saysSomething(message.text) ? await writeDown(dependencies, message.text) : '';
  if (answer === '') await dependencies.drafts.removeOffered(placeOf(message));
  else await dependencies.drafts.rewriteOffered(placeOf(message), answer);
}
