// The visible modal of the bot: steps replace one another, each with its own inputs.
import type { JSX } from 'react';
import { useWorkspace } from '../state/workspace-context.ts';
import { ModalView } from './modal-view.tsx';

export function ModalStack(): JSX.Element | null {
  const { workspace } = useWorkspace();
  const top = workspace.modals.at(-1);
  return top === undefined ? null : <ModalView depth={workspace.modals.length} view={top} />;
}
