// How a session stands in Slack: its message in the channel, the team's board, and at its end the summary and the draft. All of it is
// made from what is kept, by one process at a time, and changed only where it reads differently.
import { createHash } from 'node:crypto';
import type { HoursPosting } from '../../office-hours/posting.ts';
import type { Session } from '../../office-hours/session.ts';
import { deletePosted, updatePosted } from '../delivery/change-posted.ts';
import { type Delivery, deliver } from '../delivery/deliver.ts';
import type { Destination } from '../interfaces/chat.ts';
import { doOnce } from '../maintenance/do-once.ts';
import { cutText } from './cut-text.ts';
import { findAnswered } from './find-answered.ts';
import { readBoard } from './read-board.ts';
import { readDraft } from './read-draft.ts';
import type { SessionDependencies } from './session-dependencies.ts';
import type { SessionPost } from './session-store.ts';
import { settleAskings } from './settle-askings.ts';

/** One message of a session. `below`: the part in whose thread it stands. */
interface Part {
  readonly part: string;
  readonly channel: string;
  readonly below?: string;
  readonly posting: HoursPosting;
}

/** Brings everything up to date; nothing happens where another process is at it, which leaves it to the next look. */
export async function refreshSession(dependencies: SessionDependencies, id: string): Promise<void> {
  await doOnce(dependencies, `office-hours ${id}`, dependencies.clock.now() + 1, async (goOn) => {
    const { sessions } = dependencies;
    const before = await sessions.find(id);
    if (before === null) return;
    await settleAskings(dependencies, before);
    await findAnswered(dependencies, before);
    await goOn();
    const session = (await sessions.find(id)) ?? before;
    await showAll(dependencies, session);
    // What came in since the beginning is shown by the next look, which compares it first.
    await sessions.setShown(id, before.changed);
  });
}

async function showAll(dependencies: SessionDependencies, session: Session): Promise<void> {
  const parts = await toParts(dependencies, session);
  for (const part of parts) await showPart(dependencies, session, part);
  const wanted = new Set(parts.map(({ part }) => part));
  for (const post of await dependencies.sessions.listPosts(session.id)) {
    if (wanted.has(post.part) || !post.part.startsWith('text:')) continue;
    await deletePosted(dependencies, { team: session.team, channel: post.channel, ts: post.ts, asker: null });
    await dependencies.sessions.removePost(session.id, post.part);
  }
}

export function toStart({ command }: SessionDependencies, session: Session): Part {
  const { title, hostName, channel, endedAt } = session;
  return {
    part: 'start',
    channel,
    posting: { kind: 'hours-start', title, hostName, isEnded: endedAt !== null, command },
  };
}

async function toParts(dependencies: SessionDependencies, session: Session): Promise<readonly Part[]> {
  const { teamChannel } = dependencies;
  const board = await readBoard(dependencies, session);
  const start = toStart(dependencies, session);
  const own: readonly Part[] =
    teamChannel === null ? [] : [{ part: 'board', channel: teamChannel, posting: { kind: 'hours-board', board } }];
  if (session.endedAt === null) return [start, ...own];
  const summary: Part = { part: 'summary', channel: session.channel, posting: { kind: 'hours-summary', board } };
  if (teamChannel === null) return [start, summary];
  const draft = await readDraft(dependencies, session);
  const files = draft === null ? [] : [{ name: draft.note, text: draft.text }, ...toFile(draft.phrasings)];
  const cut = files.map(({ name, text }) => ({ name, pieces: cutText(text) }));
  const head: Part = {
    part: 'draft',
    channel: teamChannel,
    posting: {
      kind: 'hours-draft',
      board,
      note: draft?.note ?? '',
      phrasings: draft?.phrasings?.file ?? null,
      parts: Math.max(1, ...cut.map(({ pieces }) => pieces.length)),
    },
  };
  const texts = cut.flatMap(({ name, pieces }, file): readonly Part[] =>
    pieces.map((piece, place) => ({
      part: `text:${file}:${place}`,
      channel: teamChannel,
      below: 'draft',
      posting: { kind: 'hours-text', name, text: piece, part: place + 1, parts: pieces.length },
    })),
  );
  return [start, ...own, summary, head, ...texts];
}

function toFile(file: { readonly file: string; readonly text: string } | null) {
  return file === null ? [] : [{ name: file.file, text: file.text }];
}

/** Posts it, or changes what stands there. Null where nothing had to be posted. */
export async function showPart(
  dependencies: SessionDependencies,
  session: Session,
  { part, channel, below, posting }: Part,
): Promise<Delivery | null> {
  const { sessions } = dependencies;
  const { id: sessionId, team } = session;
  const posts = new Map((await sessions.listPosts(sessionId)).map((post) => [post.part, post]));
  const post = { part, fingerprint: toFingerprint(posting) };
  const posted = posts.get(part);
  if (posted !== undefined) {
    await change(dependencies, session, posted, { ...posted, ...post }, posting);
    return null;
  }
  const threadTs = below === undefined ? null : posts.get(below)?.ts;
  if (threadTs === undefined) return null;
  const to: Destination = { channel, threadTs };
  const claim = { team, channel: session.channel, ts: `${sessionId}:${part}`, purpose: 'session' } as const;
  return await deliver(dependencies, { claim, to, posting, record: { kind: 'session', sessionId, post } });
}

async function change(
  dependencies: SessionDependencies,
  session: Session,
  posted: SessionPost,
  wanted: SessionPost,
  posting: HoursPosting,
): Promise<void> {
  if (posted.fingerprint === wanted.fingerprint) return;
  const { team, id } = session;
  await updatePosted(dependencies, { team, channel: posted.channel, ts: posted.ts, asker: null }, posting);
  await dependencies.sessions.savePost(id, wanted);
}

function toFingerprint(posting: HoursPosting): string {
  return createHash('sha256').update(JSON.stringify(posting)).digest('hex').slice(0, 16);
}
