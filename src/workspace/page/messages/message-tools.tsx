// What can be done with a message: appears while one points at it or has the focus in it.
import { type JSX, useState } from 'react';
import type { Message } from '../../page-api.ts';
import { ConfirmDialog } from '../controls/confirm-dialog.tsx';
import { Menu, type MenuItem } from '../controls/menu.tsx';
import { Icon } from '../icons/icon.tsx';
import { useScene } from '../state/scene-context.ts';
import { toEmoji } from '../text/emoji.ts';

const reactions = ['+1', 'heart', 'tada', 'eyes', 'white_check_mark'] as const;

/** Slack asks, too. */
const deleteConfirm = {
  title: { type: 'plain_text', text: 'Delete message' },
  text: { type: 'plain_text', text: 'Delete this message for everybody? This cannot be taken back.' },
  confirm: { type: 'plain_text', text: 'Delete' },
  deny: { type: 'plain_text', text: 'Cancel' },
  style: 'danger',
} as const;

export interface MessageToolsProps {
  readonly message: Message;
  readonly inThread: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

function useMoreItems(message: Message, onDelete: () => void): readonly MenuItem[] {
  const { userId, shortcuts: all, call, dispatch } = useScene();
  const { channel, ts } = message;
  const shortcuts = all
    .filter((shortcut) => shortcut.type === 'message')
    .map(({ callbackId, name, description }) => ({
      id: callbackId,
      label: name,
      hint: description,
      onChoose: () => void call('messageShortcut', { channel, ts, callbackId }),
    }));
  if (message.userId !== userId) return shortcuts;
  return [
    ...shortcuts,
    { id: 'edit', label: 'Edit', onChoose: () => dispatch({ type: 'edit', message: { channel, ts } }) },
    { id: 'delete', label: 'Delete', danger: true, onChoose: onDelete },
  ];
}

export function MessageTools({ message, inThread, onOpenChange }: MessageToolsProps): JSX.Element | null {
  const { call, dispatch } = useScene();
  const { channel, ts } = message;
  const [isDeleting, setIsDeleting] = useState(false);
  const more = useMoreItems(message, () => setIsDeleting(true));
  if (message.ephemeral || message.subtype === 'tombstone') return null;
  const root = message.threadTs ?? ts;
  return (
    <fieldset className="message-tools" aria-label="Actions for this message">
      <Menu
        label="React"
        className="icon-button"
        trigger={<Icon name="smile" />}
        onOpenChange={onOpenChange}
        items={reactions.map((name) => ({
          id: name,
          label: `${toEmoji(name) ?? ''} ${name.replaceAll('_', ' ')}`,
          onChoose: () => void call('react', { channel, ts, name, on: true }),
        }))}
      />
      {!inThread && (
        <button
          type="button"
          className="icon-button"
          aria-label="Reply in thread"
          title="Reply in thread"
          onClick={() => dispatch({ type: 'open-thread', root: { channel, ts: root } })}
        >
          <Icon name="chat" />
        </button>
      )}
      {more.length > 0 && (
        <Menu
          label="More actions"
          className="icon-button"
          trigger={<Icon name="more" />}
          items={more}
          onOpenChange={onOpenChange}
        />
      )}
      {isDeleting && (
        <ConfirmDialog
          pending={{ confirm: deleteConfirm, go: () => void call('delete', { channel, ts }) }}
          onClose={() => setIsDeleting(false)}
        />
      )}
    </fieldset>
  );
}
