// What people wrote in a chat, exported into files. Interface only.

/** A message as somebody wrote it. */
export interface ExportedMessage {
  /** The channel's name, without #; null in a plain list of lines. */
  readonly channel: string | null;
  /** Slack's id of the author; null where nobody is named. */
  readonly user: string | null;
  /** Slack's timestamp in seconds, or null. */
  readonly ts: string | null;
  /** Timestamp of the thread's parent, or null for a top-level message. */
  readonly threadTs: string | null;
  readonly isBroadcast: boolean;
  /** As Slack keeps it, entities and mentions included. */
  readonly text: string;
}

export interface ChatExport {
  /** Channels that are read, in order; empty for a plain list of lines. */
  readonly channels: readonly string[];
  /** Channels that are left alone because they are not public and nobody named them. */
  readonly privateChannels: readonly string[];
  /** Everybody's names. */
  readonly people: readonly string[];
  /** A person's name by their id, or null. */
  readonly nameOf: (id: string) => string | null;
  /** How much there is to read, in `unit`. */
  readonly size: number;
  readonly unit: 'days' | 'kB';
  /** Ids of people by what somebody calls them: an id, a name, @name. Names that nobody has come back too. */
  findPeople(names: readonly string[]): { readonly ids: ReadonlySet<string>; readonly unknown: readonly string[] };
  /** What people wrote, channel by channel, the oldest first. `onRead` hears how much was read. Rejects where a limit is broken. */
  read(onRead?: (done: number) => void): AsyncIterable<ExportedMessage>;
  /** What was left out and why, one sentence each; complete once `read` is through. */
  readonly notices: readonly string[];
  close(): Promise<void>;
}
