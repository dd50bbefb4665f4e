// Where one writes: a message, a reply in a thread, or a slash command.
import { type FormEvent, type JSX, useId, useRef, useState } from 'react';
import type { Channel, SlashCommand, User } from '../../page-api.ts';
import { Icon } from '../icons/icon.tsx';
import type { MessageRef } from '../state/message-link.ts';
import { findLastOwn, selectChannelMessages, selectReplies } from '../state/message-rows.ts';
import { toPlaceName } from '../state/place-name.ts';
import { useWorkspace } from '../state/workspace-context.ts';
import { parseCommand, withExample } from './completions.ts';
import { useDraft } from './drafts.ts';
import { TextField } from './text-field.tsx';

export interface ComposerProps {
  readonly channel: Channel;
  /** Given: writes into this thread. */
  readonly root?: MessageRef;
  readonly autoFocus?: boolean;
}

function useSend({ channel, root }: ComposerProps): (text: string, alsoInChannel: boolean) => Promise<boolean> {
  const { workspace, call, dispatch } = useWorkspace();
  return async (text, alsoInChannel) => {
    if (text.startsWith('/')) {
      const command = parseCommand(text, workspace.commands);
      const refusal =
        root !== undefined
          ? 'Slash commands do not work in threads. Write it in the channel, or mention the bot here.'
          : `${text.split(/\s/)[0]} is no command here, so nothing was sent. There are ${listCommands(workspace.commands)}.`;
      if (command === null || root !== undefined) {
        dispatch({ type: 'notice', text: refusal });
        return false;
      }
      return (await call('command', { channel: channel.id, ...command })).ok;
    }
    const thread = root === undefined ? {} : { threadTs: root.ts, alsoInChannel };
    return (await call('post', { channel: channel.id, text, ...thread })).ok;
  };
}

function listCommands(commands: readonly SlashCommand[]): string {
  return commands.map(({ command }) => command).join(' and ');
}

/** Whom a mention may name; whoever is already in the channel cannot be invited to it. */
function selectPeople(text: string, { memberIds }: Channel, users: readonly User[]): readonly User[] {
  if (/^\/invite\s/.test(text)) return users.filter(({ id }) => !memberIds.includes(id));
  return users.filter(({ id, role }) => role === 'bot' || memberIds.includes(id));
}

export function Composer({ channel, root, autoFocus = false }: ComposerProps): JSX.Element {
  const { workspace, dispatch } = useWorkspace();
  const [text, setText] = useDraft(`${workspace.userId} ${channel.id} ${root?.ts ?? ''}`);
  const latest = useRef(text);
  latest.current = text;
  const [alsoInChannel, setAlsoInChannel] = useState(false);
  const checkboxId = useId();
  const send = useSend({ channel, ...(root === undefined ? {} : { root }) });

  const place = toPlaceName(channel, workspace);
  const label = root === undefined ? `Message ${place}` : 'Reply in the thread';
  const people = selectPeople(text, channel, workspace.users);

  const onSend = (): void => {
    const sent = text.trim();
    if (sent === '') return;
    setText('');
    setAlsoInChannel(false);
    void send(sent, alsoInChannel).then((done) => {
      // What could not be sent comes back, unless something new was written meanwhile.
      if (!done && latest.current === '') setText(sent);
    });
  };

  const onEditLast = (): void => {
    const shown =
      root === undefined
        ? selectChannelMessages(workspace.messages, channel.id)
        : selectReplies(workspace.messages, channel.id, root.ts);
    const last = findLastOwn(shown, workspace.userId);
    if (last !== null) dispatch({ type: 'edit', message: { channel: last.channel, ts: last.ts } });
  };

  return (
    <form
      className="composer"
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        onSend();
      }}
    >
      <div className="composer-box">
        <TextField
          label={label}
          placeholder={label}
          value={text}
          commands={root === undefined ? withExample(workspace.commands, workspace.intro) : []}
          people={people}
          autoFocus={autoFocus}
          onChange={setText}
          onSend={onSend}
          onEditLast={onEditLast}
        />
        <button type="submit" className="send-button" aria-label="Send" disabled={text.trim() === ''}>
          <Icon name="send" />
        </button>
      </div>
      {root !== undefined && channel.kind !== 'direct' && (
        <label className="also" htmlFor={checkboxId}>
          <input
            id={checkboxId}
            type="checkbox"
            checked={alsoInChannel}
            onChange={(event) => setAlsoInChannel(event.target.checked)}
          />
          Also send to #{channel.name}
        </label>
      )}
    </form>
  );
}
