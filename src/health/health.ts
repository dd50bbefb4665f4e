// Whether the bot can do its work at this moment. Edge.

export class Health {
  #hasIndex = false;
  #isConnected = false;

  /** There is an index of the notes that answers, or no longer. */
  noteIndex(isThere: boolean): void {
    this.#hasIndex = isThere;
  }

  /** Slack is connected, or no longer. */
  noteConnection(isConnected: boolean): void {
    this.#isConnected = isConnected;
  }

  /** What is still missing, in words; empty where the bot is ready. */
  get missing(): readonly string[] {
    return [this.#hasIndex ? null : 'notes', this.#isConnected ? null : 'slack'].filter((part) => part !== null);
  }
}
