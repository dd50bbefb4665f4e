// *Why this answer?*: what was decided about a message, or would be now.
import type { Decision } from '../../answer/decision.ts';
import type { KeptDecision, KeptMatch } from '../../answer/kept-decision.ts';
import { readQuestions } from '../../answer/reading/read-questions.ts';
import type { Entry } from '../../knowledge/entry.ts';
import type { NoteScope } from '../../knowledge/note-scope.ts';
import type { Match } from '../../search/match.ts';
import { considerMessage } from '../answer/consider-message.ts';
import type { DecisionStore } from '../interfaces/decision-store.ts';
import type { ReplyStore, StoredReply } from '../interfaces/reply-store.ts';
import type { Searcher } from '../interfaces/searcher.ts';
import type { TeamRoster } from '../interfaces/team-roster.ts';
import type { Notes } from '../notes/notes.ts';
import { findScope, type SettingsStore } from '../settings/settings-store.ts';

export interface ExplainDependencies {
  readonly decisions: DecisionStore;
  readonly replies: ReplyStore;
  readonly searcher: Searcher;
  readonly notes: Pick<Notes, 'findAll'>;
  readonly roster: TeamRoster;
  readonly settings: SettingsStore;
}

/** The message that somebody asks about. */
export interface Explained {
  readonly team: string;
  readonly channel: string;
  readonly ts: string;
  readonly text: string;
  /** Who wrote it, or null where no person did. */
  readonly author: string | null;
  /** Who asks. */
  readonly user: string;
}

export interface Explanation {
  /** What was decided when the message came, with the evidence that the notes give now; null where nothing is kept. */
  readonly decided: Decision | null;
  /** For the team, where nothing is kept: what a plain channel message with these words would get now. */
  readonly wouldDecide: Decision | null;
  /** The bot's reply that was asked about, or null. */
  readonly reply: StoredReply | null;
  readonly isTeamMember: boolean;
  /** The message that the decision is about, and who wrote it. */
  readonly questionTs: string;
  readonly asker: string | null;
}

export async function explainMessage(dependencies: ExplainDependencies, explained: Explained): Promise<Explanation> {
  const { decisions, replies, roster } = dependencies;
  const { team, channel, ts } = explained;
  const reply = await replies.find(team, channel, ts);
  const questionTs = reply?.questionTs ?? ts;
  const stored = await decisions.find(team, channel, questionTs);
  const isTeamMember = await roster.isMember(explained.user);
  const scope = await findScope(dependencies.settings, team, channel);
  const isAskedNow = stored === null && isTeamMember && reply === null && explained.author !== null;
  return {
    decided: stored === null ? null : await lookUpAgain(dependencies, stored.decision, scope),
    wouldDecide: isAskedNow ? await decideNow(dependencies, explained.text, scope) : null,
    reply,
    isTeamMember,
    questionTs,
    asker: stored?.user ?? reply?.asker ?? explained.author,
  };
}

/** Kind, reason, order and figures are those of the time; what is gone from the notes is left out. */
async function lookUpAgain(
  { notes, searcher }: ExplainDependencies,
  kept: KeptDecision,
  scope: NoteScope,
): Promise<Decision> {
  const asked = kept.questions.map(({ question }) => question);
  const { results } = await searcher.match(asked, scope);
  const entries = await notes.findAll(kept.questions.flatMap(({ matches }) => matches.map(({ key }) => key)));
  const questions = kept.questions.map((one, place) => ({
    ...one,
    matches: one.matches.flatMap((match) => restore(match, results[place]?.matches ?? [], entries)),
  }));
  return { ...kept, questions, matches: questions.flatMap(({ matches }) => matches) };
}

function restore(
  { key, confidence }: KeptMatch,
  found: readonly Match[],
  entries: ReadonlyMap<string, Entry>,
): readonly Match[] {
  const again = found.find(({ entry }) => entry.key === key);
  if (again !== undefined) return [{ ...again, confidence }];
  const entry = entries.get(key);
  if (entry === undefined) return [];
  const source = { kind: 'question', text: entry.question } as const;
  const shares = { words: 1, meaning: null };
  return [{ entry, confidence, evidence: { words: [], source, shares, signals: [], corrections: [] } }];
}

async function decideNow({ searcher }: ExplainDependencies, text: string, scope: NoteScope): Promise<Decision> {
  const reading = readQuestions(text);
  return await considerMessage(searcher, { surface: 'channel', reading, scope, answeredHere: new Set() });
}
