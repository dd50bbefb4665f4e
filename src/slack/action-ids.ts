// The names that Slack carries back when somebody presses something. Edge.

export const actionIds = {
  helpful: 'vote_helpful',
  notWhatIAsked: 'vote_not_what_i_asked',
  askTeam: 'ask_team',
  remove: 'remove_reply',
  share: 'share_answer',
  suggestion: 'choose_suggestion',
  replaceReply: 'replace_reply',
} as const;

/** One message may hold several buttons of a kind: Slack wants their ids apart within a block. */
export function numbered(actionId: string, place: number): string {
  return `${actionId}:${place}`;
}

/** Matches an action id with or without its number. */
export function anyOf(actionId: string): RegExp {
  return new RegExp(`^${actionId}(?::\\d+)?$`);
}
