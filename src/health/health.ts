// Whether the bot can do its work at this moment. Edge.

export class Health {
  #hasNotes = false;
  #isConnected = false;

  /** The notes are indexed. */
  noteNotes(): void {
    this.#hasNotes = true;
  }

  /** Slack is connected, or no longer. */
  noteConnection(isConnected: boolean): void {
    this.#isConnected = isConnected;
  }

  /** What is still missing, in words; empty where the bot is ready. */
  get missing(): readonly string[] {
    return [this.#hasNotes ? null : 'notes', this.#isConnected ? null : 'slack'].filter((part) => part !== null);
  }
}
