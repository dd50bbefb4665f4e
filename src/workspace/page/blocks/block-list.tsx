// The blocks of a message or a view, with the state of their controls around them.
import type { JSX } from 'react';
import type { Block, ControlPlace } from '../../page-api.ts';
import { ConfirmDialog } from '../controls/confirm-dialog.tsx';
import { Guard } from '../shell/guard.tsx';
import { BlockView } from './block-view.tsx';
import { ControlsContext } from './controls-context.ts';
import { type ControlForm, useControlState } from './use-control-state.ts';

export function BlockList({ blocks }: { readonly blocks: readonly Block[] }): JSX.Element {
  return (
    <div className="blocks">
      {blocks.map((block, index) => (
        <Guard
          key={block.block_id ?? index}
          fallback={<p className="not-drawn">A block of the type “{block.type}” could not be drawn.</p>}
        >
          <BlockView block={block} />
        </Guard>
      ))}
    </div>
  );
}

/** Blocks whose controls' state is held outside (a modal needs it to submit). */
export function BlockForm({
  form,
  blocks,
}: {
  readonly form: ControlForm;
  readonly blocks: readonly Block[];
}): JSX.Element {
  return (
    <ControlsContext value={form.controls}>
      <BlockList blocks={blocks} />
      {form.pending !== null && <ConfirmDialog pending={form.pending} onClose={form.clearPending} />}
    </ControlsContext>
  );
}

/** Blocks that hold the state of their controls themselves. */
export function LiveBlocks({
  place,
  blocks,
}: {
  readonly place: ControlPlace;
  readonly blocks: readonly Block[];
}): JSX.Element {
  return <BlockForm form={useControlState(place)} blocks={blocks} />;
}
