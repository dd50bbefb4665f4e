// Checks a modal or an App Home as Slack does before it shows it. Pure.
// https://docs.slack.dev/reference/views
import * as z from 'zod/mini';
import { type JsonObject, toObjects } from '../state/json.ts';
import { checkBlocks } from './check-blocks.ts';
import { type BlockFault, findFaults } from './find-faults.ts';
import { flag, shape, text } from './schemas.ts';
import { plainText } from './text-shapes.ts';

/** The blocks are checked by themselves: what a view may hold is not only a matter of their shapes. */
const BLOCKS = { blocks: z.unknown() };
const COMMON = {
  private_metadata: text(3000, 0),
  callback_id: text(255, 0),
  external_id: text(255, 0),
};

const VIEWS = {
  modal: shape(
    'modal',
    { title: plainText(24), ...BLOCKS },
    {
      ...COMMON,
      submit: plainText(24),
      close: plainText(24),
      clear_on_close: flag,
      notify_on_close: flag,
      submit_disabled: flag,
    },
  ),
  home: shape('home', BLOCKS, COMMON),
} as const;

/** Everything Slack would refuse in `view`; none where it is right. */
export function checkView(view: JsonObject, type: 'modal' | 'home'): readonly BlockFault[] {
  const shapeFaults = findFaults(VIEWS[type], view, '/view');
  if (view['blocks'] === undefined) return shapeFaults;
  return [
    ...shapeFaults,
    ...checkBlocks(view['blocks'], type, '/view/blocks'),
    ...(type === 'modal' ? needsSubmit(view) : []),
  ];
}

/** A modal with inputs needs a button to send them. */
function needsSubmit(view: JsonObject): readonly BlockFault[] {
  const hasInput = toObjects(view['blocks']).some((block) => block['type'] === 'input');
  return hasInput && view['submit'] === undefined
    ? [{ pointer: '/view', problem: 'missing required field: submit' }]
    : [];
}
