// Who and what is there when the workspace starts. Pure.
import type { Team, User } from '../../page-api.ts';

export const TEAM: Team = { id: 'T0LOCAL001', name: 'Local workspace', domain: 'local-workspace' };

export const APP_ID = 'A0LOCALAPP';
export const BOT_USER_ID = 'U0LOCALBOT';
export const BOT_ID = 'B0LOCALBOT';

/** Another app in the workspace, whose messages the bot meets. */
export const OTHER_APP = { id: 'A0OTHERAPP', userId: 'U0OTHERBOT', botId: 'B0OTHERBOT', name: 'standup' } as const;

/** The people by what they are there for. */
export const PEOPLE = {
  candidate: { id: 'U0AMARA001', name: 'amara', realName: 'Amara Diallo', role: 'candidate' },
  otherCandidate: { id: 'U0JONAS001', name: 'jonas', realName: 'Jonas Weber', role: 'candidate' },
  /** Slack's single-channel guest: sees `role-questions` and nothing else. */
  guest: { id: 'U0NOOR0001', name: 'noor', realName: 'Noor Haddad', role: 'candidate' },
  teamMember: { id: 'U0PRIYA001', name: 'priya', realName: 'Priya Raman', role: 'team' },
  otherTeamMember: { id: 'U0MATEO001', name: 'mateo', realName: 'Mateo Silva', role: 'team' },
} as const satisfies Record<string, User>;

export interface SeedChannel {
  readonly id: string;
  readonly name: string;
  readonly kind: 'public' | 'private';
  readonly topic: string;
  readonly memberIds: readonly string[];
}

const team = [PEOPLE.teamMember.id, PEOPLE.otherTeamMember.id];
const everybody = [PEOPLE.candidate.id, PEOPLE.otherCandidate.id, ...team];

/** The channels by what they are there for. The bot is not in `office-hours`, so that inviting it can be tried. */
export const CHANNELS = {
  questions: {
    id: 'C0QUESTION',
    name: 'role-questions',
    kind: 'public',
    topic: 'Ask anything about the role',
    memberIds: [...everybody, PEOPLE.guest.id, BOT_USER_ID],
  },
  officeHours: {
    id: 'C0OFFICEHR',
    name: 'office-hours',
    kind: 'public',
    topic: 'Drop in and ask live',
    memberIds: everybody,
  },
  team: {
    id: 'C0HIRING01',
    name: 'hiring-team',
    kind: 'private',
    topic: 'Only the hiring team reads this',
    memberIds: [...team, BOT_USER_ID],
  },
} as const satisfies Record<string, SeedChannel>;

/** Id of a person's direct message with the bot. */
export function directChannelId(userId: string): string {
  return `D${userId.slice(1)}`;
}
