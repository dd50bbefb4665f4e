// An input block: label, control, hint, and the error that the bot gave for it.
import type { InputBlock } from '@slack/types';
import { type JSX, useId } from 'react';
import { toPlain } from '../text/to-plain.ts';
import { useControls } from './controls-context.ts';
import { ElementView } from './element-view.tsx';

const groups = new Set(['checkboxes', 'radio_buttons']);

export function InputBlockView({ block }: { readonly block: InputBlock }): JSX.Element {
  const { errors } = useControls();
  const id = useId();
  const blockId = block.block_id ?? '';
  const error = errors[blockId];
  const describedBy = [block.hint !== undefined && `${id}-hint`, error !== undefined && `${id}-error`]
    .filter((part) => part !== false)
    .join(' ');
  const label = (
    <>
      {toPlain(block.label.text)}
      {block.optional === true && <span className="optional"> (optional)</span>}
    </>
  );
  const rest = (
    <>
      <ElementView
        element={block.element}
        blockId={blockId}
        input={{
          id,
          label: toPlain(block.label.text),
          describedBy: describedBy === '' ? undefined : describedBy,
          invalid: error !== undefined,
          optional: block.optional === true,
          dispatches: block.dispatch_action === true,
        }}
      />
      {error !== undefined && (
        <p id={`${id}-error`} className="field-error">
          {error}
        </p>
      )}
      {block.hint !== undefined && (
        <p id={`${id}-hint`} className="field-hint">
          {toPlain(block.hint.text)}
        </p>
      )}
    </>
  );
  if (groups.has(block.element.type))
    return (
      <fieldset className="input-block" aria-describedby={describedBy === '' ? undefined : describedBy}>
        <legend>{label}</legend>
        {rest}
      </fieldset>
    );
  return (
    <div className="input-block">
      <label htmlFor={id}>{label}</label>
      {rest}
    </div>
  );
}
