// What becomes of a draft entry: kept by its author, then taken, released or refused by the team. Checked at each press.

import { cleanWording } from '../../answer/reading/clean-wording.ts';
import type { Entry } from '../../knowledge/entry.ts';
import { toEntryKey } from '../../knowledge/entry-key.ts';
import { tidyMarkdown } from '../../knowledge/markup/tidy-markdown.ts';
import { toAnswerPrint } from '../../knowledge/meanwhile-answer.ts';
import type { DraftEntry, DraftStore } from './draft-store.ts';
import { aimDraft, type DraftDependencies } from './offer-draft.ts';
import { isReleased } from './to-taken-draft.ts';

export interface DraftPress {
  readonly team: string;
  readonly user: string;
  /** Id of the draft, as the button carries it. */
  readonly id: string;
}

export type DraftOutcome =
  | 'kept'
  | 'dropped'
  | 'taken'
  | 'refused'
  | 'released'
  | 'stopped'
  | 'saved'
  | 'team-only'
  | 'not-yours'
  | 'gone'
  | 'no-question'
  | 'note-changed'
  | 'decided-already';

/** What the team does with a draft that waits. */
export type DraftDecision = 'take' | 'refuse' | 'release' | 'stop';

/** A draft with the entry that it corrects as the notes have it, or null. */
export interface ShownDraft extends DraftEntry {
  readonly corrected: Pick<Entry, 'question' | 'url'> | null;
  readonly isReleased: boolean;
}

export interface DraftList {
  /** What waits for the team, and what it took and the notes do not have yet; the oldest first. */
  readonly drafts: readonly ShownDraft[];
  /** What this person wrote and may keep. */
  readonly offered: readonly ShownDraft[];
}

/** Null for who is not in the team. */
export async function listDrafts(
  { clock, drafts, notes, roster }: DraftDependencies,
  { team, user }: Omit<DraftPress, 'id'>,
): Promise<DraftList | null> {
  if (!(await roster.isMember(user))) return null;
  const listed = await drafts.list(team, ['offered', 'kept', 'taken']);
  const own = listed.filter(({ state, author }) => state !== 'offered' || author === user);
  const found = await notes.findAll(own.flatMap((draft) => toCorrectedKey(draft) ?? []));
  const shown = own.map((draft) => {
    const entry = found.get(toCorrectedKey(draft) ?? '');
    const corrected = entry === undefined ? null : { question: entry.question, url: entry.url };
    return { ...draft, corrected, isReleased: isReleased(draft, clock.now()) };
  });
  return {
    drafts: shown.filter(({ state }) => state !== 'offered'),
    offered: shown.filter(({ state }) => state === 'offered'),
  };
}

/** *Keep as an answer*, or not: only who wrote it may, while they are in the team. */
export async function keepDraft(
  dependencies: DraftDependencies,
  press: DraftPress,
  keeps: boolean,
): Promise<DraftOutcome> {
  const { chat, drafts, logger, openQuestions } = dependencies;
  const draft = await findDraft(dependencies, press);
  if (typeof draft === 'string') return draft;
  if (draft.author !== press.user) return 'not-yours';
  const by = keeps ? null : ((await chat.findName(press.user)) ?? '');
  const decision = { from: ['offered'], to: keeps ? 'kept' : 'refused', by } as const;
  if (!(await drafts.decide(draft.id, decision))) return draft.state === 'kept' ? 'kept' : 'decided-already';
  if (!keeps) return 'dropped';
  // A person has answered in its thread: it is not left unanswered.
  if (draft.threadTs !== null) await openQuestions.removeFor(draft.team, draft.channel, draft.threadTs);
  logger.info({ id: draft.id }, 'Kept an answer as a draft entry');
  return 'kept';
}

/** *Corrects …*: kept as a correction of that one of the entries that the thread shows. */
export async function keepCorrection(
  dependencies: DraftDependencies,
  press: DraftPress,
  entryKey: string,
): Promise<DraftOutcome> {
  if (!(await dependencies.roster.isMember(press.user))) return 'team-only';
  return (await aimDraft(dependencies, { ...press, entryKey })) ? await keepDraft(dependencies, press, true) : 'gone';
}

/** Only the team may. What is released answers from now on, on every replica: this resolves once it does here. */
export async function decideDraft(
  dependencies: DraftDependencies,
  press: DraftPress,
  decision: DraftDecision,
): Promise<DraftOutcome> {
  const { chat, logger } = dependencies;
  const draft = await findDraft(dependencies, press);
  if (typeof draft === 'string') return draft;
  if (draft.state === 'offered') return 'gone';
  const by = (await chat.findName(press.user)) ?? '';
  const outcome = await decide(dependencies, draft, { decision, by });
  logger.info({ id: draft.id, decision, outcome }, 'Decided about a draft entry');
  if (outcome !== 'taken' || draft.corrects !== null) await dependencies.knowLearned();
  return outcome;
}

async function decide(
  dependencies: DraftDependencies,
  draft: DraftEntry,
  { decision, by }: { readonly decision: DraftDecision; readonly by: string },
): Promise<DraftOutcome> {
  const { clock, drafts } = dependencies;
  const { id } = draft;
  if (decision === 'stop') return (await drafts.release(id, null)) ? 'stopped' : 'decided-already';
  if (decision === 'refuse')
    return (await drafts.decide(id, { from: ['kept', 'taken'], to: 'refused', by })) ? 'refused' : 'decided-already';
  if (draft.question === '') return 'no-question';
  if (await hasChanged(dependencies, draft)) return 'note-changed';
  const isTaken = (await drafts.decide(id, { from: ['kept'], to: 'taken', by })) || draft.state === 'taken';
  if (decision === 'take') return isTaken ? 'taken' : 'decided-already';
  return (await drafts.release(id, clock.now())) ? 'released' : 'decided-already';
}

/** What it corrects reads differently since, or is gone: then nobody knows what it would stand for. */
async function hasChanged({ notes }: DraftDependencies, draft: DraftEntry): Promise<boolean> {
  const key = toCorrectedKey(draft);
  if (key === null) return false;
  const entry = await notes.find(key);
  return entry === null || (entry.meanwhile === undefined && toAnswerPrint(entry.answer) !== draft.corrects);
}

function toCorrectedKey({ note, entryId, corrects }: DraftEntry): string | null {
  return corrects === null || entryId === null ? null : toEntryKey(note, entryId);
}

/** The draft, for the team alone: to be edited. What only its author has seen is theirs alone. */
export async function findDraft(
  { drafts, roster }: Pick<DraftDependencies, 'roster'> & { readonly drafts: Pick<DraftStore, 'find'> },
  { team, user, id }: DraftPress,
): Promise<DraftEntry | 'team-only' | 'gone'> {
  if (!(await roster.isMember(user))) return 'team-only';
  const draft = await drafts.find(id);
  if (draft === null || draft.team !== team || (draft.state === 'offered' && draft.author !== user)) return 'gone';
  return draft;
}

/** What somebody left in the modal: plain text, and Markdown or (null) the answer as it was. */
export interface EditedText {
  readonly question: string;
  readonly answer: string | null;
}

export async function editDraft(
  dependencies: DraftDependencies,
  press: DraftPress,
  text: EditedText,
): Promise<DraftOutcome> {
  const draft = await findDraft(dependencies, press);
  if (typeof draft === 'string') return draft;
  const question = draft.corrects === null ? cleanWording(text.question) : draft.question;
  const answer = text.answer === null ? draft.answer : tidyMarkdown(text.answer);
  if (question === '' || answer === '') return 'no-question';
  if (!(await dependencies.drafts.edit(draft.id, { question, answer }))) return 'decided-already';
  await dependencies.knowLearned();
  return 'saved';
}
