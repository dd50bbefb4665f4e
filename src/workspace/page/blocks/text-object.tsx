// A text of Block Kit: mrkdwn with its markup, plain text as it stands (emoji names aside).
import type { TextObject } from '@slack/types';
import { type JSX, useMemo } from 'react';
import { parseMrkdwn } from '../text/parse-mrkdwn.ts';
import { TextView } from '../text/text-view.tsx';
import { toPlain } from '../text/to-plain.ts';

export function MrkdwnView({ text }: { readonly text: string }): JSX.Element {
  return <TextView nodes={useMemo(() => parseMrkdwn(text), [text])} />;
}

export function TextObjectView({ text }: { readonly text: TextObject }): JSX.Element {
  if (text.type === 'mrkdwn') return <MrkdwnView text={text.text} />;
  return <p className="plain">{toPlain(text.text)}</p>;
}
