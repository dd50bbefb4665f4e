// Checks a modal or an App Home as Slack does before it shows it. Pure.
// https://docs.slack.dev/reference/views
import { type JsonObject, toObjects } from '../state/json.ts';
import type { BlockFault } from './block-fault.ts';
import { checkBlocks } from './check-blocks.ts';
import { type Check, fault, flag, oneOf, shape, text } from './shape.ts';
import { plainText } from './text-shapes.ts';

const COMMON = {
  private_metadata: text({ min: 0, max: 3000 }),
  callback_id: text({ min: 0, max: 255 }),
  external_id: text({ min: 0, max: 255 }),
};

const VIEWS: Readonly<Record<'modal' | 'home', Check>> = {
  modal: shape(
    { type: oneOf('modal'), title: plainText({ max: 24 }), blocks: anyBlocks },
    {
      ...COMMON,
      submit: plainText({ max: 24 }),
      close: plainText({ max: 24 }),
      clear_on_close: flag,
      notify_on_close: flag,
      submit_disabled: flag,
    },
  ),
  home: shape({ type: oneOf('home'), blocks: anyBlocks }, COMMON),
};

/** Everything Slack would refuse in `view`; none where it is right. Recursive. */
export function checkView(view: JsonObject, type: 'modal' | 'home'): readonly BlockFault[] {
  const shapeFaults = VIEWS[type](view, '/view');
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
  return hasInput && view['submit'] === undefined ? fault('/view', 'missing required field: submit') : [];
}

function anyBlocks(): readonly BlockFault[] {
  return [];
}
