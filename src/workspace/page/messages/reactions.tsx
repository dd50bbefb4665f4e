// Reactions below a message, each a switch of one's own.
import type { JSX } from 'react';
import type { Message } from '../../page-api.ts';
import { useNames } from '../state/names.ts';
import { useWorkspace } from '../state/workspace-context.ts';
import { toEmoji } from '../text/emoji.ts';

export function Reactions({ message }: { readonly message: Message }): JSX.Element {
  const { workspace, call } = useWorkspace();
  const names = useNames();
  const { channel, ts } = message;
  return (
    <div className="reactions">
      {message.reactions.map(({ name, userIds }) => {
        const own = userIds.includes(workspace.userId);
        const people = userIds.map((id) => names.userName(id) ?? id).join(', ');
        return (
          <button
            key={name}
            type="button"
            className="reaction"
            aria-pressed={own}
            aria-label={`${toEmoji(name) ?? `:${name}:`} ${userIds.length}, ${name}: ${people}`}
            title={people}
            onClick={() => void call('react', { channel, ts, name, on: !own })}
          >
            {toEmoji(name) ?? `:${name}:`} {userIds.length}
          </button>
        );
      })}
    </div>
  );
}
