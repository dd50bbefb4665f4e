// A Slack export: a folder for each channel, a file for each day. Edge.
import type { ChatExport, ExportedMessage } from '../use-cases/rehearse/chat-export.ts';
import type { ExportFiles } from './export-files.ts';
import { ExportError, type ExportLimits } from './export-limits.ts';
import { Channels, namesOf, toWritten, type User, Users } from './slack-shapes.ts';

interface Channel {
  /** The folder of its days, and its name. */
  readonly folder: string;
  readonly name: string;
  readonly id: string | null;
  readonly isPublic: boolean;
  readonly days: readonly string[];
}

const day = /^\d{4}-\d{2}-\d{2}\.json$/;
const mostNotices = 20;

/** Reads the lists of an export. `wanted`: channels by name or id; none: all public ones. Rejects where it is no export, or a channel is not in it. */
export async function openSlackExport(
  files: ExportFiles,
  wanted: readonly string[],
  limits: ExportLimits,
): Promise<ChatExport> {
  const reader = new ExportReader(files, limits);
  const root = findRoot(files.names);
  if (root === null) {
    throw new ExportError(
      'This is no Slack export: it has no channels.json and no users.json. Take the zip archive as Slack gives it.',
    );
  }
  const channels = await listChannels(reader, files.names, root);
  const users = Users.safeParse(await reader.readJson(`${root}users.json`)).data ?? [];
  const chosen = choose(channels, wanted);
  const bots = new Set(users.flatMap((user) => (user.is_bot === true ? [user.id] : [])));
  const privateChannels = channels.filter(
    (channel) => !channel.isPublic && !chosen.includes(channel) && channel.days.length > 0,
  );
  return {
    channels: chosen.map(({ name }) => name),
    privateChannels: privateChannels.map(({ name }) => name),
    people: users.filter(({ id }) => !bots.has(id)).flatMap(namesOf),
    nameOf: (id) => toFullName(users.find((user) => user.id === id)),
    size: chosen.reduce((sum, { days }) => sum + days.length, 0),
    unit: 'days',
    findPeople: (names) => findPeople(users, names),
    read: (onRead = () => {}) => readMessages(reader, chosen, bots, onRead),
    get notices() {
      return [...files.notices, ...reader.notices];
    },
    close: async () => await files.close(),
  };
}

function toFullName(user: User | undefined): string | null {
  return user === undefined ? null : (user.real_name ?? user.profile?.real_name ?? namesOf(user)[0] ?? null);
}

/** Reads files as JSON; one that is none is noted and left out. */
class ExportReader {
  readonly notices: string[] = [];
  readonly #files: ExportFiles;
  readonly #names: ReadonlySet<string>;
  readonly #limits: ExportLimits;
  #bytes = 0;

  constructor(files: ExportFiles, limits: ExportLimits) {
    this.#files = files;
    this.#names = new Set(files.names);
    this.#limits = limits;
  }

  /** Null where there is no such file, or no JSON in it. */
  async readJson(name: string): Promise<unknown> {
    if (!this.#names.has(name)) return null;
    const bytes = await this.#files.read(name);
    this.#bytes += bytes.length;
    if (this.#bytes > this.#limits.totalBytes)
      throw new ExportError(`The export holds more than ${this.#limits.totalBytes} bytes.`);
    try {
      return JSON.parse(bytes.toString('utf8'));
    } catch {
      if (this.notices.length < mostNotices) this.notices.push(`${name} is no JSON and is left out.`);
      return null;
    }
  }
}

/** The folder in which the lists lie: the archive itself, or a folder in it. */
function findRoot(names: readonly string[]): string | null {
  const lists = names.filter((name) => /(^|\/)(channels|users)\.json$/.test(name));
  const [first] = lists.toSorted((one, other) => one.split('/').length - other.split('/').length);
  return first === undefined ? null : first.slice(0, first.lastIndexOf('/') + 1);
}

async function listChannels(reader: ExportReader, names: readonly string[], root: string): Promise<readonly Channel[]> {
  const days = new Map<string, string[]>();
  for (const name of names) {
    const [folder = '', file = '', ...deeper] = name.slice(root.length).split('/');
    if (!name.startsWith(root) || deeper.length > 0 || !day.test(file)) continue;
    days.set(folder, [...(days.get(folder) ?? []), name]);
  }
  const listed = new Map<string, { readonly name: string; readonly id: string | null; readonly isPublic: boolean }>();
  for (const list of ['channels', 'groups', 'mpims', 'dms']) {
    const channels = Channels.safeParse(await reader.readJson(`${root}${list}.json`)).data ?? [];
    for (const { id = null, name } of channels) {
      const folder = name ?? id;
      if (folder !== null && !listed.has(folder))
        listed.set(folder, { name: folder, id, isPublic: list === 'channels' });
    }
  }
  return [...days.keys()].map((folder) => ({
    ...(listed.get(folder) ?? { name: folder, id: null, isPublic: false }),
    folder,
    days: days.get(folder) ?? [],
  }));
}

function choose(channels: readonly Channel[], wanted: readonly string[]): readonly Channel[] {
  if (wanted.length === 0) return channels.filter(({ isPublic }) => isPublic);
  return wanted.map((name) => {
    const plain = name.replace(/^#/, '');
    const found = channels.find((channel) => channel.name === plain || channel.id === plain);
    if (found !== undefined) return found;
    const known = channels.map((channel) => channel.name);
    throw new ExportError(
      `The export has no channel ${name}. It has: ${known.slice(0, 20).join(', ')}${known.length > 20 ? ' …' : ''}`,
    );
  });
}

function findPeople(users: readonly User[], names: readonly string[]): ReturnType<ChatExport['findPeople']> {
  const called = (name: string) => name.replace(/^@/, '').toLowerCase();
  const found = names.map((name) => ({
    name,
    users: users.filter((user) => user.id === name || namesOf(user).some((each) => called(each) === called(name))),
  }));
  return {
    ids: new Set(found.flatMap((one) => one.users.map(({ id }) => id))),
    unknown: found.flatMap((one) => (one.users.length === 0 ? [one.name] : [])),
  };
}

async function* readMessages(
  reader: ExportReader,
  channels: readonly Channel[],
  bots: ReadonlySet<string>,
  onRead: (done: number) => void,
): AsyncGenerator<ExportedMessage> {
  let done = 0;
  for (const { name: channel, days } of channels) {
    for (const file of days) {
      const messages = await reader.readJson(file);
      for (const value of Array.isArray(messages) ? messages : []) {
        const written = toWritten(value);
        if (written === null || bots.has(written.user)) continue;
        const { user, ts, thread_ts: thread, text, subtype } = written;
        const threadTs = thread != null && thread !== ts ? thread : null;
        yield { channel, user, ts, threadTs, isBroadcast: subtype === 'thread_broadcast', text };
      }
      done += 1;
      onRead(done);
    }
  }
}
