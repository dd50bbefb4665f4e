// Who is in the team channel, as Slack says, at most a minute old. Edge.
import type { WebClient } from '@slack/web-api';
import { ChatError } from '../../use-cases/interfaces/chat.ts';
import type { Clock } from '../../use-cases/interfaces/clock.ts';
import type { Logger } from '../../use-cases/interfaces/logger.ts';
import type { TeamRoster } from '../../use-cases/interfaces/team-roster.ts';
import { readMembers } from './read-members.ts';

const freshMs = 60_000;
/** Where Slack did not tell, it is asked again so soon. */
const soonMs = 5000;

export class SlackTeamRoster implements TeamRoster {
  readonly #client: WebClient;
  readonly #teamChannel: string | null;
  readonly #clock: Clock;
  readonly #logger: Logger;
  #members: Promise<ReadonlySet<string>> | null = null;
  #freshUntil = 0;
  /** As Slack told last. */
  #known: ReadonlySet<string> = new Set();

  /** `teamChannel`: id of the private channel whose members are the team, or null where there is none. */
  constructor(client: WebClient, teamChannel: string | null, { clock, logger }: { clock: Clock; logger: Logger }) {
    this.#client = client;
    this.#teamChannel = teamChannel;
    this.#clock = clock;
    this.#logger = logger;
  }

  async isMember(user: string): Promise<boolean> {
    if (this.#teamChannel === null) return false;
    const now = this.#clock.now();
    if (this.#members === null || now >= this.#freshUntil) {
      this.#freshUntil = now + freshMs;
      this.#members = this.#read(this.#teamChannel);
    }
    return (await this.#members).has(user);
  }

  /** Where Slack refuses to tell, nobody counts as the team: rights are never given by mistake. Where it cannot, those count whom it told of last. */
  async #read(channel: string): Promise<ReadonlySet<string>> {
    try {
      this.#known = await readMembers(this.#client, channel);
    } catch (error) {
      this.#freshUntil = Math.min(this.#freshUntil, this.#clock.now() + soonMs);
      if (!(error instanceof ChatError) || error.failure === 'refused') this.#known = new Set();
      this.#logger.warn(
        { channel, err: error },
        'The members of TEAM_CHANNEL cannot be read: is the bot in that channel?',
      );
    }
    return this.#known;
  }

  /** The next question about a member asks Slack anew: for when somebody joins or leaves the team channel. */
  forget(): void {
    this.#members = null;
  }
}
