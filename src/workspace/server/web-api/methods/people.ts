// auth.test, apps.connections.open, bots.info, team.info, users.info and users.list. Pure.
import type { User } from '../../../page-api.ts';
import type { JsonObject } from '../../state/json.ts';
import { APP_ID, BOT_ID, BOT_USER_ID, OTHER_APP, PEOPLE, TEAM } from '../../state/seed.ts';
import type { World } from '../../state/world.ts';
import { ApiFault } from '../api-fault.ts';
import type { Method } from '../method.ts';
import { toPage } from './paging.ts';

export const authTest: Method = (world) => ({
  url: `${world.origin()}/`,
  team: TEAM.name,
  user: world.users.get(BOT_USER_ID)?.name,
  team_id: TEAM.id,
  user_id: BOT_USER_ID,
  bot_id: BOT_ID,
  is_enterprise_install: false,
});

export const appsConnectionsOpen: Method = (world) => ({ url: world.openSocket() });

export const botsInfo: Method = (world, args) => {
  const known: readonly JsonObject[] = [
    { id: BOT_ID, app_id: APP_ID, user_id: BOT_USER_ID, name: world.app.botName },
    { id: OTHER_APP.botId, app_id: OTHER_APP.id, user_id: OTHER_APP.userId, name: OTHER_APP.name },
  ];
  const bot = known.find(({ id }) => id === (args.text('bot') ?? BOT_ID));
  if (bot === undefined) throw new ApiFault('bot_not_found');
  return { bot: { ...bot, deleted: false, updated: 0, icons: {} } };
};

export const teamInfo: Method = () => ({ team: { ...TEAM, email_domain: '', icon: {} } });

export const usersInfo: Method = (world, args) => {
  const user = world.users.get(args.needText('user'));
  if (user === undefined) throw new ApiFault('user_not_found');
  return { user: toSlackUser(world, user) };
};

export const usersList: Method = (world, args) => {
  const page = toPage([...world.users.values()], args, 1000);
  return { members: page.items.map((user) => toSlackUser(world, user)), ...page.metadata };
};

function toSlackUser(world: World, user: User): JsonObject {
  const isBot = user.role === 'bot';
  return {
    id: user.id,
    team_id: TEAM.id,
    name: user.name,
    deleted: false,
    real_name: user.realName,
    tz: 'Etc/UTC',
    tz_label: 'Coordinated Universal Time',
    tz_offset: 0,
    profile: {
      real_name: user.realName,
      real_name_normalized: user.realName,
      display_name: user.name,
      display_name_normalized: user.name,
      team: TEAM.id,
      ...(isBot && { bot_id: user.id === BOT_USER_ID ? BOT_ID : OTHER_APP.botId, api_app_id: APP_ID }),
    },
    is_admin: false,
    is_owner: false,
    is_restricted: user.id === PEOPLE.guest.id,
    is_ultra_restricted: user.id === PEOPLE.guest.id,
    is_bot: isBot,
    is_app_user: false,
    updated: Math.floor(world.clock.now() / 1000),
  };
}
