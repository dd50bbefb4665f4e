// A note has changed: replies already posted with its answers are brought up to date, one after another.

import { type AnswerContext, toEntryPart } from '../../answer/plan-actions.ts';
import { toFingerprint } from '../../answer/reply/fingerprint.ts';
import type { AnswerReply } from '../../answer/reply/reply.ts';
import type { Entry } from '../../knowledge/entry.ts';
import { type ChangeDependencies, updatePosted } from '../delivery/change-posted.ts';
import { toRepliedEntry } from '../delivery/record.ts';
import { toGonePart, toReplyAsKept } from '../delivery/reply-as-kept.ts';
import { toMessageKey } from '../delivery/to-message-key.ts';
import type { RepliedEntry, ReplyPlace, ReplyStore, StoredReply } from '../interfaces/reply-store.ts';
import type { Searcher } from '../interfaces/searcher.ts';
import type { Notes } from '../notes/notes.ts';

export interface UpdateDependencies extends ChangeDependencies {
  readonly replies: ReplyStore;
  readonly notes: Pick<Notes, 'findAll' | 'summarise'>;
  readonly searcher: Pick<Searcher, 'match'>;
  readonly staleAfterDays: number;
}

export interface UpdateOptions {
  /** Waits between two updates; rejects where it is to stop. Slack takes about 50 updates a minute. */
  readonly pause: () => Promise<void>;
}

const pageSize = 200;
const progressEvery = 25;
/** Compares every posted answer with the notes as they stand, and changes those that read differently. Gives their number. */
export async function updateReplies(dependencies: UpdateDependencies, { pause }: UpdateOptions): Promise<number> {
  const { logger } = dependencies;
  const outdated = await findOutdated(dependencies);
  if (outdated.length === 0) return 0;
  logger.info({ count: outdated.length }, 'Notes have changed: bringing replies up to date');
  for (const [place, reply] of outdated.entries()) {
    if (place > 0) await pause();
    await updateInTurn(dependencies, reply);
    const done = place + 1;
    if (done % progressEvery === 0 || done === outdated.length)
      logger.info({ done, count: outdated.length }, 'Replies brought up to date');
  }
  return outdated.length;
}

async function findOutdated(dependencies: UpdateDependencies): Promise<readonly StoredReply[]> {
  const outdated: StoredReply[] = [];
  const fingerprints = new Map<string, string>();
  let after: ReplyPlace | null = null;
  for (;;) {
    const page: readonly StoredReply[] = await dependencies.replies.listAnswers(after, pageSize);
    const known = { ...(await findEntries(dependencies, page)), fingerprints };
    outdated.push(...page.filter((reply) => isOutdated(dependencies, reply, known)));
    after = page.at(-1) ?? null;
    if (page.length < pageSize) return outdated;
  }
}

async function findEntries(
  dependencies: UpdateDependencies,
  replies: readonly StoredReply[],
): Promise<Pick<Known, 'found' | 'gone'>> {
  const shown = new Map(
    replies.flatMap(({ entries }) => entries).map(({ entryKey, question }) => [entryKey, question]),
  );
  const found = await dependencies.notes.findAll([...shown.keys()]);
  const missing = [...shown].filter(([key]) => !found.has(key));
  return { found, gone: missing.length === 0 ? new Set() : await findGone(dependencies, missing) };
}

/** Of entries that are missing those that were taken out: nothing in the notes answers their question. A heading that reads differently now is another entry. */
async function findGone(
  { notes, searcher }: UpdateDependencies,
  missing: readonly (readonly [key: string, question: string])[],
): Promise<ReadonlySet<string>> {
  // A folder that is empty for a moment takes nothing out.
  if ((await notes.summarise()).entries === 0) return new Set();
  const { results, thresholds } = await searcher.match(missing.map(([, question]) => question));
  const isAnswered = (place: number) => (results[place]?.matches[0]?.confidence ?? 0) >= thresholds.answerWhenAsked;
  return new Set(missing.filter((_, place) => !isAnswered(place)).map(([key]) => key));
}

interface Known {
  /** The entries as the notes have them now, by key. */
  readonly found: ReadonlyMap<string, Entry>;
  /** Keys of the entries that were taken out of the notes. */
  readonly gone: ReadonlySet<string>;
  /** By entry and passage. */
  readonly fingerprints: Map<string, string>;
}

/** A reply with an entry that is missing for another reason stays as it is. */
function isOutdated(dependencies: UpdateDependencies, { entries }: StoredReply, known: Known): boolean {
  const isWhole = entries.every(({ entryKey }) => known.found.has(entryKey) || known.gone.has(entryKey));
  return isWhole && entries.some((kept) => hasChanged(dependencies, kept, known));
}

function hasChanged(dependencies: UpdateDependencies, kept: RepliedEntry, { found, fingerprints }: Known): boolean {
  const entry = found.get(kept.entryKey);
  const context = toContext(dependencies);
  const toPart = () => (entry === undefined ? toGonePart(kept, context) : toEntryPart(entry, kept, context));
  const name = JSON.stringify([kept.entryKey, kept.passage]);
  const fingerprint = fingerprints.get(name) ?? toFingerprint(toPart());
  fingerprints.set(name, fingerprint);
  return kept.fingerprint !== null && kept.fingerprint !== fingerprint;
}

function toContext({ clock, staleAfterDays }: UpdateDependencies): AnswerContext {
  return { now: clock.now(), staleAfterDays };
}

/** Looks at the reply again first: people replace and remove replies while others wait their turn. */
async function updateInTurn(dependencies: UpdateDependencies, { team, channel, ts, questionTs }: StoredReply) {
  await dependencies.locks.run(toMessageKey({ team, channel, ts: questionTs }), async () => {
    const reply = await dependencies.replies.find(team, channel, ts);
    if (reply === null) return;
    const known = { ...(await findEntries(dependencies, [reply])), fingerprints: new Map() };
    if (isOutdated(dependencies, reply, known)) await updateOne(dependencies, reply, known.found);
  });
}

/** One that Slack will not change counts as changed, so that it is not tried at each change of the notes. */
async function updateOne(
  dependencies: UpdateDependencies,
  reply: StoredReply,
  found: ReadonlyMap<string, Entry>,
): Promise<void> {
  const { clock, replies } = dependencies;
  const made = toReplyAsKept(reply, found, toContext(dependencies));
  const current = markUpdated(made, reply, clock.now());
  const outcome = await updatePosted(dependencies, reply, current);
  if (outcome === 'gone') await replies.remove(reply.team, reply.channel, reply.ts);
  else await replies.saveEntries(reply, current.parts.map(toRepliedEntry));
}

/** The date stands at the parts that have changed. */
function markUpdated(reply: AnswerReply, { entries }: StoredReply, now: number): AnswerReply {
  const before = new Map(entries.map(({ entryKey, fingerprint }) => [entryKey, fingerprint]));
  const parts = reply.parts.map((part) =>
    before.get(part.entryKey) === toFingerprint(part) ? part : { ...part, updatedAt: now },
  );
  return { ...reply, parts };
}
