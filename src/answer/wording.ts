// Every sentence that the bot says of its own. Pure. What it says about a role comes from the notes and stands nowhere here.

import type { MatchSource } from '../search/match.ts';
import type { ChannelMode } from './channel-mode.ts';
import type { DecisionKind, Reason } from './decision.ts';
import type { HelpReply, Notice } from './reply/reply.ts';
import type { AskedWhere, ClosedState } from './reply/team-card.ts';

/** A date as people write it (`22 March 2022`), from ISO 8601; the text itself where it is no date. */
export function formatDate(iso: string): string {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return iso;
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(date);
}

/** A date without its year, for what happened lately: `3 Oct`. */
export function formatShortDate(iso: string): string {
  return new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' }).format(new Date(iso));
}

/** An age in the largest unit that fits: `8 months`, `4 years`. */
export function formatAge(days: number): string {
  if (days < 60) return count(days, 'day');
  return days < 730 ? count(Math.floor(days / 30.44), 'month') : count(Math.floor(days / 365.25), 'year');
}

function count(many: number, unit: string): string {
  return `${many} ${unit}${many === 1 ? '' : 's'}`;
}

export const decisionNames: Readonly<Record<DecisionKind, string>> = {
  answer: 'Answered',
  suggest: 'Suggested',
  uncovered: 'Not in the notes',
  silent: 'Left alone',
};

export const reasons: Readonly<Record<Reason, string>> = {
  matched: 'The notes answer this question.',
  'matched-some': 'The notes answer part of this message.',
  'probably-among-these': 'No answer is certain enough, but the right one is probably among the best matches.',
  'not-in-notes': 'The notes do not answer this question.',
  'not-certain-enough': 'The best match is not certain enough to speak up in a channel.',
  'matched-statement': 'It does not clearly ask, but the notes match it well.',
  'suggested-lately':
    'The right answer is probably among the best matches, but this person got a suggestion within ten minutes.',
  'suggestions-unwanted':
    'The right answer is probably among the best matches, but this person passed over the last two suggestions: none for a week.',
  'suggestions-stopped': 'The right answer is probably among the best matches, but this person wants no suggestions.',
  'suggestions-off':
    'The right answer is probably among the best matches, but suggestions are switched off in this channel.',
  'too-late-to-suggest':
    'The right answer is probably among the best matches, but the message came too long ago to suggest it.',
  'asks-nothing': 'It does not read as a question.',
  'addresses-somebody-else': 'It speaks to somebody else.',
  'team-member': 'The team answers for itself: a team member wrote it.',
  'channel-is-off': 'The bot is switched off in this channel.',
  'channel-answers-mentions-only': 'In this channel the bot answers only when it is mentioned.',
  'not-a-follow-up': 'It is a reply in a thread in which the bot has not answered this person.',
  'sent-to-channel-too': 'It is a reply that was also sent to the channel.',
  'too-many-questions': 'More than five questions in a minute from one person.',
  'already-answered-here': 'The same answer stands in this thread already.',
  'answered-by-person': 'Somebody has answered it in the thread.',
  'no-notes': 'There are no notes to answer from.',
};

export const notices: Readonly<Record<Notice, string>> = {
  'too-many-questions':
    'That was more than five questions in a minute, so I left some alone. Ask again in a moment, or look through the notes on my Home tab.',
  'team-member':
    'I leave questions from the team alone, so that you can talk in peace. Mention me if you want the answer from the notes. I say this only once.',
  'team-only': 'Only the team can do this. Ask in the channel, and they will see it.',
  'not-yours': 'Only the person who asked, or the team, can choose here.',
  'not-in-channel': 'I am not in this channel, so I cannot post here. Invite me with `/invite` and try again.',
  'something-went-wrong': 'Something went wrong on my side, and it is in the log. Please try again.',
};

export const buttons = {
  helpful: 'Helpful',
  notWhatIAsked: 'Not what I asked',
  askTeam: 'Ask the team',
  remove: 'Remove',
  keep: 'Keep',
  share: 'Share in channel',
  showThisInstead: 'Show this instead',
} as const;

export const replies = {
  readFullPost: 'Read the full post',
  youAsked: (question: string) => `You asked: “${question}”`,
  leftOut: (characters: number) => `The post has ${characters.toLocaleString('en-GB')} characters more on this.`,
  stale: (days: number) => `This note is ${formatAge(days)} old.`,
  closed: 'This role is closed. What the notes said while it was open:',
  notCovered: (question: string) => `The notes do not answer this: “${question}”`,
  answeredAbove: 'Answered above in this thread:',
  notInNotes: 'The notes do not answer this.',
  notInNotesAskTeam: 'The notes do not answer this. You can pass it on to the team.',
  noNotesYet: 'There are no notes to answer from yet.',
  suggest: 'I am not sure which of these you mean:',
  suggestFor: (question: string) => `About “${question}” I am not sure which of these you mean:`,
  perhaps: (question: string) => `About “${question}” I am not sure. Perhaps:`,
  sharedBy: (name: string) => `${name} shared this from the notes.`,
  shared: 'Shared in the channel.',
  gone: 'This answer is no longer in the notes.',
  removeTitle: 'Remove this reply?',
  removeQuestion: 'It goes for everybody in the channel.',
  updated: (iso: string) => `updated ${formatShortDate(iso)}`,
  told: 'You asked to be told: the notes answer this now.',
  late: 'I was away when this was asked, so the answer comes late.',
  linkedBy: (name: string) => `${name} linked this from the notes.`,
} as const;

/** Quiet suggestions: what the asker alone reads. */
export const suggestions = {
  lead: 'Perhaps the notes answer this. Only you see it.',
  gone: 'no longer in the notes',
  none: 'None of these',
  stop: 'Stop suggesting',
  again: 'Suggest again',
  post: 'Post in the thread',
  back: 'Back',
  onlyYou: 'Only you see this answer.',
  refused: 'Thank you. The notes do not answer it, then.',
  refusedAskTeam: 'Thank you. The notes do not answer it, then. You can pass it on to the team.',
  posted: (link: string) => `Posted in the thread${link === '' ? '.' : `: ${link}`}`,
  stopped: 'I will suggest nothing more to you. Mention me whenever you want to know.',
  startedAgain: 'I will suggest answers to you again.',
  seePosted: 'see the answer',
  unpressable: {
    gone: 'I do not know this suggestion any more. Mention me with your question.',
    'not-yours': 'This suggestion is not yours.',
    'question-gone': 'Your question has been deleted, so there is nothing to answer.',
    'question-edited': 'You have edited your question since. Mention me if it still waits for an answer.',
    'entry-gone': 'This answer is no longer in the notes.',
  },
  answered: (link: string) => `Somebody has answered meanwhile${link === '' ? '.' : `: ${link}`}`,
} as const;

/** Wordings that askers have chosen an answer for: what the team reads. */
export const offers = {
  title: '*Wordings to look at*',
  intro:
    'People chose these answers for questions in their own words. A wording that you accept finds its answer from then on.',
  finds: (wording: string, link: string) => `“${wording}”\nfinds: ${link}`,
  entryGone: 'an answer that is no longer in the notes',
  accept: 'Accept',
  edit: 'Edit',
  refuse: 'Refuse',
  accepted: (name: string, wording: string) => `Accepted by ${name}: “${wording}”`,
  refused: (name: string, wording: string) => `Refused by ${name}: “${wording}”`,
  none: 'Every wording has been looked at.',
  more: (count: number) => `… and ${count} more; the first make room as you decide.`,
  editTitle: 'Edit the wording',
  wording: 'Wording',
  save: 'Accept',
  outcomes: {
    accepted: 'Accepted: the next one who asks like this gets this answer.',
    refused: 'Refused.',
    'team-only': 'Only the team can decide about wordings.',
    gone: 'I do not know this wording any more.',
    'decided-already': 'Somebody in the team was quicker.',
    'entry-gone': 'This answer is no longer in the notes, so no wording can find it. Refuse it.',
    'nothing-to-learn': 'That finds the answer already, or nothing is left of it to learn.',
  },
} as const;

/** What one person hears after pressing a button under a reply. */
export const votes = {
  helpful: 'Thank you: that helps the team to see what works.',
  notWhatIAsked: 'Thank you, noted. Nobody else sees your vote.',
  nextMatches: 'Next, the notes would have answered one of these:',
  nextMatchesForAsker: 'Next, the notes would have answered one of these. One click puts it in the reply’s place:',
  noNextMatch: 'The notes have no other answer that comes close.',
  replaced: (question: string) => `The reply now answers: “${question}”`,
  removed: 'The reply is gone.',
  unknownReply: 'This reply is no longer mine to change.',
} as const;

/** What is said to the team, and for it. Names and questions come in escaped. */
export const teamWords = {
  askedBy: (name: string) => `*${name} asks the team*`,
  proposedFor: (name: string) => `*Draft: a reply to ${name}*`,
  somebody: 'Somebody',
  where: {
    channel: 'See the question',
    direct: 'asked in a direct message',
    command: 'asked privately, with the slash command',
  } satisfies Record<AskedWhere, string>,
  link: 'Link an answer',
  write: 'Write an answer',
  decline: 'Not for us',
  post: 'Post',
  other: 'Other match',
  leave: 'Leave it',
  forget: 'Forget',
  tellMe: 'Tell me when this is answered',
  closed: {
    linked: (name: string, link: string) => `Answered by ${name}: ${link}`,
    written: (name: string) => `Answered by ${name} in their own words.`,
    declined: (name: string) => `Not for us, says ${name}.`,
    posted: (name: string) => `Posted by ${name}.`,
    left: (name: string) => `Left alone by ${name}.`,
    deleted: () => 'The question was deleted. There is nothing left to answer.',
    edited: () => 'The question was edited, and this draft no longer fits it.',
  } satisfies Record<ClosedState, (name: string, link: string) => string>,
  edited: 'The question was edited. This is how it reads now.',
  editedProposal: 'The question was edited. This is how it reads now, with the reply that fits it.',
  remembered: (wording: string) => `Remembered for next time: “${wording}”`,
  forgotten: 'Forgotten: this wording no longer finds the answer.',
  forgottenAlready: 'This wording has been forgotten already.',
  passedOn: 'Passed on to the team. The answer will come here.',
  passedOnPrivately: 'Passed on to the team. The answer will come to you in a direct message.',
  passedOnAlready: 'The team has this question already. The answer will come here.',
  noTeam: 'There is no team channel to pass this on to.',
  subscribed: 'I will come back here as soon as the notes answer this.',
  writtenBy: (name: string) => `${name} answered this for the team. It is not from the notes.`,
  declinedHere: 'The team has seen this question and cannot answer it here.',
  closedAlready: 'This question is closed: somebody in the team was quicker, or it was edited meanwhile.',
  gone: 'I do not know this question any more.',
  entryGone: 'This answer is no longer in the notes. Choose another one.',
} as const;

/** The modals of *Answer from the notes* and *Write an answer*. Titles and buttons: 24 characters at most. */
export const linking = {
  title: 'Answer from the notes',
  writeTitle: 'Write an answer',
  post: 'Post',
  close: 'Close',
  loading: 'One moment …',
  posting: 'Posting …',
  asked: (name: string) => `*${name} asked*`,
  offered: 'Best matches',
  other: 'Or another question',
  otherHint: 'Type to search all questions',
  preview: 'What will be posted',
  nothingChosen: 'Choose a question, and its answer is shown here.',
  sentence: 'A sentence of your own',
  sentenceHint: 'Plain text, above the answer',
  remember: 'Remember this wording',
  rememberOption: 'The next one who asks like this gets this answer',
  wording: 'Wording to remember',
  wordingHint: 'Without names, addresses, links and long numbers; 300 characters at most.',
  wordingMissing: 'Write the wording to remember, or untick the box above.',
  text: 'Your answer',
  textHint: 'It is posted as plain text with your name, not as something from the notes.',
  posted: (link: string) => `Posted in the thread: ${link}`,
  postedReply: 'see the reply',
  writtenPosted: 'Posted in the thread.',
  learning: 'Learning the wording …',
  notRemembered: 'No new wording was learned.',
  problems: {
    'team-only': 'Only the team can answer from the notes. Ask in the channel, and they will see it.',
    'own-message': 'This is my own message. Choose the message that asks something.',
    'app-message': 'An app wrote this message, and nobody waits for an answer. Choose a message that a person wrote.',
    'no-message': 'There is no question in this line. Choose a message that a person wrote.',
    'no-notes': 'There are no notes to answer from yet.',
    gone: 'This window has been open too long. Close it, and choose the shortcut again.',
    'entry-gone': 'This answer is no longer in the notes. Choose another one.',
    'linked-already': 'This answer has been linked to this message already.',
    'closed-already': 'This question is closed: somebody in the team was quicker, or it was edited meanwhile.',
    'question-gone': 'The question has been deleted, so there is nothing to answer.',
    'something-went-wrong': 'Something went wrong on my side, and it is in the log. Please try again.',
  },
  notInChannel: 'I am not in this channel, so I cannot post there yet. Type `/invite @rolecall` in it, then post.',
  notVisible: 'I cannot post in this conversation: it is between other people, or I have not been invited.',
  archived: 'This channel is archived: nobody can post there.',
  unreachable: 'Slack did not say whether the answer was posted. Look into the thread before you try again.',
  refused: (code: string) => `Slack refused to post the answer (${code}). Try again in a moment.`,
} as const;

/** What the slash command's subcommands say. */
export const commands = {
  listTitle: 'Every question that the notes answer',
  page: (page: number, pages: number, questions: number) =>
    `${pages === 1 ? '' : `Page ${page} of ${pages} · `}${formatCount(questions, 'question')}`,
  previous: 'Previous',
  next: 'Next',
  unansweredTitle: 'What people asked and the notes do not answer',
  unansweredNone: 'Nothing is unanswered at the moment.',
  askedLast: (times: number, iso: string) =>
    `asked ${times === 1 ? 'once' : `${times} times`}, last on ${formatDate(iso)}`,
  more: (groups: number) => `… and ${groups} more.`,
  reloaded: (entries: number, posts: number) =>
    `Read ${formatCount(entries, 'question')} from ${formatCount(posts, 'note')}.`,
  noFaults: 'Nothing is wrong with them.',
  faults: (count: number) => `${formatCount(count, 'fault')} to mend:`,
  statsTitle: (days: number) => `The last ${days} days`,
  stats: {
    answer: 'answered',
    suggest: 'suggested questions',
    uncovered: 'not in the notes',
    silent: 'left alone',
  } satisfies Record<DecisionKind, string>,
  votes: (helpful: number, other: number) => `Votes: ${helpful} helpful, ${other} not what was asked`,
  forgotten:
    'Done. Your questions, what I decided about them, your votes and promises, and wordings learned from you are gone from my memory. What stands in Slack stays there until you delete it.',
} as const;

/** The modal of a channel's settings. */
export const settings = {
  title: 'Settings',
  save: 'Save',
  close: 'Close',
  channel: (channel: string) => `How I behave in ${channel}:`,
  label: 'Mode',
  modes: {
    auto: ['Answer by myself', 'I answer what the notes answer for certain, and stay quiet otherwise.'],
    draft: ['Propose to the team', 'I bring each reply to the team, who posts it with one click.'],
    mention: ['Only when mentioned', 'I answer only those who mention me.'],
    off: ['Off', 'I never answer here. The slash command still answers privately.'],
  } satisfies Record<ChannelMode, readonly [string, string]>,
  saved: (channel: string, mode: string) => `Saved. In ${channel} it is now: *${mode}*.`,
  suggestions: 'Quiet suggestions',
  suggestionsOption: 'Where I am not sure, show the asker alone what may answer it',
  withoutSuggestions: 'I suggest nothing there.',
  notes: 'Answer from',
  notesHint: 'Folders and notes that answer in this channel. Empty: all of them.',
  allNotes: 'All notes',
  answeredFrom: (notes: string) => `It is answered from ${notes}.`,
  notHere: 'Settings belong to a channel. Type this in the channel that you mean.',
} as const;

/** What the bot tells privately to whoever invited it to a channel. */
export function invited(mode: ChannelMode, command: string): string {
  const modes: Readonly<Record<ChannelMode, string>> = {
    auto: 'I answer questions here by myself where the team’s notes answer them for certain, in the thread, word for word. Where I am less sure I show the asker, and nobody else, what may answer it; I leave everything else alone.',
    draft: 'Where the team’s notes answer a question here, I bring the reply to the team, who posts it with one click.',
    mention: 'I answer here only when somebody mentions me.',
    off: 'I am switched off here: I never answer.',
  };
  return `Thank you for the invitation. ${modes[mode]} The team can change that with \`${command} settings\`; \`${command} list\` shows what the notes answer. Only you see this.`;
}

/** App Home. */
export const home = {
  title: 'Questions and answers',
  intro: 'Everything that the notes answer. Ask me in a channel, or write to me here.',
  search: 'Search the questions',
  searchHint: 'A few letters are enough, typing errors too',
  found: (questions: number, typed: string) => `${formatCount(questions, 'question')} for “${typed}”`,
  foundNone: (typed: string) =>
    `No question comes close to “${typed}”. Ask it in a channel: the team sees what the notes do not answer.`,
  none: 'There are no notes yet.',
  showAnswer: 'Show the answer',
  answerTitle: 'From the notes',
  team: 'For the team',
  unanswered: '*Not answered by the notes*',
  helpful: (percent: number, votes: number) =>
    `*Helpful*: ${percent}% of ${formatCount(votes, 'vote')} in the last 30 days`,
  noVotes: '*Helpful*: nobody has voted in the last 30 days',
  notes: (posts: number, entries: number, phrasings: number) =>
    `*Notes*: ${formatCount(posts, 'note')}, ${formatCount(entries, 'question')}, ${formatCount(phrasings, 'phrasing')}`,
  reading: {
    words: 'Questions are read by their words. Reading by meaning is off or not ready yet.',
    'words-and-meaning': 'Questions are read by their words and their meaning.',
  },
  stopped: 'You wanted no quiet suggestions.',
  learned: '*Learned in Slack*',
  learnedFor: (wording: string, question: string) => `“${wording}” finds: ${question}`,
} as const;

/** Previews of links to the notes. */
export const unfurls = {
  questions: (count: number) => `${formatCount(count, 'question')} answered there:`,
} as const;

/** *Why this answer?* */
export const why = {
  title: 'Why this answer?',
  unknown:
    'I have nothing on this message: it came before I was here, in a place that I do not read, or it is too long ago.',
  wouldBe: 'With these words in a channel, I would decide now:',
  shared: 'Somebody shared this answer in the channel by hand.',
  chosen: 'Somebody chose this answer among those that I had suggested. What I had decided:',
  replaced: 'Somebody has put another answer in its place since. What I had decided:',
  linked: (name: string) => `${name} linked this answer by hand. About the question itself I had decided:`,
  question: (text: string) => `“${text}”`,
  closest: (link: string) => `Closest in the notes: ${link}`,
  words: (words: string) => `Words in common: ${words}`,
  noWords: 'They have no word in common.',
  source: {
    question: (text: string) => `It was found by its heading: “${text}”`,
    phrasing: (text: string) => `It was found by a phrasing: “${text}”`,
    passage: (text: string) => `It was found by a passage of the answer: “${text}”`,
  } satisfies Record<MatchSource['kind'], (text: string) => string>,
  readAs: (typed: string, word: string) => `“${typed}” was read as “${word}”`,
  shares: (words: number, meaning: number | null) =>
    meaning === null ? 'Read by words alone.' : `Ranked ${words}% by words, ${meaning}% by meaning.`,
  confidence: (percent: number) => `${percent}% certain`,
  teach: 'Make this wording find that answer',
  taught: (question: string) => `From now on this wording finds: ${question}`,
  knownAlready: 'This wording finds that answer already, or nothing is left of it to learn.',
} as const;

/** `1 question`, `2 questions`. */
export function formatCount(count: number, noun: string): string {
  return `${count.toLocaleString('en-GB')} ${noun}${count === 1 ? '' : 's'}`;
}

/** The help, as lines: what the bot does, and how to ask. */
export function helpLines({
  command,
  isTeamMember,
  example,
}: Pick<HelpReply, 'command' | 'isTeamMember' | 'example'>): readonly string[] {
  const lines = [
    'I answer questions about this role from the team’s published notes, word for word, with a link to the post.',
    'Ask in the channel, mention me in a thread, or write to me directly. What the notes do not say, I do not know.',
    `\`${command} ${example ?? 'your question'}\` answers privately; you can share the answer in the channel.`,
  ];
  const list = `\`${command} list\` shows every question that the notes answer; \`${command} forget-me\` removes what I keep about you.`;
  const team = `For the team: \`${command} unanswered\`, \`${command} settings\`, \`${command} stats\`, \`${command} reload\`.`;
  return isTeamMember ? [...lines, list, team] : [...lines, list];
}
