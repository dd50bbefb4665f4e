// The modal in which the team sets a channel's mode. Edge.
import type { InputBlock, ModalView, PlainTextOption } from '@slack/types';
import { z } from 'zod';
import { type ChannelMode, channelModes } from '../../answer/channel-mode.ts';
import { settings } from '../../answer/wording.ts';
import { actionIds, callbackIds } from '../action-ids.ts';
import { toSection } from '../answer/answer-blocks.ts';

const metadata = z.object({ channel: z.string().regex(/^[CG][A-Z0-9]+$/) });
const modeBlock = 'mode';

/** Slack has no settings for direct messages: only channels and groups. */
export function isChannelId(channel: string): boolean {
  return metadata.safeParse({ channel }).success;
}

export function toSettingsModal(channel: string, mode: ChannelMode): ModalView {
  return {
    type: 'modal',
    callback_id: callbackIds.saveSettings,
    private_metadata: JSON.stringify({ channel }),
    title: { type: 'plain_text', text: settings.title },
    submit: { type: 'plain_text', text: settings.save },
    close: { type: 'plain_text', text: settings.close },
    blocks: [toSection(settings.channel(`<#${channel}>`)), toModeInput(mode)],
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

export function toSavedText(channel: string, mode: ChannelMode): string {
  return settings.saved(`<#${channel}>`, settings.modes[mode][0]);
}

/** What was chosen for which channel; null for anything that `toSettingsModal` did not make. */
export function parseSettings(view: {
  readonly private_metadata: string;
  readonly state: { readonly values: Readonly<Record<string, Readonly<Record<string, unknown>>>> };
}): { readonly channel: string; readonly mode: ChannelMode } | null {
  const chosen = view.state.values[modeBlock]?.[actionIds.mode] as
    | { readonly selected_option?: { readonly value?: string } | null }
    | undefined;
  const mode = channelModes.find((known) => known === chosen?.selected_option?.value);
  try {
    return mode === undefined ? null : { ...metadata.parse(JSON.parse(view.private_metadata)), mode };
  } catch {
    return null;
  }
}
