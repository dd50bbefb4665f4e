// How the bot behaves in a channel. Pure.

export const channelModes = ['auto', 'draft', 'mention', 'off'] as const;

/** `auto`: answers by itself; `draft`: proposes to the team; `mention`: only when named; `off`: never. */
export type ChannelMode = (typeof channelModes)[number];
