// Who belongs to the team: whoever is in the team channel. Interface only.

export interface TeamRoster {
  /** False for everybody where no team channel is set. At most a minute behind Slack. */
  isMember(user: string): Promise<boolean>;
  /** Somebody joined or left: the next question about a member asks Slack anew. */
  forget(): void;
}
