// The three dots of Block Kit: a menu of options, some of which are links.
import type { Overflow } from '@slack/types';
import type { JSX } from 'react';
import { Icon } from '../icons/icon.tsx';
import { toSafeUrl } from '../text/safe-url.ts';
import { toPlain } from '../text/to-plain.ts';
import type { ControlProps } from './control-props.ts';
import { Menu } from './menu.tsx';
import { useElement } from './use-element.ts';

export function OverflowControl(props: ControlProps<Overflow>): JSX.Element {
  const { press } = useElement(props);
  return (
    <Menu
      label="More actions"
      className="button button-icon"
      trigger={<Icon name="more" />}
      items={props.element.options.map((option, index) => ({
        id: option.value ?? String(index),
        label: toPlain(option.text.text),
        ...(option.description === undefined ? {} : { hint: toPlain(option.description.text) }),
        onChoose: () => {
          const url = option.url === undefined ? null : toSafeUrl(option.url);
          if (url !== null) window.open(url, '_blank', 'noopener,noreferrer');
          press({ selected_option: option });
        },
      }))}
    />
  );
}
