// A person's picture: initials on a colour of their own; the bot has the page's own mark.
import type { JSX } from 'react';
import type { User } from '../../page-api.ts';
import { toInitials, toTint } from './initials.ts';

export function Avatar({ user, small = false }: { readonly user: User; readonly small?: boolean }): JSX.Element {
  const size = small ? 'avatar avatar-small' : 'avatar';
  if (user.role === 'bot')
    return (
      <span className={`${size} avatar-bot`} aria-hidden="true">
        <svg viewBox="0 0 32 32" aria-hidden="true" focusable="false">
          <path d="M8 9h8M8 16h16M8 23h12" />
          <circle cx="23" cy="9" r="3" />
        </svg>
      </span>
    );
  return (
    <span className={`${size} tint-${toTint(user.id)}`} aria-hidden="true">
      {toInitials(user.realName)}
    </span>
  );
}
