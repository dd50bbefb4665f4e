// The names that Slack carries back when somebody presses something. Edge.

export const actionIds = {
  helpful: 'vote_helpful',
  notWhatIAsked: 'vote_not_what_i_asked',
  feedback: 'feedback',
  voteReason: 'vote_reason',
  askTeam: 'ask_team',
  remove: 'remove_reply',
  share: 'share_answer',
  suggestion: 'choose_suggestion',
  showSuggested: 'show_suggested',
  showSuggestions: 'show_suggestions',
  postSuggested: 'post_suggested',
  refuseSuggestions: 'refuse_suggestions',
  passSuggestionOn: 'pass_suggestion_on',
  stopSuggesting: 'stop_suggesting',
  suggestAgain: 'suggest_again',
  acceptWording: 'accept_wording',
  editWording: 'edit_wording',
  refuseWording: 'refuse_wording',
  linkUnanswered: 'link_unanswered',
  writeUnanswered: 'write_unanswered',
  putAside: 'put_aside',
  takeUnanswered: 'take_unanswered',
  giveBackUnanswered: 'give_back_unanswered',
  keepDraft: 'keep_draft',
  keepCorrection: 'keep_correction',
  dropDraft: 'drop_draft',
  editDraft: 'edit_draft',
  decideDraft: 'decide_draft',
  stillRight: 'still_right',
  editReviewed: 'edit_reviewed',
  showReviewed: 'show_reviewed',
  suggestions: 'channel_suggestions',
  reactions: 'channel_reactions',
  replaceReply: 'replace_reply',
  listPage: 'list_page',
  homePage: 'home_page',
  homeSearch: 'home_search',
  forgetMe: 'forget_me',
  figures: 'show_figures',
  homeForget: 'home_forget',
  homeSuggestAgain: 'home_suggest_again',
  showAnswer: 'show_answer',
  teach: 'teach_wording',
  mode: 'channel_mode',
  notes: 'channel_notes',
  linkQuestion: 'link_question',
  writeAnswer: 'write_answer',
  declineQuestion: 'decline_question',
  postProposal: 'post_proposal',
  otherMatch: 'other_match',
  leaveProposal: 'leave_proposal',
  tellMe: 'tell_me',
  forget: 'forget_phrasing',
  offeredEntry: 'offered_entry',
  otherEntry: 'other_entry',
  hoursLive: 'hours_live',
  hoursTake: 'hours_take',
  hoursRemove: 'hours_remove',
  hoursLink: 'hours_link',
  hoursSkip: 'hours_skip',
  hoursEdit: 'hours_edit',
  hoursReopen: 'hours_reopen',
  askNameless: 'ask_nameless',
  offerNameless: 'offer_nameless',
} as const;

/** The names of shortcuts and modals. Those of shortcuts stand in `manifest.yml` too. */
export const callbackIds = {
  writeUnanswered: 'write_unanswered',
  saveSettings: 'save_settings',
  whyThisAnswer: 'why_this_answer',
  answerFromNotes: 'answer_from_notes',
  linkAnswer: 'link_answer',
  writeAnswer: 'write_answer',
  editWording: 'edit_wording',
  editDraft: 'edit_draft',
  editReviewed: 'edit_reviewed',
  hoursLive: 'hours_live',
  hoursEdit: 'hours_edit',
  askNameless: 'ask_nameless',
} as const;

/** One message may hold several buttons of a kind: Slack wants their ids apart within a block. */
export function numbered(actionId: string, place: number): string {
  return `${actionId}:${place}`;
}

/** Matches an action id with or without its number. */
export function anyOf(actionId: string): RegExp {
  return new RegExp(`^${actionId}(?::\\d+)?$`);
}

/** The number behind an action id; 0 where there is none. */
export function toNumber(actionId: string): number {
  return Number(/:(\d+)$/.exec(actionId)?.[1] ?? 0);
}
