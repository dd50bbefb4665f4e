// *Why this answer?*: a decision in words that a note's author understands; figures for the team, on demand. Edge.
import type { KnownBlock, ModalView } from '@slack/types';
import { z } from 'zod';
import type { Decision, QuestionDecision } from '../../answer/decision.ts';
import { cutCharacters } from '../../answer/reading/cut-characters.ts';
import { contentWords } from '../../answer/reading/function-words.ts';
import { describeDecision, linking, why } from '../../answer/wording.ts';
import type { Match } from '../../search/match.ts';
import type { StoredReply } from '../../use-cases/interfaces/reply-store.ts';
import type { Explanation } from '../../use-cases/why/explain-message.ts';
import { actionIds, callbackIds, numbered } from '../action-ids.ts';
import { toContext, toSection } from '../answer/answer-blocks.ts';
import { toButton, toPlain } from '../blocks/elements.ts';
import { cutText, escapeWithin, toBoldLink, toLink } from '../blocks/mrkdwn.ts';
import { toSafeLine } from '../notes/question-list.ts';

const maxQuestions = 3;
const maxMatches = 3;
const maxWords = 12;
const maxSignalCharacters = 1500;
/** `private_metadata` holds 3,000 characters: three wordings of the longest that can be learned. */
const maxWordingCharacters = 300;

const metadata = z.object({
  channel: z.string(),
  ts: z.string(),
  asker: z.string().nullable(),
  /** The questions as they were read out of the message. */
  wordings: z.array(z.string()).max(maxQuestions),
});

/** What the modal remembers of the message that it explains. */
export type WhyMetadata = z.output<typeof metadata>;

export function toWhyView(explanation: Explanation, channel: string): ModalView {
  const decision = explanation.decided ?? explanation.wouldDecide;
  const kept: WhyMetadata = {
    channel,
    ts: explanation.questionTs,
    asker: explanation.asker,
    wordings: (decision?.questions ?? [])
      .slice(0, maxQuestions)
      .map(({ question }) => cutCharacters(question, maxWordingCharacters)),
  };
  return {
    type: 'modal',
    callback_id: callbackIds.whyThisAnswer,
    private_metadata: JSON.stringify(kept),
    title: toPlain(why.title, 24),
    close: toPlain(linking.close, 24),
    blocks: [
      ...toLead(explanation),
      ...(decision === null ? [] : toDecisionBlocks(decision, explanation.isTeamMember)),
    ],
  };
}

/** Null for anything that `toWhyView` did not write. */
export function parseWhyMetadata(text: string): WhyMetadata | null {
  try {
    return metadata.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

/** How the answer came here, where the bot did not decide it by itself, or that nothing is known. */
function toLead({ decided, wouldDecide, reply }: Explanation): readonly KnownBlock[] {
  const byline = reply?.byline ?? null;
  if (byline?.kind === 'shared') return [toSection(why.shared)];
  const linked = byline?.kind === 'linked' ? [toSection(why.linked(toSafeLine(byline.by, 100)))] : [];
  if (decided?.kind === 'suggest' && reply?.kind === 'answer' && byline === null) return [toSection(why.chosen)];
  if (decided !== null) return [...linked, ...(isReplaced(decided, reply) ? [toSection(why.replaced)] : [])];
  return [...linked, toSection(why.unknown), ...(wouldDecide === null ? [] : [toSection(why.wouldBe)])];
}

/** True where somebody has put another answer in the reply's place since. */
function isReplaced(decided: Decision, reply: StoredReply | null): boolean {
  if (reply?.purpose !== 'auto' || reply.kind !== 'answer' || decided.kind !== 'answer') return false;
  const answers = new Set(decided.questions.map(({ matches }) => matches[0]?.entry.key));
  return reply.entries.some(({ entryKey }) => !answers.has(entryKey));
}

function toDecisionBlocks(decision: Decision, isTeamMember: boolean): readonly KnownBlock[] {
  const { questions } = decision;
  const lead = questions.length === 1 ? [] : [toSection(toVerdict(decision))];
  return [
    ...lead,
    ...questions
      .slice(0, maxQuestions)
      .flatMap((question, place): readonly KnownBlock[] => [
        ...(place === 0 && lead.length === 0 ? [] : [{ type: 'divider' } as const]),
        ...toQuestionBlocks(question, place, isTeamMember),
      ]),
    ...(isTeamMember && questions.some(({ matches }) => matches.length > 0) ? [toFiguresButton()] : []),
  ];
}

function toFiguresButton(): KnownBlock {
  return { type: 'actions', elements: [toButton(actionIds.figures, why.figures)] };
}

function toVerdict(decision: Pick<Decision, 'kind' | 'reason'>): string {
  const said = describeDecision(decision);
  return `*${said.name}.* ${said.why}`;
}

function toQuestionBlocks(decided: QuestionDecision, place: number, isTeamMember: boolean): readonly KnownBlock[] {
  const { question, kind, matches } = decided;
  const best = matches[0];
  const shown = isTeamMember ? matches.slice(0, maxMatches) : [];
  return [
    toSection(`${why.question(toSafeLine(question, 500))}\n${toVerdict(decided)}`),
    ...(best === undefined ? [] : [toSection(toEvidenceText(best))]),
    ...shown.flatMap((match, rank) => [
      toSection(`${toMatchLine(match, rank)} · ${toLevel(match.confidence)}`),
      ...(kind === 'answer' && rank === 0 ? [] : [toTeachActions(match, place)]),
    ]),
  ];
}

function toEvidenceText({ entry, evidence }: Match): string {
  const words = toTelling(evidence.words).map((word) => toSafeLine(word, 50));
  const corrections = evidence.corrections.slice(0, maxWords);
  return [
    why.closest(toBoldLink(entry.url, cutText(entry.question, 300))),
    words.length === 0 ? why.noWords : why.words(words.join(', ')),
    ...corrections.map(({ typed, readAs }) => why.readAs(toSafeLine(typed, 50), toSafeLine(readAs, 50))),
    why.source[evidence.source.kind](toSafeLine(evidence.source.text, 300)),
  ].join('\n');
}

/** The words that name a subject; where there is none, those that there are. */
function toTelling(words: readonly string[]): readonly string[] {
  const subjects = words.filter((word) => contentWords(word).length > 0);
  return (subjects.length > 0 ? subjects : words).slice(0, maxWords);
}

function toMatchLine({ entry }: Match, rank: number): string {
  return `${rank + 1}. ${toLink(entry.url, cutText(entry.question, 300))}`;
}

/** In words: figures say little to who does not read them every day. */
function toLevel(confidence: number): string {
  const { certain, probable, possible, unlikely } = why.levels;
  if (confidence >= 0.9) return certain;
  if (confidence >= 0.5) return probable;
  return confidence >= 0.15 ? possible : unlikely;
}

/** For the team, on demand: how certain each match is, and from which signals. */
export function toFiguresView({ decided, wouldDecide }: Explanation): ModalView {
  const questions = (decided ?? wouldDecide)?.questions ?? [];
  const blocks = questions
    .slice(0, maxQuestions)
    .flatMap(({ question, matches }): readonly KnownBlock[] => [
      toSection(why.question(toSafeLine(question, 500))),
      ...matches.slice(0, maxMatches).flatMap(toMatchBlocks),
    ]);
  return { type: 'modal', title: toPlain(why.figuresTitle, 24), close: toPlain(linking.close, 24), blocks };
}

function toMatchBlocks(match: Match, rank: number): readonly KnownBlock[] {
  const { confidence, evidence } = match;
  const percent = (share: number) => Math.round(share * 100);
  const { words, meaning } = evidence.shares;
  const signals = evidence.signals
    .map(({ name, value, reason }) => `${name} ${value.toFixed(2)}: ${reason}`)
    .join(' · ');
  const figures = [
    why.confidence(percent(confidence)),
    why.shares(percent(words), meaning === null ? null : percent(meaning)),
    escapeWithin(signals, maxSignalCharacters),
  ].join(' · ');
  return [toSection(toMatchLine(match, rank)), toContext(figures)];
}

/** `place`: which of the questions is to find this entry. */
function toTeachActions({ entry }: Match, place: number): KnownBlock {
  const value = JSON.stringify({ key: entry.key, place });
  return { type: 'actions', elements: [toButton(numbered(actionIds.teach, place), why.teach, value)] };
}

const teachValue = z.object({
  key: z.string().regex(/^[0-9a-f]{16}$/),
  place: z
    .number()
    .int()
    .min(0)
    .max(maxQuestions - 1),
});

/** Which entry is to be found by which of the questions; null for a forged value. */
export function parseTeachValue(value: string | undefined): z.output<typeof teachValue> | null {
  try {
    return teachValue.parse(JSON.parse(value ?? ''));
  } catch {
    return null;
  }
}
