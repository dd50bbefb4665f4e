// What every popup of the page is given: where it stands, and that nothing covers it or cuts it off. Edge.

/**
 * Shown in the browser's top layer, in its place in the document: with Ariakit's own portal a keyboard would stop at empty
 * guards around the popup, which axe counts as a barrier.
 */
export const popupProps = {
  className: 'popup',
  fixed: true,
  gutter: 4,
  overflowPadding: 8,
  portal: false,
  unmountOnHide: true,
  wrapperProps: { className: 'popup-place', popover: 'manual' },
  ref: (popup: HTMLElement | null): void => popup?.parentElement?.showPopover(),
} as const;
