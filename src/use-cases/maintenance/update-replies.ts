// A note has changed: replies already posted with its answers are brought up to date, one after another.

import { type AnswerContext, toEntryPart } from '../../answer/plan-actions.ts';
import { toFingerprint } from '../../answer/reply/fingerprint.ts';
import type { AnswerReply } from '../../answer/reply/reply.ts';
import type { Entry } from '../../knowledge/entry.ts';
import { type ChangeDependencies, updatePosted } from '../delivery/change-posted.ts';
import { toRepliedEntry } from '../delivery/record.ts';
import { toReplyAsKept } from '../delivery/reply-as-kept.ts';
import { toMessageKey } from '../delivery/to-message-key.ts';
import type { RepliedEntry, ReplyPlace, ReplyStore, StoredReply } from '../interfaces/reply-store.ts';
import type { Notes } from '../notes/notes.ts';

export interface UpdateDependencies extends ChangeDependencies {
  readonly replies: ReplyStore;
  readonly notes: Pick<Notes, 'findAll'>;
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
    const found = await findEntries(dependencies, page);
    outdated.push(...page.filter((reply) => isOutdated(dependencies, reply, { found, fingerprints })));
    after = page.at(-1) ?? null;
    if (page.length < pageSize) return outdated;
  }
}

async function findEntries(
  { notes }: UpdateDependencies,
  replies: readonly StoredReply[],
): Promise<ReadonlyMap<string, Entry>> {
  return await notes.findAll([...new Set(replies.flatMap(({ entries }) => entries.map(({ entryKey }) => entryKey)))]);
}

interface Known {
  /** The entries as the notes have them now, by key. */
  readonly found: ReadonlyMap<string, Entry>;
  /** By entry and passage. */
  readonly fingerprints: Map<string, string>;
}

/** A reply with an entry that has gone from the notes stays as it is. */
function isOutdated(dependencies: UpdateDependencies, { entries }: StoredReply, known: Known): boolean {
  const isWhole = entries.every(({ entryKey }) => known.found.has(entryKey));
  return isWhole && entries.some((kept) => hasChanged(dependencies, kept, known));
}

function hasChanged(dependencies: UpdateDependencies, kept: RepliedEntry, { found, fingerprints }: Known): boolean {
  const entry = found.get(kept.entryKey);
  if (entry === undefined) return false;
  const name = JSON.stringify([kept.entryKey, kept.passage]);
  const fingerprint = fingerprints.get(name) ?? toFingerprint(toEntryPart(entry, kept, toContext(dependencies)));
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
    const found = await findEntries(dependencies, [reply]);
    if (isOutdated(dependencies, reply, { found, fingerprints: new Map() }))
      await updateOne(dependencies, reply, found);
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
