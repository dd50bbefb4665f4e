// The modal in which the team sets a channel's mode. Edge.
import type { InputBlock, ModalView, PlainTextOption } from '@slack/types';
import { z } from 'zod';
import { type ChannelMode, channelModes } from '../../answer/channel-mode.ts';
import { settings } from '../../answer/wording.ts';
import type { ChannelSettings } from '../../use-cases/settings/settings-store.ts';
import { actionIds, callbackIds } from '../action-ids.ts';
import { toSection } from '../answer/answer-blocks.ts';

const metadata = z.object({ channel: z.string().regex(/^[CG][A-Z0-9]+$/) });
const modeBlock = 'mode';
const suggestionsBlock = 'suggestions';
const onOption: PlainTextOption = { value: 'on', text: { type: 'plain_text', text: settings.suggestionsOption } };

/** Slack has no settings for direct messages: only channels and groups. */
export function isChannelId(channel: string): boolean {
  return metadata.safeParse({ channel }).success;
}

export function toSettingsModal(channel: string, { mode, suggestsQuietly }: ChannelSettings): ModalView {
  return {
    type: 'modal',
    callback_id: callbackIds.saveSettings,
    private_metadata: JSON.stringify({ channel }),
    title: { type: 'plain_text', text: settings.title },
    submit: { type: 'plain_text', text: settings.save },
    close: { type: 'plain_text', text: settings.close },
    blocks: [toSection(settings.channel(`<#${channel}>`)), toModeInput(mode), toSuggestionsInput(suggestsQuietly)],
  };
}

function toModeInput(mode: ChannelMode): InputBlock {
  return {
    type: 'input',
    block_id: modeBlock,
    label: { type: 'plain_text', text: settings.label },
    element: {
      type: 'radio_buttons',
      action_id: actionIds.mode,
      options: channelModes.map(toOption),
      initial_option: toOption(mode),
    },
  };
}

function toSuggestionsInput(isOn: boolean): InputBlock {
  const initial = isOn ? { initial_options: [onOption] } : {};
  return {
    type: 'input',
    block_id: suggestionsBlock,
    optional: true,
    label: { type: 'plain_text', text: settings.suggestions },
    element: { type: 'checkboxes', action_id: actionIds.suggestions, options: [onOption], ...initial },
  };
}

function toOption(mode: ChannelMode): PlainTextOption {
  const [label, description] = settings.modes[mode];
  return {
    value: mode,
    text: { type: 'plain_text', text: label },
    description: { type: 'plain_text', text: description },
  };
}

/** What takes the modal's place after *Save*, or says why nothing was saved. */
export function toSettingsNote(text: string): ModalView {
  return {
    type: 'modal',
    title: { type: 'plain_text', text: settings.title },
    close: { type: 'plain_text', text: settings.close },
    blocks: [toSection(text)],
  };
}

export function toSavedText(channel: string, { mode, suggestsQuietly }: ChannelSettings): string {
  const saved = settings.saved(`<#${channel}>`, settings.modes[mode][0]);
  return suggestsQuietly || mode !== 'auto' ? saved : `${saved}. ${settings.withoutSuggestions}`;
}

/** What was chosen for which channel; null for anything that `toSettingsModal` did not make. */
export function parseSettings(view: {
  readonly private_metadata: string;
  readonly state: { readonly values: Readonly<Record<string, Readonly<Record<string, unknown>>>> };
}): ({ readonly channel: string } & ChannelSettings) | null {
  const chosen = view.state.values[modeBlock]?.[actionIds.mode] as
    | { readonly selected_option?: { readonly value?: string } | null }
    | undefined;
  const mode = channelModes.find((known) => known === chosen?.selected_option?.value);
  const ticked = view.state.values[suggestionsBlock]?.[actionIds.suggestions] as
    | { readonly selected_options?: readonly unknown[] }
    | undefined;
  const suggestsQuietly = (ticked?.selected_options?.length ?? 0) > 0;
  try {
    return mode === undefined ? null : { ...metadata.parse(JSON.parse(view.private_metadata)), mode, suggestsQuietly };
  } catch {
    return null;
  }
}
