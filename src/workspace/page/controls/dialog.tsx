// A dialog: the focus stays inside and comes back, the page behind is out of reach (Ariakit's doing).
import { DialogDismiss, Dialog as DialogPopup } from '@ariakit/react';
import { type JSX, type ReactNode, useRef } from 'react';
import { Icon } from '../icons/icon.tsx';

/** A message's tools are hidden until the focus is in their message: then that takes it first. */
function focusBack(element: HTMLElement | null): boolean {
  element?.closest<HTMLElement>('.message')?.focus();
  return true;
}

export interface DialogProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly small?: boolean;
  readonly children: ReactNode;
}

export function Dialog({ title, onClose, small = false, children }: DialogProps): JSX.Element {
  const dialog = useRef<HTMLDivElement>(null);
  return (
    <DialogPopup
      ref={dialog}
      open
      aria-label={title}
      backdrop={<div className="dialog-backdrop" />}
      className={small ? 'dialog dialog-small' : 'dialog'}
      // What stands inside may have taken the focus already.
      autoFocusOnShow={() => dialog.current?.contains(document.activeElement) !== true}
      autoFocusOnHide={focusBack}
      hideOnInteractOutside={false}
      // What fails meanwhile is said above the dialog, and can be dismissed there.
      getPersistentElements={() => document.querySelectorAll('.notices')}
      onClose={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <div className="dialog-head">
        <h2>{title}</h2>
        <DialogDismiss className="icon-button" aria-label="Close">
          <Icon name="close" />
        </DialogDismiss>
      </div>
      {children}
    </DialogPopup>
  );
}
