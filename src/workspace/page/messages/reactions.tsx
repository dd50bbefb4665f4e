// Reactions below a message, each a switch of one's own.
import type { JSX } from 'react';
import type { Message } from '../../page-api.ts';
import { findUser, useScene } from '../state/scene-context.ts';
import { toEmoji } from '../text/emoji.ts';

export function Reactions({ message }: { readonly message: Message }): JSX.Element {
  const scene = useScene();
  const { channel, ts } = message;
  return (
    <div className="reactions">
      {message.reactions.map(({ name, userIds }) => {
        const own = userIds.includes(scene.userId);
        const people = userIds.map((id) => findUser(scene, id).realName).join(', ');
        return (
          <button
            key={name}
            type="button"
            className="reaction"
            aria-pressed={own}
            aria-label={`${toEmoji(name) ?? `:${name}:`} ${userIds.length}, ${name}: ${people}`}
            title={people}
            onClick={() => void scene.call('react', { channel, ts, name, on: !own })}
          >
            {toEmoji(name) ?? `:${name}:`} {userIds.length}
          </button>
        );
      })}
    </div>
  );
}
