// What the team answers in the thread of a question while office hours run: the board offers it until the host takes it.
import type { Message } from '../../answer/message.ts';
import { findThreadAnswer, isAnswered } from '../../office-hours/session.ts';
import type { Chat } from '../interfaces/chat.ts';
import { answerLive, type LiveOutcome } from './answer-live.ts';
import { findQuestion } from './find-question.ts';
import type { QuestionPress, SessionDependencies } from './session-dependencies.ts';
import type { SessionStore } from './session-store.ts';
import { refreshSession } from './show-session.ts';

/** Keeps that one of the team has answered there. False where no session that runs has a question there that waits. */
export async function noteThreadAnswer(
  { chat, sessions }: { readonly chat: Pick<Chat, 'findName'>; readonly sessions: SessionStore },
  { team, channel, ts, threadTs, user }: Message & { readonly threadTs: string },
): Promise<boolean> {
  const running = await sessions.findRunning(team, channel);
  if (running === null) return false;
  const asked = await sessions.listAskings(team, channel, threadTs);
  const questions = await sessions.listQuestions(running.id);
  const waiting = new Set(questions.filter((question) => !isAnswered(question)).map(({ id }) => id));
  const askings = asked.filter(({ questionId }) => waiting.has(questionId));
  if (askings.length === 0) return false;
  const reply = { ts, user, name: (await chat.findName(user)) ?? '' };
  for (const { id } of askings) await sessions.saveAsking(id, { reply });
  await sessions.touch(running.id, Math.round(Number(ts) * 1000));
  return true;
}

/** *Take as the answer*: as *Answer live* with that reply. One that stands there no more is forgotten. Only the team may. */
export async function takeThreadAnswer(dependencies: SessionDependencies, press: QuestionPress): Promise<LiveOutcome> {
  const found = await findQuestion(dependencies, press);
  if (typeof found === 'string') return { kind: found };
  const reply = findThreadAnswer(found.question);
  const outcome = await answerLive(dependencies, { ...press, text: '', replyTs: reply?.ts ?? null });
  if (outcome.kind === 'nothing') {
    const { sessions } = dependencies;
    for (const { id } of found.question.askings) await sessions.saveAsking(id, { reply: null });
    await sessions.touch(found.session.id, null);
    await refreshSession(dependencies, found.session.id);
  }
  return outcome;
}
