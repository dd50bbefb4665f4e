// Every sentence that the bot says of its own, in English: to the team, and in its windows. Pure.
import type { ChannelMode } from '../channel-mode.ts';
import { format } from './english.ts';

const nouns = {
  question: { one: 'question', other: 'questions' },
  note: { one: 'note', other: 'notes' },
  phrasing: { one: 'phrasing', other: 'phrasings' },
  fault: { one: 'fault', other: 'faults' },
  vote: { one: 'vote', other: 'votes' },
};
const { count, date } = format;

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
};

/** What is said to the team, and for it. Names and questions come in escaped. */
export const teamWords = {
  askedBy: (name: string) => `*${name} asks the team*`,
  proposedFor: (name: string) => `*Draft: a reply to ${name}*`,
  somebody: 'Somebody',
  where: {
    channel: 'See the question',
    direct: 'asked in a direct message',
    command: 'asked privately, with the slash command',
  },
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
  },
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
};

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
    'no-message': 'There is no question in this line. Choose a message that a person wrote.',
    'no-notes': 'There are no notes to answer from yet.',
    gone: 'This window has been open too long. Close it, and choose the shortcut again.',
    'nothing-chosen': 'Choose a question first: above, or by typing.',
    'entry-gone': 'This answer is no longer in the notes. Choose another one.',
    'linked-already': 'This answer has been linked to this message already.',
    'closed-already': 'This question is closed: somebody in the team was quicker, or it was edited meanwhile.',
    'question-gone': 'The question has been deleted, so there is nothing to answer.',
    'something-went-wrong': 'Something went wrong on my side, and it is in the log. Please try again.',
  },
  notInChannel: 'I am not in this channel, so I cannot post there yet. Type `/invite @rolecall` in it and try again.',
  notVisible: 'I cannot post in this conversation: it is between other people, or I have not been invited.',
  archived: 'This channel is archived: nobody can post there.',
  unreachable: 'Slack did not say whether the answer was posted. Look into the thread before you try again.',
  refused: (code: string) => `Slack refused to post the answer (${code}). Try again in a moment.`,
};

/** What the slash command's subcommands say. */
export const commands = {
  listTitle: 'Every question that the notes answer',
  page: (page: number, pages: number, questions: number) =>
    `${pages === 1 ? '' : `Page ${page} of ${pages} · `}${count(questions, nouns.question)}`,
  previous: 'Previous',
  next: 'Next',
  unansweredTitle: 'What people asked and the notes do not answer',
  unansweredNone: 'Nothing is unanswered at the moment.',
  askedLast: (times: number, iso: string) => `asked ${times === 1 ? 'once' : `${times} times`}, last on ${date(iso)}`,
  more: (groups: number) => `… and ${groups} more.`,
  reloaded: (entries: number, posts: number) =>
    `Read ${count(entries, nouns.question)} from ${count(posts, nouns.note)}.`,
  noNotes: 'There are no notes: nothing can be answered.',
  noFaults: 'Nothing is wrong with them.',
  faults: (many: number) => `${count(many, nouns.fault)} to mend:`,
  statsTitle: (days: number) => `The last ${days} days`,
  stats: {
    answer: 'answered',
    suggest: 'suggested privately',
    uncovered: 'not in the notes',
    silent: 'left alone',
  },
  votes: (helpful: number, other: number) => `Votes: ${helpful} helpful, ${other} not what was asked`,
  reading: 'Reading the notes anew …',
  forgetMe: {
    button: 'Forget me',
    title: 'Forget what I keep about you?',
    text: 'Your questions, what I decided about them, your votes and promises go, and wordings learned from you. What stands in Slack stays there.',
    confirm: 'Forget me',
    deny: 'Keep',
  },
  forgotten:
    'Done. Your questions, what I decided about them, your votes and promises, and wordings learned from you are gone from my memory. What stands in Slack stays there until you delete it.',
};

/** The modal of a channel's settings. */
export const settings = {
  title: 'Settings',
  save: 'Save',
  close: 'Close',
  channel: (channel: string) => `How I behave in ${channel}:`,
  label: 'Mode',
  modes: {
    auto: ['Answer by myself', 'I answer what the notes answer for certain, and stay quiet otherwise.'],
    draft: ['Propose to the team', 'The team posts my replies with one click; mentions I answer at once.'],
    mention: ['Only when mentioned', 'I answer only those who mention me.'],
    off: ['Off', 'I never answer here. The slash command still answers privately.'],
  } satisfies Record<ChannelMode, readonly [string, string]>,
  saved: (channel: string, mode: string) => `Saved. In ${channel} it is now: *${mode}*.`,
  switches: {
    suggestions: { label: 'Quiet suggestions', option: 'Where I am not sure, show the asker alone what may answer it' },
    reactions: { label: 'Reactions', option: 'React to questions: 👀 looking, ✅ answered, 👥 with the team' },
  },
  withoutSuggestions: 'I suggest nothing there.',
  withReactions: 'My reactions show how a question stands: 👀 looking, ✅ answered, 👥 with the team.',
  mayNotReact:
    'But the app may not react yet: ask who installed it to add `reactions:write` to its scopes and to install it again.',
  notes: 'Answer from',
  notesHint: 'Folders and notes that answer in this channel. Empty: all of them.',
  allNotes: 'All notes',
  answeredFrom: (notes: string) => `It is answered from ${notes}.`,
  notHere: 'Settings belong to a channel. Type this in the channel that you mean.',
};

/** App Home. */
export const home = {
  title: 'Questions and answers',
  intro: 'Everything that the notes answer. Ask me in a channel, or write to me here.',
  search: 'Search the questions',
  searchHint: 'A few letters are enough, typing errors too',
  found: (questions: number, typed: string) => `${count(questions, nouns.question)} for “${typed}”`,
  foundNone: (typed: string) =>
    `No question comes close to “${typed}”. Ask it in a channel: the team sees what the notes do not answer.`,
  none: 'There are no notes yet.',
  showAnswer: 'Show the answer',
  answerTitle: 'From the notes',
  team: 'For the team',
  week: '*The last seven days*',
  day: 'day',
  asked: 'asked',
  foundHelpful: 'found helpful',
  post: 'post',
  answers: 'answers',
  gonePost: 'no longer in the notes',
  unanswered: '*Not answered by the notes*',
  helpful: (percent: number, votes: number) =>
    `*Helpful*: ${percent}% of ${count(votes, nouns.vote)} in the last 30 days`,
  noVotes: '*Helpful*: nobody has voted in the last 30 days',
  notes: (posts: number, entries: number, phrasings: number) =>
    `*Notes*: ${count(posts, nouns.note)}, ${count(entries, nouns.question)}, ${count(phrasings, nouns.phrasing)}`,
  reading: {
    words: 'Questions are read by their words. Reading by meaning is off or not ready yet.',
    'words-and-meaning': 'Questions are read by their words and their meaning.',
  },
  stopped: 'You wanted no quiet suggestions.',
  forgetTitle: 'Forget this wording?',
  forgetText: 'It no longer finds its answer.',
  forget: 'Forget',
  keep: 'Keep',
  learned: '*Learned in Slack*',
  learnedFor: (wording: string, question: string) => `“${wording}” finds: ${question}`,
};
