// A dialog: the browser's own, so that the focus stays inside and the page behind is out of reach.
import { type JSX, type ReactNode, useId, useLayoutEffect, useRef } from 'react';
import { Icon } from '../icons/icon.tsx';

/** A message's tools are hidden until the focus is in their message: then that takes it first. */
function focusBack(element: HTMLElement): void {
  element.focus();
  if (document.activeElement === element) return;
  element.closest<HTMLElement>('[tabindex]')?.focus();
  element.focus();
}

export interface DialogProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly small?: boolean;
  readonly children: ReactNode;
}

export function Dialog({ title, onClose, small = false, children }: DialogProps): JSX.Element {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();

  // Before the effects of what is inside: a field there takes the focus only once the dialog is shown.
  useLayoutEffect(() => {
    const before = document.activeElement;
    const element = dialog.current;
    element?.showModal();
    return () => {
      element?.close();
      if (before instanceof HTMLElement && before.isConnected) focusBack(before);
    };
  }, []);

  return (
    <dialog
      ref={dialog}
      className={small ? 'dialog dialog-small' : 'dialog'}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onKeyDown={(event) => event.stopPropagation()}
    >
      <div className="dialog-head">
        <h2 id={titleId}>{title}</h2>
        <button type="button" className="icon-button" aria-label="Close" onClick={onClose}>
          <Icon name="close" />
        </button>
      </div>
      {children}
    </dialog>
  );
}
