// Who the bot is in recorded payloads.

export const SENDER = { botUser: 'U00ROLECALL', botId: 'B00ROLECALL' } as const;
