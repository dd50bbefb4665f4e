// One modal of the bot: blocks, submit, close, and errors at their fields.
import { type FormEvent, type JSX, useEffect, useMemo, useRef, useState } from 'react';
import type { View } from '../../page-api.ts';
import { BlockForm } from '../blocks/block-list.tsx';
import { useControlState } from '../blocks/use-control-state.ts';
import { Dialog } from '../controls/dialog.tsx';
import { useWorkspace } from '../state/workspace-context.ts';

export interface ModalViewProps {
  readonly view: View;
  /** How many modals are open, this one included. */
  readonly depth: number;
}

const noErrors: Readonly<Record<string, string>> = {};

/** The form of one step. Keyed by the view's id: a pushed step begins with empty inputs, an updated one keeps them. */
function ModalForm({ view, onClose }: { readonly view: View; readonly onClose: () => void }): JSX.Element {
  const { call } = useWorkspace();
  const [errors, setErrors] = useState(noErrors);
  const [sending, setSending] = useState(false);
  const body = useRef<HTMLDivElement>(null);
  const place = useMemo(() => ({ kind: 'view' as const, viewId: view.id }), [view.id]);
  const form = useControlState(place, errors);

  const hadFields = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the hash changes with what the view shows.
  useEffect(() => {
    const first = body.current?.querySelector<HTMLElement>('input, textarea') ?? null;
    // A view may open while the bot still looks things up: the focus goes to its first field when that is there.
    if (first !== null && !hadFields.current) first.focus();
    hadFields.current = first !== null;
    // The control that had the focus may be gone: then it must not be lost to the page behind.
    const dialog = body.current?.closest('[role="dialog"]');
    if (document.activeElement === document.body) dialog?.querySelector('button')?.focus();
  }, [view.hash]);
  useEffect(() => {
    if (errors !== noErrors) body.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [errors]);

  const onSubmit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (sending) return;
    setSending(true);
    const answer = await call('submit', { viewId: view.id, state: form.controls.entered });
    setSending(false);
    setErrors(answer.ok && Object.keys(answer.errors).length > 0 ? answer.errors : noErrors);
  };

  return (
    <form className="modal-form" noValidate onSubmit={(event) => void onSubmit(event)}>
      <div ref={body} className="dialog-body">
        <BlockForm form={form} blocks={view.blocks} />
      </div>
      <div className="dialog-foot">
        <p role="status" className="only-read">
          {Object.keys(errors).length > 0 ? 'Some fields need another look.' : ''}
        </p>
        <button type="button" className="button" onClick={onClose}>
          {view.close}
        </button>
        {view.submit !== null && (
          <button type="submit" className="button primary" aria-busy={sending}>
            {view.submit}
          </button>
        )}
      </div>
    </form>
  );
}

export function ModalView({ view, depth }: ModalViewProps): JSX.Element {
  const { call } = useWorkspace();
  return (
    <Dialog title={view.title} onClose={() => void call('close', { viewId: view.id, all: true })}>
      <ModalForm key={view.id} view={view} onClose={() => void call('close', { viewId: view.id, all: depth === 1 })} />
    </Dialog>
  );
}
