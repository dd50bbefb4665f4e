// The page's small pictures: strokes on a grid of 20 by 20, coloured like the text around them.
import type { JSX } from 'react';

const paths = {
  add: 'M10 4v12M4 10h12',
  bot: 'M5 8h10v8H5zM10 8V4M8 4h4M8 12h.01M12 12h.01M3 11v2M17 11v2',
  chat: 'M4 4.5h12v9H9.5L6 16.5v-3H4z',
  check: 'M4.5 10.5l3.5 3.5 7.5-8',
  chevron: 'M5.5 8l4.5 4.5L14.5 8',
  close: 'M5 5l10 10M15 5L5 15',
  edit: 'M12.5 4.5l3 3L7 16H4v-3zM10.5 6.5l3 3',
  eye: 'M2.5 10S5.5 5 10 5s7.5 5 7.5 5-3 5-7.5 5-7.5-5-7.5-5zM10 12a2 2 0 100-4 2 2 0 000 4z',
  hash: 'M8 3.5l-1.5 13M13.5 3.5L12 16.5M4 7.5h13M3 12.5h13',
  home: 'M3.5 9.5L10 4l6.5 5.5M5.5 8.5V16h9V8.5M8.5 16v-4h3v4',
  lock: 'M5.5 9h9v7h-9zM7.5 9V6.5a2.5 2.5 0 015 0V9',
  menu: 'M3.5 5.5h13M3.5 10h13M3.5 14.5h13',
  minus: 'M5 10h10',
  moon: 'M15.5 12A6.5 6.5 0 018 4.5 6 6 0 1015.5 12z',
  more: 'M5 10h.01M10 10h.01M15 10h.01',
  people:
    'M7.5 9.5a2.5 2.5 0 100-5 2.5 2.5 0 000 5zM3 16c0-2.5 2-4 4.5-4s4.5 1.5 4.5 4M13 9.5a2 2 0 100-4M14 12c1.8.3 3 1.7 3 4',
  question: 'M7 7.5a3 3 0 115 2.2c-1.2.9-2 1.4-2 2.8M10 15.5h.01',
  reply: 'M8 5L3.5 9.5 8 14M4 9.5h7c3 0 5.5 2 5.5 5.5',
  search: 'M9 14A5 5 0 109 4a5 5 0 000 10zM12.7 12.7L16.5 16.5',
  send: 'M3.5 4l13.5 6-13.5 6 2-6zM5.5 10h6',
  smile: 'M10 17a7 7 0 100-14 7 7 0 000 14zM7 12c.8 1.2 1.8 1.7 3 1.7s2.2-.5 3-1.7M7.8 8h.01M12.2 8h.01',
  'thumb-down': 'M14 4v7.5l-3.5 5.5c-1.5 0-2-1-1.7-2.4l.7-2.6H4.8c-1 0-1.6-.9-1.3-1.9L5 5c.2-.6.7-1 1.3-1zM16.5 4v7.5',
  'thumb-up': 'M6 16V8.5l3.5-5.5c1.5 0 2 1 1.7 2.4L10.5 8h4.7c1 0 1.6.9 1.3 1.9L15 15c-.2.6-.7 1-1.3 1zM3.5 16V8.5',
  trash: 'M4 6h12M8 6V4h4v2M5.5 6l.8 10.5h7.4L14.5 6M8.5 9v4.5M11.5 9v4.5',
  why: 'M10 3a5 5 0 00-2.5 9.3V14h5v-1.7A5 5 0 0010 3zM8 16.8h4',
  zap: 'M11 3L4.5 11.5H10L9 17l6.5-8.5H10z',
} as const;

export type IconName = keyof typeof paths;

/** Always decoration: the control around it carries the name. */
export function Icon({ name }: { readonly name: IconName }): JSX.Element {
  return (
    <svg className="icon" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      <path d={paths[name]} />
    </svg>
  );
}
