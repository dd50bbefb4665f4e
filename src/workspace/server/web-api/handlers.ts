// Every Web API method of the workspace by its name. Pure.

import type { Method } from './method.ts';
import { setSuggestedPrompts } from './methods/assistant.ts';
import { chatDelete, chatUpdate } from './methods/chat-change.ts';
import { chatGetPermalink, chatUnfurl } from './methods/chat-links.ts';
import { chatPostEphemeral, chatPostMessage } from './methods/chat-post.ts';
import { conversationsJoin, conversationsOpen } from './methods/conversations-join.ts';
import {
  conversationsInfo,
  conversationsList,
  conversationsMembers,
  usersConversations,
} from './methods/conversations-list.ts';
import { conversationsHistory, conversationsReplies } from './methods/conversations-read.ts';
import { appsConnectionsOpen, authTest, botsInfo, teamInfo, usersInfo, usersList } from './methods/people.ts';
import { reactionsAdd, reactionsGet, reactionsRemove } from './methods/reactions.ts';
import { viewsOpen, viewsPublish, viewsPush, viewsUpdate } from './methods/views.ts';

/** The names are those of `METHODS` in `method-table.ts`. */
export const HANDLERS: Readonly<Record<string, Method>> = {
  'apps.connections.open': appsConnectionsOpen,
  'assistant.threads.setSuggestedPrompts': setSuggestedPrompts,
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
