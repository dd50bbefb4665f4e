// What people asked and the notes do not answer, for the team.
import type { SentenceVector } from '../../answer/asks.ts';
import { groupQuestions, joinGroups, type QuestionGroup } from '../../answer/group-questions.ts';
import { toCompared } from '../../answer/same-question.ts';
import { allNotes } from '../../knowledge/note-scope.ts';
import { findLink } from '../delivery/find-link.ts';
import { isCommand } from '../delivery/is-command.ts';
import type { Chat } from '../interfaces/chat.ts';
import type { OpenQuestionStore, StoredOpenQuestion } from '../interfaces/open-question-store.ts';
import type { Searcher } from '../interfaces/searcher.ts';
import type { TeamRoster } from '../interfaces/team-roster.ts';
import { findScope, type SettingsStore } from '../settings/settings-store.ts';

export interface UnansweredDependencies {
  readonly openQuestions: OpenQuestionStore;
  readonly searcher: Searcher;
  readonly roster: TeamRoster;
  readonly settings: SettingsStore;
}

export type UnansweredGroup = QuestionGroup<StoredOpenQuestion>;

/** A group with links to its newest messages, as far as the team can see them. */
export interface LinkedGroup extends UnansweredGroup {
  readonly links: readonly string[];
}

/** So many of the newest questions are looked through, and so many groups of them shown to the search. */
const maxQuestions = 500;
const maxGroups = 60;
const maxLinks = 3;

/** Groups of questions, those that most people asked first; those that a note or phrasing answers by now are left out. Null for who is not in the team. */
export async function listUnanswered(
  dependencies: UnansweredDependencies,
  who: { readonly team: string; readonly user: string },
): Promise<readonly UnansweredGroup[] | null> {
  return (await dependencies.roster.isMember(who.user)) ? await readUnanswered(dependencies, who.team) : null;
}

/** The same, for what the bot tells the team by itself. */
export async function readUnanswered(
  dependencies: UnansweredDependencies,
  team: string,
): Promise<readonly UnansweredGroup[]> {
  const groups = groupQuestions(await dependencies.openQuestions.list(team, maxQuestions)).slice(0, maxGroups);
  const looked = await Promise.all(groups.map(async (group) => ({ ...group, ...(await look(dependencies, group)) })));
  const open = looked.filter(({ isAnswered }) => !isAnswered);
  const joined = joinGroups(open, ({ text, vector }) => toCompared(text, vector));
  return joined.toSorted(
    (one, other) =>
      countAskers(other) - countAskers(one) ||
      other.questions.length - one.questions.length ||
      (other.questions[0]?.askedAt ?? 0) - (one.questions[0]?.askedAt ?? 0),
  );
}

/** How many people asked it. */
export function countAskers({ questions }: UnansweredGroup): number {
  return new Set(questions.map(({ user }) => user)).size;
}

/** What the notes of the channel in which it was asked last say to it, and its vector. */
async function look(
  { searcher, settings }: UnansweredDependencies,
  { text, questions: [latest] }: UnansweredGroup,
): Promise<{ readonly isAnswered: boolean; readonly vector: SentenceVector | null }> {
  const scope = latest === undefined ? allNotes : await findScope(settings, latest.team, latest.channel);
  const { results, thresholds } = await searcher.match([text], scope);
  const best = results[0]?.matches[0];
  const isAnswered = (best?.confidence ?? 0) >= thresholds.answerInChannel;
  return { isAnswered, vector: results[0]?.vector ?? null };
}

/** Links to the newest messages of each; what was asked privately has none. */
export async function withLinks(
  dependencies: { readonly chat: Pick<Chat, 'findPermalink'> },
  groups: readonly UnansweredGroup[],
): Promise<readonly LinkedGroup[]> {
  return await Promise.all(
    groups.map(async (group) => {
      const seen = group.questions.filter(({ channel, ts }) => !isCommand(ts) && !channel.startsWith('D'));
      const links = await Promise.all(seen.slice(0, maxLinks).map((question) => findLink(dependencies, question)));
      return { ...group, links: links.filter((link) => link !== null) };
    }),
  );
}
