// What stands above a channel's first message: what the place is, and what a stranger may try.
import type { JSX } from 'react';
import type { Channel } from '../../page-api.ts';
import { findUser } from '../state/scene-context.ts';
import { useWorkspace } from '../state/workspace-context.ts';
import { SayButtons, TryQuestions } from './try-questions.tsx';

export function ChannelStart({ channel }: { readonly channel: Channel }): JSX.Element {
  const { workspace } = useWorkspace();
  const bot = findUser(workspace, workspace.botUserId);
  const command = workspace.commands[0]?.command;
  if (channel.kind === 'direct')
    return (
      <div className="place-start">
        <h2>Your direct message with {bot.realName}</h2>
        <p>Ask anything. Only you and the bot see what is written here.</p>
        <SayButtons channel={channel} lead="Begin with one of these:" texts={channel.prompts} />
      </div>
    );
  return (
    <div className="place-start">
      <h2>The beginning of #{channel.name}</h2>
      {channel.topic !== '' && <p>{channel.topic}</p>}
      {channel.kind === 'public' ? (
        <>
          <p>
            Ask in your own words. Where the notes answer, {bot.realName} replies in the thread; where it is less sure,
            it suggests to you alone what may answer, and otherwise it stays quiet. Mention <strong>@{bot.name}</strong>{' '}
            and it always replies
            {command === undefined ? '' : `; ${command} answers you alone`}. The mark beside a message tells what the
            bot decided; press it to see why.
          </p>
          <TryQuestions channel={channel} />
        </>
      ) : (
        <p>Only its members see this channel.</p>
      )}
    </div>
  );
}
