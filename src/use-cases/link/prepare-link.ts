// *Answer from the notes*: what the modal shows for a message before anything is chosen.

import { toTypedText } from '../../answer/reading/typed-text.ts';
import { hours } from '../../answer/wording.ts';
import type { Entry } from '../../knowledge/entry.ts';
import type { TeamDependencies } from '../ask-team/team-dependencies.ts';
import { countThreads, type GroupQuestion } from '../reports/bring-to-group.ts';
import type { LinkDraft } from './link-draft-store.ts';
import { rankEntries } from './rank-entries.ts';

/** Entries offered at once; all others are found by typing. */
const mostOffered = 3;
/** A modal left open longer than this is forgotten. */
const draftLifetimeMs = 24 * 60 * 60 * 1000;

/** The message to be answered. */
export interface LinkTarget {
  readonly team: string;
  readonly channel: string;
  readonly ts: string;
  readonly threadTs: string | null;
  /** Who wrote it, or null where no person did. */
  readonly author: string | null;
  /** The bot's own message, another app's, or a line of Slack's own (a join, a deleted message). */
  readonly writtenBy: 'person' | 'bot' | 'app' | 'slack';
  readonly text: string;
  readonly user: string;
  /** The question in the team channel that is being answered, or null for the shortcut. */
  readonly questionId: string | null;
  /** The question of office hours that is being answered, where nobody may be named; left out elsewhere. */
  readonly sessionQuestion?: string;
  /** The unanswered questions that mean the same, this one first; left out elsewhere. */
  readonly group?: readonly GroupQuestion[];
}

/** What the modal shows. */
export interface LinkForm {
  readonly draft: LinkDraft;
  /** What was asked, as plain text. */
  readonly question: string;
  readonly authorName: string | null;
  readonly offered: readonly Entry[];
  readonly chosen: Entry | null;
  /** Into how many threads the answer comes. */
  readonly threads: number;
  /** False where the answer cannot be posted until somebody invites the bot. */
  readonly isInChannel: boolean;
}

export type Preparation =
  | { readonly kind: 'ready'; readonly form: LinkForm }
  | { readonly kind: 'team-only' | 'own-message' | 'no-message' | 'no-notes' };

/** Only the team may. Rejects where the search or the database fails. */
export async function prepareLink(dependencies: TeamDependencies, target: LinkTarget): Promise<Preparation> {
  const { roster, clock, linkDrafts, newId, searcher } = dependencies;
  if (!(await roster.isMember(target.user))) return { kind: 'team-only' };
  if (target.writtenBy === 'bot') return { kind: 'own-message' };
  // What a workflow's form or another app posts is somebody's question all the same; nobody is addressed then.
  if (target.writtenBy === 'slack' || toTypedText(target.text).text === '') return { kind: 'no-message' };
  const { group, sessionQuestion } = target;
  const { matches, isLikely, wording } = await rankEntries(searcher, target.text);
  const ranked = matches.length > 0 ? matches.map(({ entry }) => entry) : await searcher.complete('', mostOffered);
  if (ranked.length === 0) return { kind: 'no-notes' };
  const offered = ranked.slice(0, mostOffered);
  const { team, channel, ts, threadTs, author, text, questionId } = target;
  const draft: LinkDraft = {
    ...{ id: newId(), team, channel, ts, threadTs, author, text, questionId, wording },
    ...(sessionQuestion === undefined ? {} : { sessionQuestion }),
    ...(group === undefined ? {} : { group }),
    openedBy: target.user,
    openedAt: clock.now(),
    offered: offered.map(({ key }) => key),
    chosen: isLikely ? (offered[0]?.key ?? null) : null,
    remembers: isLikely && wording !== '',
  };
  await linkDrafts.removeBefore(clock.now() - draftLifetimeMs);
  await linkDrafts.save(draft);
  return { kind: 'ready', form: await toLinkForm(dependencies, draft) };
}

/** The modal's content from what is kept. Entries that the notes no longer have are left out. */
export async function toLinkForm(dependencies: TeamDependencies, draft: LinkDraft): Promise<LinkForm> {
  const { chat, notes } = dependencies;
  const found = await notes.findAll(draft.chosen === null ? draft.offered : [...draft.offered, draft.chosen]);
  return {
    draft,
    question: toTypedText(draft.text).text,
    authorName: draft.author === null ? toNobody(draft) : await chat.findName(draft.author),
    offered: draft.offered.flatMap((key) => found.get(key) ?? []),
    chosen: found.get(draft.chosen ?? '') ?? null,
    threads: draft.group === undefined ? 1 : countThreads(draft.group),
    isInChannel: draft.ts.startsWith('command:') || (await chat.isInChannel(draft.channel)),
  };
}

/** Who asked office hours without a name has one for what they are; of others nothing is known. */
function toNobody({ sessionQuestion }: LinkDraft): string | null {
  return sessionQuestion === undefined ? null : hours.nobody;
}
