// Names a message among the locks: its answer, its changes and those of the reply never overlap. Pure.

export function toMessageKey(message: {
  readonly team: string;
  readonly channel: string;
  readonly ts: string;
}): string {
  return `${message.team} ${message.channel} ${message.ts}`;
}
