// Keeps a list of messages at its end while one reads there, and where one is while one reads further up.
import { type RefObject, useLayoutEffect, useRef, useState } from 'react';
import type { Message } from '../../page-api.ts';

const nearEndPx = 120;

export interface Stick {
  /** True while there are newer messages below than one has seen. */
  readonly behind: boolean;
  readonly toEnd: () => void;
  readonly onScroll: () => void;
}

/** `startsAtEnd` false: the list begins at its top. What the person writes (`ownId`), and what is said to them alone, is always scrolled to. */
export function useStickToEnd(
  list: RefObject<HTMLDivElement | null>,
  last: Message | undefined,
  { startsAtEnd, ownId }: { readonly startsAtEnd: boolean; readonly ownId: string },
): Stick {
  const atEnd = useRef(startsAtEnd);
  const seenTs = useRef(last?.ts);
  const [behind, setBehind] = useState(false);

  const toEnd = (): void => {
    const element = list.current;
    if (element !== null) element.scrollTop = element.scrollHeight;
  };

  useLayoutEffect(() => {
    const element = list.current;
    const content = element?.firstElementChild;
    if (element === null || content === null || content === undefined) return;
    const observer = new ResizeObserver(() => {
      if (atEnd.current) element.scrollTop = element.scrollHeight;
    });
    observer.observe(content);
    observer.observe(element);
    return () => observer.disconnect();
  }, [list]);

  useLayoutEffect(() => {
    if (last === undefined || last.ts === seenTs.current) return;
    seenTs.current = last.ts;
    if (last.userId === ownId || last.ephemeral) atEnd.current = true;
    else if (!atEnd.current) setBehind(true);
  }, [last, ownId]);

  const onScroll = (): void => {
    const element = list.current;
    if (element === null) return;
    atEnd.current = element.scrollHeight - element.scrollTop - element.clientHeight < nearEndPx;
    if (atEnd.current) setBehind(false);
  };

  return { behind, toEnd, onScroll };
}
