// The line between two days.
import type { JSX } from 'react';

function toLabel(ms: number): string {
  const day = new Date(ms).toDateString();
  const now = Date.now();
  if (day === new Date(now).toDateString()) return 'Today';
  if (day === new Date(now - 86_400_000).toDateString()) return 'Yesterday';
  return new Intl.DateTimeFormat(undefined, { weekday: 'long', month: 'long', day: 'numeric' }).format(ms);
}

export function DayDivider({ ms }: { readonly ms: number }): JSX.Element {
  return (
    <li className="day">
      <span>{toLabel(ms)}</span>
    </li>
  );
}
