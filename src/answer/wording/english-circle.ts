// Every sentence that the bot says of its own, in English: about what the team writes itself. Pure.
import { format } from './english.ts';

const { count, date } = format;

/** Draft entries. Names, questions and answers come in escaped. Titles and buttons of windows: 24 characters at most. */
export const drafts = {
  offer: (question: string) => `Keep your answer to “${question}” for the notes? Only you see this.`,
  offerCorrection: (question: string) =>
    `You wrote below the answer to “${question}”. Keep it as a correction for the notes? Only you see this.`,
  offerWhich:
    'You wrote below an answer to several questions. Does it correct one of them, or is it a new answer? Only you see this.',
  correctsThis: (question: string) => `Corrects: ${question}`,
  keepNew: 'A new answer',
  keep: 'Keep as an answer',
  drop: 'No, thanks',
  title: '*Drafts for the notes*',
  intro:
    'What the team wrote in Slack. What you take goes into the notes with the next `rolecall export-drafts`; until then it answers only where you say so.',
  none: 'No draft waits. What you write under a question can be kept as one.',
  offered: '*Your own words: keep them for the notes?*',
  by: (name: string, iso: string) => `${name}, ${date(iso)}`,
  corrects: (link: string) => `corrects: ${link}`,
  correctsGone: 'corrects an answer that is no longer in the notes',
  questionGone: 'The question went at its asker’s wish: edit the draft and write one.',
  states: {
    kept: 'waits',
    taken: (name: string) => `taken by ${name}`,
    released: 'answers meanwhile',
    exported: 'exported',
  },
  edit: 'Edit',
  take: 'Take',
  refuse: 'Refuse',
  release: 'Answer meanwhile',
  stop: 'Stop answering',
  confirmTitle: 'Answer meanwhile?',
  confirmText: (days: number) =>
    `Whoever asks gets these words at once, with their author and date, for at most ${days} days.`,
  confirmDeny: 'Not yet',
  editTitle: 'Edit the draft',
  question: 'Question',
  questionHint: 'As a reader would look for it; without names, addresses and links.',
  answer: 'Answer',
  answerHint: 'In Markdown',
  tooLong: 'This answer is too long for a window. Edit it in the note once it is exported.',
  save: 'Save',
  saving: 'Saving …',
  more: (count: number) => `… and ${count} more.`,
  fromTeam: 'From the team',
  outcomes: {
    kept: 'Kept as a draft. The team finds it on App Home.',
    dropped: 'All right, it is not kept.',
    taken: 'Taken: it goes into the notes with the next export.',
    refused: 'Refused.',
    released: 'It answers from now on, for at most 30 days.',
    stopped: 'It no longer answers.',
    saved: 'Saved.',
    'team-only': 'Only the team can do this.',
    'not-yours': 'Only who wrote this can keep it.',
    gone: 'I do not know this draft any more.',
    'no-question': 'It needs a question and an answer. Edit it first.',
    'note-changed': 'The note has changed since this was written. Look at it again, and write what is still missing.',
    'decided-already': 'Somebody in the team was quicker.',
  },
};

/** What is unanswered, as the team works on it. Questions, names and links come in escaped. */
export const unanswered = {
  asked: (times: number, people: number, iso: string) =>
    `asked ${times === 1 ? 'once' : `${times} times`}${people > 1 ? ` by ${people} people` : ''}, last on ${date(iso)}`,
  message: 'message',
  taken: (name: string) => `${name} takes it`,
  take: 'I take this',
  giveBack: 'Give it back',
  goesTo: (threads: number) => `The answer goes to everybody who asked this: into ${threads} threads.`,
  stands: (threads: number) => `It stands in ${threads} threads, for everybody who asked this.`,
  refused: (threads: number) =>
    `In ${count(threads, { one: 'thread', other: 'threads' })} Slack refused it: what was asked there stays unanswered.`,
  outcomes: {
    'put-aside': 'Put aside: nobody is told.',
    taken: 'You take it. I remind you in two days where it still waits.',
    'given-back': 'It is anybody’s again.',
    'team-only': 'Only the team can do this.',
    gone: 'This question is answered or put aside by now.',
  },
  reminder: (question: string, link: string) =>
    `You took this question two days ago, and it still waits: “${question}”${link}`,
};

/** The weekly digest. Questions, titles and links come in escaped. */
export const digest = {
  title: (iso: string) => `The week until ${date(iso)}`,
  asked: (all: number, answered: number, suggested: number, open: number) =>
    `*Asked*: ${all}. Answered: ${answered}, suggested: ${suggested}, not in the notes: ${open}.`,
  votes: (helpful: number, other: number) => `*Votes*: ${helpful} helpful, ${other} not what was asked.`,
  unanswered: '*Not answered by the notes*',
  more: (groups: number, command: string) => `… and ${groups} more: \`${command} unanswered\``,
  waiting: '*Waiting for the team*',
  drafts: (kept: number, taken: number) => `Drafts: ${kept} to look at, ${taken} taken and not yet in the notes`,
  wordings: (offered: number, learned: number) =>
    `Wordings: ${offered} to look at, ${learned} learned and not yet exported`,
  old: '*Notes that are old*',
  oldMore: (notes: number) => `… and ${notes} more.`,
};

/** Asking owners whether a note is still right. Titles, links and names come in escaped. Buttons: 75 characters at most. */
export const owners = {
  askEntry: (link: string) => `Is this answer still right? *${link}*`,
  askNote: (link: string) => `Is this note still right? *${link}*`,
  since: (iso: string, note: string) => `To be looked at since ${date(iso)} · ${note}`,
  ownerNotFound: (owner: string) => `Its owner, ${owner}, was not found in Slack: the team is asked.`,
  noOwner: 'It names no owner that I could ask: the team is asked.',
  stillRight: 'Still right',
  edit: 'Edit',
  show: 'Show the post',
  renewed: (link: string, name: string, iso: string) =>
    `*${link}* is still right${name === '' ? '' : `, says ${name}`}. I ask again after ${date(iso)}; the next \`rolecall export-drafts\` writes that into the note.`,
  outcomes: {
    'not-yours': 'Only its owner and the team can do this.',
    gone: 'The notes no longer ask for this to be looked at.',
    'drafted-already': 'A correction of this answer is among the drafts already: App Home lists it.',
    'note-changed': 'The note has changed meanwhile. Look at it again.',
    unchanged: 'Nothing has changed. Where the answer is still right, press “Still right”.',
    kept: 'Kept as a draft. The team finds it on App Home; once it is taken it goes into the note with the next export.',
  },
};
