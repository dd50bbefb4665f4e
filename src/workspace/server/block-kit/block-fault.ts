// One thing that Slack would refuse in blocks or in a view. Types only. Pure.

export interface BlockFault {
  /** JSON pointer to what is wrong: `/blocks/0/text/text`. */
  readonly pointer: string;
  /** What is wrong, in Slack's manner. */
  readonly problem: string;
}
