// Where a select's options come from: its own list, people, channels, or the bot. Pure, but for the call to the bot.
import type { MultiSelect, Select } from '@slack/types';
import type { Option, OptionGroup, WorkspaceState } from '../../../page-api.ts';

export interface Offered {
  /** Null: options without a group. */
  readonly label: string | null;
  readonly options: readonly Option[];
}

export function toOption(value: string, text: string): Option {
  return { text: { type: 'plain_text', text }, value };
}

function matches(option: Option, typed: string): boolean {
  return option.text.text.toLowerCase().includes(typed.trim().toLowerCase());
}

/** The groups with the options that contain what was typed; empty groups are left out. */
export function filterOffered(offered: readonly Offered[], typed: string): readonly Offered[] {
  return offered
    .map((group) => ({ ...group, options: group.options.filter((option) => matches(option, typed)) }))
    .filter((group) => group.options.length > 0);
}

export function toOffered(options: readonly Option[], groups: readonly OptionGroup[]): readonly Offered[] {
  const loose: readonly Offered[] = options.length === 0 ? [] : [{ label: null, options }];
  return [...loose, ...groups.map((group) => ({ label: group.label.text, options: group.options }))];
}

/** What the select itself knows; null where the bot has to be asked. */
export function readOwnOptions(element: Select | MultiSelect, workspace: WorkspaceState): readonly Offered[] | null {
  switch (element.type) {
    case 'static_select':
    case 'multi_static_select':
      return toOffered(element.options ?? [], element.option_groups ?? []);
    case 'users_select':
    case 'multi_users_select':
      return [{ label: null, options: workspace.users.map((user) => toOption(user.id, user.realName)) }];
    case 'conversations_select':
    case 'multi_conversations_select':
    case 'channels_select':
    case 'multi_channels_select': {
      const onlyPublic = element.type.endsWith('channels_select');
      const shown = workspace.channels.filter(({ kind }) => kind === 'public' || (!onlyPublic && kind === 'private'));
      return [{ label: null, options: shown.map((channel) => toOption(channel.id, `#${channel.name}`)) }];
    }
    case 'external_select':
    case 'multi_external_select':
      return null;
  }
}
