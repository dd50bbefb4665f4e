// Keeps a popup in the browser's top layer beside what opened it, inside the window, nothing cut off. Edge.
import { type RefObject, useLayoutEffect } from 'react';

const gap = 4;
const margin = 8;
const narrowest = 200;

function place(anchor: HTMLElement, popup: HTMLElement, align: 'start' | 'end'): void {
  const around = anchor.getBoundingClientRect();
  popup.style.minWidth = `${Math.max(narrowest, Math.min(around.width, window.innerWidth - 2 * margin))}px`;
  const { width, height } = popup.getBoundingClientRect();
  const below = window.innerHeight - around.bottom - gap - margin;
  const above = around.top - gap - margin;
  const downward = height <= below || below >= above;
  const left = align === 'start' ? around.left : around.right - width;
  popup.style.maxHeight = `${Math.max(96, Math.floor(downward ? below : above))}px`;
  popup.style.top = downward ? `${around.bottom + gap}px` : `${Math.max(margin, around.top - gap - height)}px`;
  popup.style.left = `${Math.max(margin, Math.min(left, window.innerWidth - width - margin))}px`;
}

/** Shows `popup` (an element with `popover="manual"`) as long as it is drawn, and follows its anchor. */
export function usePopup(
  anchor: RefObject<HTMLElement | null>,
  popup: RefObject<HTMLElement | null>,
  open: boolean,
  align: 'start' | 'end' = 'start',
): void {
  useLayoutEffect(() => {
    const [from, shown] = [anchor.current, popup.current];
    if (!open || from === null || shown === null) return;
    shown.showPopover();
    const follow = (): void => {
      shown.style.maxHeight = '';
      place(from, shown, align);
    };
    follow();
    const observer = new ResizeObserver(follow);
    for (const child of shown.children) observer.observe(child);
    window.addEventListener('resize', follow);
    window.addEventListener('scroll', follow, { capture: true, passive: true });
    return () => {
      observer.disconnect();
      window.removeEventListener('resize', follow);
      window.removeEventListener('scroll', follow, { capture: true });
    };
  }, [anchor, popup, open, align]);
}
