// What is kept about people: removed after a time, or at once where a person asks for it. Interface only.

/** Every store that keeps question texts or user ids is one. What stays is which entry was posted where. */
export interface PersonalData {
  /** Removes what was kept before `time` (milliseconds since 1970, UTC). */
  purgeBefore(time: number): Promise<void>;
  /** Removes what is kept about this person. */
  forgetUser(team: string, user: string): Promise<void>;
}
