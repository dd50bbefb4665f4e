// Whether the bot can do its work at this moment. Edge.

export class Health {
  #hasIndex = false;
  #isConnected = false;
  #isTokenTaken = true;
  #hasDatabase = true;
  #onReturn: () => void = () => {};

  /** From now on `listener` hears when Slack or the database is back. */
  onReturn(listener: () => void): void {
    this.#onReturn = listener;
  }

  /** There is an index of the notes that answers, or no longer. */
  noteIndex(isThere: boolean): void {
    this.#hasIndex = isThere;
  }

  /** Slack is connected, or no longer. */
  noteConnection(isConnected: boolean): void {
    const isBack = isConnected && !this.#isConnected;
    this.#isConnected = isConnected;
    if (isBack) this.#onReturn();
  }

  /** Slack takes the bot's token, or no longer. */
  noteToken(isTaken: boolean): void {
    this.#isTokenTaken = isTaken;
  }

  /** The database answers, or no longer. */
  noteDatabase(isThere: boolean): void {
    const isBack = isThere && !this.#hasDatabase;
    this.#hasDatabase = isThere;
    if (isBack) this.#onReturn();
  }

  get isTokenTaken(): boolean {
    return this.#isTokenTaken;
  }

  get hasDatabase(): boolean {
    return this.#hasDatabase;
  }

  /** Whether what Slack sends can be taken in; without a database it is, and read again once that is back. */
  get canTakeIn(): boolean {
    return this.#hasIndex && this.#isConnected;
  }

  /** What is missing, in words; empty where the bot is ready. */
  get missing(): readonly string[] {
    return [
      this.#hasIndex ? null : 'notes',
      this.#isConnected ? null : 'slack',
      this.#isTokenTaken ? null : 'a SLACK_BOT_TOKEN that Slack takes',
      this.#hasDatabase ? null : 'database',
    ].filter((part) => part !== null);
  }
}
