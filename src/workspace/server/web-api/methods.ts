// Every Web API method of the workspace by its name. Pure.
import { chatDelete, chatUpdate } from './chat-change.ts';
import { chatGetPermalink, chatUnfurl } from './chat-links.ts';
import { chatPostEphemeral, chatPostMessage } from './chat-post.ts';
import { conversationsJoin, conversationsOpen } from './conversations-join.ts';
import {
  conversationsInfo,
  conversationsList,
  conversationsMembers,
  usersConversations,
} from './conversations-list.ts';
import { conversationsHistory, conversationsReplies } from './conversations-read.ts';
import type { Method } from './method.ts';
import { appsConnectionsOpen, authTest, botsInfo, teamInfo, usersInfo, usersList } from './people.ts';
import { reactionsAdd, reactionsGet, reactionsRemove } from './reactions.ts';
import { viewsOpen, viewsPublish, viewsPush, viewsUpdate } from './views.ts';

/** The names are those of `METHODS` in `method-table.ts`. */
export const HANDLERS: Readonly<Record<string, Method>> = {
  'apps.connections.open': appsConnectionsOpen,
  'auth.test': authTest,
  'bots.info': botsInfo,
  'chat.delete': chatDelete,
  'chat.getPermalink': chatGetPermalink,
  'chat.postEphemeral': chatPostEphemeral,
  'chat.postMessage': chatPostMessage,
  'chat.unfurl': chatUnfurl,
  'chat.update': chatUpdate,
  'conversations.history': conversationsHistory,
  'conversations.info': conversationsInfo,
  'conversations.join': conversationsJoin,
  'conversations.list': conversationsList,
  'conversations.members': conversationsMembers,
  'conversations.open': conversationsOpen,
  'conversations.replies': conversationsReplies,
  'reactions.add': reactionsAdd,
  'reactions.get': reactionsGet,
  'reactions.remove': reactionsRemove,
  'team.info': teamInfo,
  'users.conversations': usersConversations,
  'users.info': usersInfo,
  'users.list': usersList,
  'views.open': viewsOpen,
  'views.publish': viewsPublish,
  'views.push': viewsPush,
  'views.update': viewsUpdate,
};
