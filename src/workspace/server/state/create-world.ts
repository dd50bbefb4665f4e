// Builds the world of a new workspace: people, channels, and nothing said yet. Edge: secrets come from the system.
import type { User } from '../../page-api.ts';
import { ChannelStore } from '../conversation/channel-store.ts';
import { MessageStore } from '../conversation/message-store.ts';
import { createResponseUrls } from '../interaction/response-urls.ts';
import { createTriggerIds } from '../views/trigger-ids.ts';
import { ViewStore } from '../views/view-store.ts';
import { createActivity } from './activity.ts';
import { toAppSettings } from './app-settings.ts';
import { createChanges } from './changes.ts';
import { createIds } from './ids.ts';
import type { JsonObject } from './json.ts';
import { BOT_USER_ID, CHANNELS, OTHER_APP, PEOPLE } from './seed.ts';
import { type Clock, createTimestamps } from './timestamps.ts';
import type { World } from './world.ts';

/** The world without its ways to the app, which need a world to speak of. */
export type BareWorld = Omit<World, 'delivery' | 'origin' | 'openSocket' | 'random' | 'mentionOrder'>;

/** `crowd`: so many more candidates who ask in the questions channel. */
export function createBareWorld(manifest: JsonObject, clock: Clock, crowd = 0): BareWorld {
  const app = toAppSettings(manifest);
  const people: readonly User[] = Object.values(PEOPLE);
  const others = Array.from({ length: crowd }, (_, place) => toPasserBy(place));
  const { questions } = CHANNELS;
  const memberIds = [...questions.memberIds, ...others.map(({ id }) => id)];
  const bots: readonly User[] = [
    { id: BOT_USER_ID, name: app.botName.toLowerCase(), realName: app.botName, role: 'bot' },
    { id: OTHER_APP.userId, name: OTHER_APP.name, realName: OTHER_APP.name, role: 'bot' },
  ];
  const ids = createIds();
  const changes = createChanges();
  return {
    app,
    changes,
    clock,
    ids,
    activity: createActivity(changes),
    channels: new ChannelStore(
      Object.values({ ...CHANNELS, questions: { ...questions, memberIds } }),
      people,
      clock.now(),
    ),
    decisions: new Map(),
    messages: new MessageStore(),
    responseUrls: createResponseUrls(clock, ids),
    status: { progress: null, intro: null, connection: 'never' },
    timestamps: createTimestamps(clock),
    triggers: createTriggerIds(clock, ids),
    users: new Map([...people, ...others, ...bots].map((user) => [user.id, user])),
    verificationToken: ids.secret(12),
    views: new ViewStore(),
  };
}

function toPasserBy(place: number): User {
  return { id: toPasserById(place), name: `passer-by-${place}`, realName: `Passer-by ${place}`, role: 'candidate' };
}

/** User id of one of the crowd, from 0. */
export function toPasserById(place: number): string {
  return `U0CROWD${String(place).padStart(4, '0')}`;
}
