// A message while its author edits it, in the place where it stands.
import { type JSX, useState } from 'react';
import type { Message } from '../../page-api.ts';
import { TextField } from '../composer/text-field.tsx';
import { toTyped } from '../composer/to-typed.ts';
import { toRowId } from '../state/row-id.ts';
import { useScene } from '../state/scene-context.ts';

export interface MessageEditorProps {
  readonly message: Message;
  readonly inThread: boolean;
}

export function MessageEditor({ message, inThread }: MessageEditorProps): JSX.Element {
  const { users, channels, call, dispatch } = useScene();
  const [text, setText] = useState(() => toTyped(message.text, users, channels));
  const { channel, ts } = message;

  const finish = (): void => {
    dispatch({ type: 'edit', message: null });
    document.getElementById(toRowId(message, inThread))?.focus();
  };
  const save = async (): Promise<void> => {
    const answer =
      text.trim() === '' ? await call('delete', { channel, ts }) : await call('edit', { channel, ts, text });
    if (answer.ok) finish();
  };

  return (
    <div className="message-editor">
      <TextField
        label="Edit the message"
        placeholder="An empty message is deleted"
        value={text}
        commands={[]}
        people={users}
        autoFocus
        onChange={setText}
        onSend={() => void save()}
        onCancel={finish}
      />
      <div className="message-editor-foot">
        <button type="button" className="button" onClick={finish}>
          Cancel
        </button>
        <button type="button" className="button primary" onClick={() => void save()}>
          Save
        </button>
      </div>
    </div>
  );
}
