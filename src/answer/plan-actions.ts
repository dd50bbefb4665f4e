// From a decision to what is to be done about it. Pure: the actions can be printed and compared.

import type { Entry } from '../knowledge/entry.ts';
import { isClosed } from '../knowledge/is-closed.ts';
import type { Match } from '../search/match.ts';
import type { ChannelMode } from './channel-mode.ts';
import { maxSuggestions } from './decide.ts';
import { type Decision, isUnanswered, type QuestionDecision } from './decision.ts';
import type { Message } from './message.ts';
import { cutExcerpt, maxAnswerCharacters, maxMeanwhileCharacters } from './reply/excerpt.ts';
import { findOtherLanguage } from './reply/find-other-language.ts';
import { findStaleDays } from './reply/find-stale-days.ts';
import { nameEntries } from './reply/name-entries.ts';
import type { AnswerPart, AnswerReply, EarlierAnswer, Notice, Perhaps, Reply, SuggestReply } from './reply/reply.ts';

/** What an answer's looks depend on beyond the entry. */
export interface AnswerContext {
  /** Milliseconds since 1970, UTC. */
  readonly now: number;
  readonly staleAfterDays: number;
  /** Links to earlier replies in the same thread, by entry key. */
  readonly earlierLinks?: ReadonlyMap<string, string | null>;
}

/** What a plan needs to know beyond the message and the decision. */
export interface PlanContext extends AnswerContext {
  readonly mode: ChannelMode;
  readonly isTeamMember: boolean;
  /** True where the message reads as a question, whether or not it was looked up. */
  readonly asksSomething: boolean;
  /** It asks the bot about itself, or says nothing but its name. */
  readonly wantsHelp: boolean;
  /** True where a TEAM_CHANNEL is set. */
  readonly canAskTeam: boolean;
  /** The slash command, as `/role`. */
  readonly command: string;
  /** A question that the notes answer, or null. */
  readonly example: string | null;
}

/** A question that waits for the team's attention: the notes did not answer it. */
export interface OpenQuestion {
  readonly text: string;
  /** Its place among the questions of its message, from 0. */
  readonly position: number;
  /** Key of the best match, or null. */
  readonly nearestEntryKey: string | null;
}

export type Action =
  /** Post (or, for a command, show privately) the reply in the message's thread. */
  | { readonly type: 'reply'; readonly reply: Reply }
  /** Show the asker alone up to three entries that may answer the question. */
  | {
      readonly type: 'suggest';
      readonly question: string;
      readonly position: number;
      readonly entryKeys: readonly string[];
    }
  /** Bring the reply to the team, who may post it with one click. */
  | { readonly type: 'propose'; readonly reply: AnswerReply }
  /** Tell the author something that only they see. */
  | { readonly type: 'notify'; readonly notice: Extract<Notice, 'too-many-questions' | 'team-member'> }
  /** Keep what the notes did not answer, for the team. */
  | { readonly type: 'record-open'; readonly questions: readonly OpenQuestion[] };

/** Plans what to do about a message. An empty plan means: say nothing and keep nothing but the decision. */
export function planActions(message: Message, decision: Decision, context: PlanContext): readonly Action[] {
  if (decision.questions.length === 0) return planWithoutQuestions(message, decision, context);
  const record = planRecord(decision, message.surface === 'channel');
  if (message.surface === 'channel') {
    const quiet = planSuggestion(decision);
    if (decision.kind !== 'answer') return [...quiet, ...record];
    const reply = toAnswerReply(decision, context);
    return [context.mode === 'draft' ? { type: 'propose', reply } : { type: 'reply', reply }, ...quiet, ...record];
  }
  return [{ type: 'reply', reply: toReplyWhenAsked(decision, context) }, ...record];
}

function planSuggestion({ questions }: Decision): readonly Action[] {
  const position = questions.findIndex(({ kind }) => kind === 'suggest');
  const suggested = questions[position];
  if (suggested === undefined) return [];
  const entryKeys = suggested.matches.slice(0, maxSuggestions).map(({ entry }) => entry.key);
  return [{ type: 'suggest', question: suggested.question, position, entryKeys }];
}

function planWithoutQuestions(message: Message, decision: Decision, context: PlanContext): readonly Action[] {
  if (decision.reason === 'too-many-questions' && message.surface !== 'channel') {
    return [{ type: 'notify', notice: 'too-many-questions' }];
  }
  if (decision.reason === 'team-member') {
    return context.asksSomething ? [{ type: 'notify', notice: 'team-member' }] : [];
  }
  if (message.surface === 'channel' || decision.reason !== 'asks-nothing') return [];
  // Thanks and greetings get no text; who types a command waits for one.
  const isHelped = context.wantsHelp || message.surface === 'command';
  return isHelped ? [{ type: 'reply', reply: toHelpReply(context) }] : [];
}

function toReplyWhenAsked(decision: Decision, context: PlanContext): Reply {
  switch (decision.kind) {
    case 'answer':
      return toReplyToAll(decision, context);
    case 'suggest':
      return toSuggestReply(decision);
    case 'uncovered':
      return toNotInNotes(uncovered(decision), context);
    case 'silent':
      return toHelpReply(context);
  }
}

function toNotInNotes(open: readonly QuestionDecision[], { canAskTeam }: PlanContext): Reply {
  const otherLanguage = findOtherLanguage(open);
  const questions = open.map(({ question }) => question);
  return { kind: 'not-in-notes', questions, canAskTeam, ...(otherLanguage && { otherLanguage }) };
}

/** Who asks the bot directly hears of each question; in a channel the asker alone gets what is only probable. */
function toReplyToAll(decision: Decision, context: AnswerContext): AnswerReply {
  const reply = toAnswerReply(decision, context);
  const perhaps = toPerhaps(decision.questions);
  return perhaps.length === 0 ? reply : { ...reply, perhaps };
}

function toHelpReply(context: PlanContext): Reply {
  const { command, isTeamMember, example } = context;
  return { kind: 'help', command, isTeamMember, example };
}

function toSuggestReply(decision: Decision): SuggestReply {
  const asked = decision.questions.find(({ kind }) => kind === 'suggest');
  const entries = (asked?.matches ?? []).slice(0, maxSuggestions).map(({ entry }) => entry);
  const names = nameEntries(entries);
  return {
    kind: 'suggest',
    question: asked?.question ?? '',
    suggestions: entries.map(({ key, question }, place) => ({ entryKey: key, question: names[place] ?? question })),
    ...(decision.questions.length === 1 ? {} : toOthers(decision.questions.filter((question) => question !== asked))),
  };
}

/** What is said of the questions beside the one that a reply is about. */
function toOthers(questions: readonly QuestionDecision[]): Required<Pick<SuggestReply, 'perhaps' | 'notCovered'>> {
  return { perhaps: toPerhaps(questions), notCovered: questions.filter(isUnanswered).map(({ question }) => question) };
}

function toPerhaps(questions: readonly QuestionDecision[]): readonly Perhaps[] {
  return questions
    .filter(({ kind }) => kind === 'suggest')
    .map(({ question, matches }) => ({
      question,
      entries: matches.slice(0, maxSuggestions).map(({ entry }) => ({ question: entry.question, url: entry.url })),
    }));
}

/** The reply to a message with at least one answered question: one part for each entry, each entry once. */
export function toAnswerReply(decision: Decision, context: AnswerContext): AnswerReply {
  const hasSeveral = decision.questions.length > 1;
  const parts = new Map<string, AnswerPart>();
  const earlier = new Map<string, EarlierAnswer>();
  for (const { question, kind, reason, matches } of decision.questions) {
    const match = matches[0];
    if (kind !== 'answer' || match === undefined) continue;
    const { key } = match.entry;
    if (reason === 'already-answered-here') earlier.set(key, toEarlierAnswer(match, context));
    else {
      const part = parts.get(key) ?? toAnswerPart(match, null, context);
      parts.set(key, hasSeveral ? { ...part, asked: [part.asked ?? [], question].flat().join(' ') } : part);
    }
  }
  return {
    kind: 'answer',
    parts: [...parts.values()],
    alreadyAnswered: [...earlier.values()],
    notCovered: uncovered(decision).map(({ question }) => question),
  };
}

function toEarlierAnswer({ entry }: Match, context: AnswerContext): EarlierAnswer {
  return { entryKey: entry.key, question: entry.question, permalink: context.earlierLinks?.get(entry.key) ?? null };
}

/** One entry as a reply shows it: the answer whole, or the passage that fits the question best. */
export function toAnswerPart(
  match: Pick<Match, 'entry'> & { readonly evidence?: Match['evidence'] },
  asked: string | null,
  context: AnswerContext,
): AnswerPart {
  const { entry, evidence } = match;
  const passage = evidence?.source.kind === 'passage' ? evidence.source.text : null;
  return toEntryPart(entry, { asked, passage, updatedAt: null }, context);
}

/** One entry cut around a passage (plain text; null: from the beginning). */
export function toEntryPart(
  entry: Entry,
  { asked, passage, updatedAt }: Pick<AnswerPart, 'asked' | 'passage' | 'updatedAt'>,
  context: AnswerContext,
): AnswerPart {
  // The rest of what a note says is a link away; the rest of the team's own words stands nowhere.
  const max = entry.meanwhile === undefined ? maxAnswerCharacters : maxMeanwhileCharacters;
  const excerpt = cutExcerpt(entry.answer, passage, max);
  return {
    entryKey: entry.key,
    asked,
    question: entry.question,
    url: entry.url,
    answer: excerpt.markdown,
    charactersLeftOut: excerpt.charactersLeftOut,
    passage,
    post: entry.post,
    updatedAt,
    staleDays: findStaleDays(entry.post, context),
    isClosed: isClosed(entry.post, context.now),
    ...(entry.meanwhile === undefined ? {} : { meanwhile: entry.meanwhile, staleDays: null }),
  };
}

function uncovered(decision: Decision): readonly QuestionDecision[] {
  return decision.questions.filter(isUnanswered);
}

/** A quiet suggestion that is passed over leaves its question unanswered, so it is kept from the beginning. */
function planRecord(decision: Decision, isChannel: boolean): readonly Action[] {
  const isKept = (question: QuestionDecision) =>
    isUnanswered(question) || (isChannel && question.kind === 'suggest' && question.reason !== 'matched-statement');
  const questions = decision.questions.flatMap((asked, position) => {
    const { question: text, matches } = asked;
    return isKept(asked) ? [{ text, position, nearestEntryKey: matches[0]?.entry.key ?? null }] : [];
  });
  return questions.length === 0 ? [] : [{ type: 'record-open', questions }];
}
