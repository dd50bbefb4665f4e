// Rows of office hours as sessions and questions, and back. Pure.
import type { Selectable } from 'kysely';
import {
  type AskedVector,
  type Asking,
  questionStates,
  type Session,
  type SessionQuestion,
  type ThreadAnswer,
} from '../../office-hours/session.ts';
import type { SessionAskingTable, SessionQuestionTable, SessionTable } from './session-schema.ts';

export function toDate(time: number): string {
  return new Date(time).toISOString();
}

export function toSession(row: Selectable<SessionTable>): Session {
  const { id, team, channel, title, host, host_name: hostName, changed, shown } = row;
  return {
    ...{ id, team, channel, title, host, hostName, changed, shown },
    startedAt: Date.parse(row.started_at),
    lastAt: Date.parse(row.last_at),
    endedAt: row.ended_at === null ? null : Date.parse(row.ended_at),
  };
}

export function toAskingRow(asking: Asking): SessionAskingTable {
  const { id, ts, position, asker, wording, link, vector } = asking;
  return {
    ...{ id, ts, position, asker, wording, link },
    session_id: asking.sessionId,
    question_id: asking.questionId,
    thread_ts: asking.threadTs,
    asker_name: asking.askerName,
    vector: vector === null ? null : JSON.stringify(vector),
    reply: asking.reply === null ? null : JSON.stringify(asking.reply),
    settled: asking.isSettled ? 1 : 0,
    asked_at: toDate(asking.askedAt),
  };
}

/** Each question with its askings, the oldest first. Askings whose question is not among them come under one of their own. */
export function toQuestions(
  questions: readonly Selectable<SessionQuestionTable>[],
  askings: readonly Selectable<SessionAskingTable>[],
): readonly SessionQuestion[] {
  const byQuestion = new Map<string, Asking[]>(questions.map(({ id }) => [id, []]));
  for (const asking of askings.map(toAsking).toSorted(compareAskings))
    byQuestion.set(asking.questionId, [...(byQuestion.get(asking.questionId) ?? []), asking]);
  const rows = new Map(questions.map((row) => [row.id, row]));
  return [...byQuestion]
    .map(([id, asked]) => toQuestion(id, rows.get(id), asked))
    .toSorted(({ askings: [one] }, { askings: [other] }) => compareAskings(one, other));
}

function toQuestion(
  id: string,
  row: Selectable<SessionQuestionTable> | undefined,
  askings: readonly Asking[],
): SessionQuestion {
  const by = row?.answered_by_name ?? null;
  return {
    id,
    sessionId: row?.session_id ?? askings[0]?.sessionId ?? '',
    heading: row?.heading ?? '',
    state: questionStates.find((state) => state === row?.state) ?? 'open',
    entryKey: row?.entry_key ?? null,
    answer: row?.answer ?? null,
    answeredBy: by === null ? null : { name: by, user: row?.answered_by ?? '' },
    reopenedAt: row?.reopened_at == null ? null : Date.parse(row.reopened_at),
    askings,
  };
}

function toAsking(row: Selectable<SessionAskingTable>): Asking {
  const { id, ts, position, asker, wording, link } = row;
  return {
    ...{ id, ts, position, asker, wording, link },
    sessionId: row.session_id,
    questionId: row.question_id,
    threadTs: row.thread_ts,
    askerName: row.asker_name,
    vector: row.vector === null ? null : (JSON.parse(row.vector) as AskedVector),
    reply: row.reply === null ? null : (JSON.parse(row.reply) as ThreadAnswer),
    isSettled: row.settled > 0,
    askedAt: Date.parse(row.asked_at),
  };
}

function compareAskings(one: Asking | undefined, other: Asking | undefined): number {
  const [first, second] = [one?.askedAt ?? 0, other?.askedAt ?? 0];
  if (first !== second) return first - second;
  return (one?.position ?? 0) - (other?.position ?? 0) || ((one?.id ?? '') < (other?.id ?? '') ? -1 : 1);
}
