// The modal in which the team sets a channel's mode. Edge.
import type { InputBlock, ModalView, PlainTextOption } from '@slack/types';
import { z } from 'zod';
import { type ChannelMode, channelModes } from '../../answer/channel-mode.ts';
import { settings } from '../../answer/wording.ts';
import type { NoteScope } from '../../knowledge/note-scope.ts';
import type { ChannelSettings } from '../../use-cases/settings/settings-store.ts';
import { actionIds, callbackIds } from '../action-ids.ts';
import { toSection } from '../answer/answer-blocks.ts';
import { toPlain } from '../blocks/elements.ts';
import { escapeMrkdwn } from '../blocks/mrkdwn.ts';

const metadata = z.object({ channel: z.string().regex(/^[CG][A-Z0-9]+$/) });
const pickedNotes = z
  .object({ selected_options: z.array(z.object({ value: z.string() })).nullish() })
  .transform(({ selected_options }) => (selected_options ?? []).map(({ value }) => value));
const modeBlock = 'mode';
const suggestionsBlock = 'suggestions';
const reactionsBlock = 'reactions';
const notesBlock = 'notes';
/** Longest value of an option. https://docs.slack.dev/reference/block-kit/composition-objects/option-object */
const longestValue = 150;
/** Longest text of an option: of a longer path the end is shown, which tells it apart. */
const longestLabel = 75;

/** Slack has no settings for direct messages: only channels and groups. */
export function isChannelId(channel: string): boolean {
  return metadata.safeParse({ channel }).success;
}

export function toSettingsModal(channel: string, { mode, suggestsQuietly, reacts, notes }: ChannelSettings): ModalView {
  return {
    type: 'modal',
    callback_id: callbackIds.saveSettings,
    private_metadata: JSON.stringify({ channel }),
    title: { type: 'plain_text', text: settings.title },
    submit: { type: 'plain_text', text: settings.save },
    close: { type: 'plain_text', text: settings.close },
    blocks: [
      toSection(settings.channel(`<#${channel}>`)),
      toModeInput(mode),
      toSwitch(suggestionsBlock, actionIds.suggestions, { ...settings.switches.suggestions, isOn: suggestsQuietly }),
      toSwitch(reactionsBlock, actionIds.reactions, { ...settings.switches.reactions, isOn: reacts }),
      toNotesInput(notes),
    ],
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

function toSwitch(
  blockId: string,
  actionId: string,
  { label, option, isOn }: { readonly label: string; readonly option: string; readonly isOn: boolean },
): InputBlock {
  const options: PlainTextOption[] = [{ value: 'on', text: { type: 'plain_text', text: option } }];
  return {
    type: 'input',
    block_id: blockId,
    optional: true,
    label: { type: 'plain_text', text: label },
    element: { type: 'checkboxes', action_id: actionId, options, ...(isOn ? { initial_options: options } : {}) },
  };
}

function toNotesInput(chosen: NoteScope): InputBlock {
  const options = toNoteOptions(chosen);
  const initial = options.length > 0 ? { initial_options: options } : {};
  return {
    type: 'input',
    block_id: notesBlock,
    optional: true,
    label: { type: 'plain_text', text: settings.notes },
    hint: { type: 'plain_text', text: settings.notesHint },
    element: {
      type: 'multi_external_select',
      action_id: actionIds.notes,
      min_query_length: 0,
      placeholder: { type: 'plain_text', text: settings.allNotes },
      ...initial,
    },
  };
}

/** Folders and notes as options; one whose path is too long for Slack is left out. */
export function toNoteOptions(choices: readonly string[]): PlainTextOption[] {
  return choices
    .filter((choice) => choice.length <= longestValue)
    .map((choice) => ({
      value: choice,
      text: toPlain(choice.length > longestLabel ? `…${choice.slice(1 - longestLabel)}` : choice),
    }));
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

export function toSavedText(channel: string, { mode, suggestsQuietly, reacts, notes }: ChannelSettings): string {
  const sentences = [settings.saved(`<#${channel}>`, settings.modes[mode][0])];
  if (!suggestsQuietly && mode === 'auto') sentences.push(settings.withoutSuggestions);
  if (reacts) sentences.push(settings.withReactions);
  if (notes.length > 0)
    sentences.push(settings.answeredFrom(notes.map((note) => `\`${escapeMrkdwn(note)}\``).join(', ')));
  return sentences.join(' ');
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
  const picked = view.state.values[notesBlock]?.[actionIds.notes];
  const isTicked = (block: string, action: string) => {
    const ticked = view.state.values[block]?.[action] as { readonly selected_options?: readonly unknown[] } | undefined;
    return (ticked?.selected_options?.length ?? 0) > 0;
  };
  const suggestsQuietly = isTicked(suggestionsBlock, actionIds.suggestions);
  const reacts = isTicked(reactionsBlock, actionIds.reactions);
  try {
    if (mode === undefined) return null;
    const notes = pickedNotes.parse(picked ?? {});
    return { ...metadata.parse(JSON.parse(view.private_metadata)), mode, suggestsQuietly, reacts, notes };
  } catch {
    return null;
  }
}
