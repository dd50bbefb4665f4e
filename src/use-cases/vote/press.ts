// Somebody presses a button under a reply. Data only.

/** Which reply, and who pressed. Team, channel and timestamp come from Slack, never from a button's value. */
export interface Press {
  readonly team: string;
  readonly channel: string;
  /** Timestamp of the reply. */
  readonly ts: string;
  readonly user: string;
}
