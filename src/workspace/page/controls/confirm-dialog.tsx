// Asks before a control's press goes to the bot, where the bot wants that.
import type { JSX } from 'react';
import { TextObjectView } from '../blocks/text-object.tsx';
import type { PendingPress } from '../blocks/use-control-state.ts';
import { toPlain } from '../text/to-plain.ts';
import { Dialog } from './dialog.tsx';

export interface ConfirmDialogProps {
  readonly pending: PendingPress;
  readonly onClose: () => void;
}

export function ConfirmDialog({ pending, onClose }: ConfirmDialogProps): JSX.Element {
  const { confirm, go } = pending;
  return (
    <Dialog title={toPlain(confirm.title?.text ?? 'Are you sure?')} onClose={onClose} small>
      <div className="dialog-body">
        <TextObjectView text={confirm.text} />
      </div>
      <div className="dialog-foot">
        <button type="button" className="button" onClick={onClose}>
          {toPlain(confirm.deny?.text ?? 'Cancel')}
        </button>
        <button
          type="button"
          className={confirm.style === 'danger' ? 'button danger' : 'button primary'}
          onClick={() => {
            onClose();
            go();
          }}
        >
          {toPlain(confirm.confirm?.text ?? 'Yes')}
        </button>
      </div>
    </Dialog>
  );
}
