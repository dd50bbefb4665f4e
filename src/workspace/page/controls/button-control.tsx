// Buttons of Block Kit: plain, with a link, as feedback, as an icon.
import type { Button, FeedbackButtons, IconButton, WorkflowButton } from '@slack/types';
import type { JSX } from 'react';
import { Icon } from '../icons/icon.tsx';
import { toSafeUrl } from '../text/safe-url.ts';
import { toPlain } from '../text/to-plain.ts';
import type { ControlProps } from './control-props.ts';
import { useElement } from './use-element.ts';

function toClass(style: Button['style'] | WorkflowButton['style']): string {
  return style === undefined ? 'button' : `button ${style}`;
}

export function ButtonControl(props: ControlProps<Button>): JSX.Element {
  const { element } = props;
  const { press } = useElement(props);
  const url = element.url === undefined ? null : toSafeUrl(element.url);
  const text = toPlain(element.text.text);
  if (url !== null)
    return (
      <a
        className={toClass(element.style)}
        href={url}
        target="_blank"
        rel="noopener noreferrer"
        aria-label={element.accessibility_label}
        onClick={() => press()}
      >
        {text}
      </a>
    );
  return (
    <button
      type="button"
      className={toClass(element.style)}
      aria-label={element.accessibility_label}
      onClick={() => press()}
    >
      {text}
    </button>
  );
}

export function FeedbackControl(props: ControlProps<FeedbackButtons>): JSX.Element {
  const { press } = useElement(props);
  const { positive_button: positive, negative_button: negative } = props.element;
  return (
    <>
      {[positive, negative].map((side) => (
        <button
          key={side.value}
          type="button"
          className="icon-button"
          aria-label={side.accessibility_label ?? toPlain(side.text.text)}
          title={toPlain(side.text.text)}
          onClick={() => press({ value: side.value })}
        >
          <Icon name={side === positive ? 'thumb-up' : 'thumb-down'} />
        </button>
      ))}
    </>
  );
}

export function IconButtonControl(props: ControlProps<IconButton>): JSX.Element {
  const { press } = useElement(props);
  const { icon, text } = props.element;
  return (
    <button
      type="button"
      className="icon-button"
      aria-label={props.element.accessibility_label ?? toPlain(text.text)}
      title={toPlain(text.text)}
      onClick={() => press()}
    >
      {icon === 'trash' ? <Icon name="trash" /> : toPlain(text.text)}
    </button>
  );
}
