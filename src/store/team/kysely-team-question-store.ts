// Questions in the team channel, in SQL: the update of an open row decides who closes it. Edge.
import type { Selectable } from 'kysely';
import type { AnswerReply } from '../../answer/reply/reply.ts';
import { type ClosedState, closedStates } from '../../answer/reply/team-card.ts';
import type { Closing, TeamQuestion, TeamQuestionStore } from '../../use-cases/ask-team/team-question-store.ts';
import type { PersonalData } from '../../use-cases/interfaces/personal-data.ts';
import type { Database } from '../open-database.ts';
import type { TeamQuestionTable } from './team-schema.ts';

export class KyselyTeamQuestionStore implements TeamQuestionStore, PersonalData {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async add(question: TeamQuestion): Promise<void> {
    await this.#database
      .insertInto('team_questions')
      .values(toRow(question))
      .onConflict((conflict) => conflict.column('id').doNothing())
      .execute();
  }

  async find(id: string): Promise<TeamQuestion | null> {
    const row = await this.#database.selectFrom('team_questions').selectAll().where('id', '=', id).executeTakeFirst();
    return row === undefined ? null : toQuestion(row);
  }

  async findByTeamMessage(team: string, teamChannel: string, teamTs: string): Promise<TeamQuestion | null> {
    const row = await this.#database
      .selectFrom('team_questions')
      .selectAll()
      .where('team', '=', team)
      .where('team_channel', '=', teamChannel)
      .where('team_ts', '=', teamTs)
      .executeTakeFirst();
    return row === undefined ? null : toQuestion(row);
  }

  async listByQuestion(team: string, channel: string, ts: string): Promise<readonly TeamQuestion[]> {
    const rows = await this.#database
      .selectFrom('team_questions')
      .selectAll()
      .where('team', '=', team)
      .where('channel', '=', channel)
      .where('ts', '=', ts)
      .orderBy('asked_at')
      .execute();
    return rows.map(toQuestion);
  }

  async rewrite(id: string, to: Pick<TeamQuestion, 'questions' | 'proposed' | 'editedAt'>): Promise<boolean> {
    const result = await this.#database
      .updateTable('team_questions')
      .set({ ...toContent(to), edited_at: toDate(to.editedAt) })
      .where('id', '=', id)
      .where('closed_state', 'is', null)
      .executeTakeFirst();
    return result.numUpdatedRows > 0n;
  }

  async close(id: string, { state, by, entryKey }: Closing): Promise<boolean> {
    const closing = { closed_state: state, closed_by: by, closed_entry: entryKey };
    const result = await this.#database
      .updateTable('team_questions')
      .set(state === 'deleted' ? { ...closing, ...toContent({ questions: [], proposed: null }) } : closing)
      .where('id', '=', id)
      .where('closed_state', 'is', null)
      .executeTakeFirst();
    return result.numUpdatedRows > 0n;
  }

  async reopen(id: string): Promise<void> {
    await this.#database
      .updateTable('team_questions')
      .set({ closed_state: null, closed_by: null, closed_entry: null })
      .where('id', '=', id)
      .execute();
  }

  async listByLearned(learnedId: string): Promise<readonly TeamQuestion[]> {
    const rows = await this.#database
      .selectFrom('team_questions')
      .selectAll()
      .where('learned_id', '=', learnedId)
      .execute();
    return rows.map(toQuestion);
  }

  async setLearned(id: string, learnedId: string | null): Promise<void> {
    await this.#database.updateTable('team_questions').set({ learned_id: learnedId }).where('id', '=', id).execute();
  }

  async listOpen(team: string, limit: number): Promise<readonly TeamQuestion[]> {
    const rows = await this.#database
      .selectFrom('team_questions')
      .selectAll()
      .where('team', '=', team)
      .where('closed_state', 'is', null)
      .orderBy('asked_at', 'desc')
      .limit(limit)
      .execute();
    return rows.map(toQuestion);
  }

  async purgeBefore(time: number): Promise<void> {
    await this.#database.deleteFrom('team_questions').where('asked_at', '<', new Date(time).toISOString()).execute();
  }

  async forgetUser(team: string, user: string): Promise<void> {
    await this.#database.deleteFrom('team_questions').where('team', '=', team).where('asker', '=', user).execute();
  }
}

function toRow(question: TeamQuestion): TeamQuestionTable {
  return {
    id: question.id,
    kind: question.kind,
    team: question.team,
    channel: question.channel,
    ts: question.ts,
    thread_ts: question.threadTs,
    asker: question.asker,
    ...toContent(question),
    edited_at: toDate(question.editedAt),
    team_channel: question.teamChannel,
    team_ts: question.teamTs,
    closed_state: question.closing?.state ?? null,
    closed_by: question.closing?.by ?? null,
    closed_entry: question.closing?.entryKey ?? null,
    learned_id: question.learnedId,
    asked_at: new Date(question.askedAt).toISOString(),
  };
}

function toContent({ questions, proposed }: Pick<TeamQuestion, 'questions' | 'proposed'>) {
  return { questions: JSON.stringify(questions), proposed: proposed === null ? null : JSON.stringify(proposed) };
}

function toDate(time: number | null): string | null {
  return time === null ? null : new Date(time).toISOString();
}

function toQuestion(row: Selectable<TeamQuestionTable>): TeamQuestion {
  const state: ClosedState | undefined = closedStates.find((one) => one === row.closed_state);
  return {
    id: row.id,
    kind: row.kind === 'proposed' ? 'proposed' : 'asked',
    team: row.team,
    channel: row.channel,
    ts: row.ts,
    threadTs: row.thread_ts,
    asker: row.asker,
    questions: JSON.parse(row.questions) as readonly string[],
    proposed: row.proposed === null ? null : (JSON.parse(row.proposed) as AnswerReply),
    editedAt: row.edited_at === null ? null : Date.parse(row.edited_at),
    teamChannel: row.team_channel,
    teamTs: row.team_ts,
    closing: state === undefined ? null : { state, by: row.closed_by ?? '', entryKey: row.closed_entry },
    learnedId: row.learned_id,
    askedAt: Date.parse(row.asked_at),
  };
}
