// Every sentence that the bot says of its own, in English: to those who ask. Pure.
import type { ChannelMode } from '../channel-mode.ts';
import type { HelpReply } from '../reply/reply.ts';
import { toFormat } from './format.ts';

const nouns = {
  question: { one: 'question', other: 'questions' },
};

export const format = toFormat('en-GB', {
  day: { one: 'day', other: 'days' },
  month: { one: 'month', other: 'months' },
  year: { one: 'year', other: 'years' },
});
const { age, count, date, number, shortDate } = format;

export const decisionNames = {
  answer: 'Answered',
  suggest: 'Suggested',
  uncovered: 'Not in the notes',
  silent: 'Left alone',
  proposed: 'Brought to the team',
};

export const reasons = {
  matched: 'The notes answer this question.',
  'matched-some': 'The notes answer part of this message.',
  proposed: 'The notes answer this question. The reply was brought to the team, who can post it.',
  'probably-among-these': 'No answer is certain enough, but the right one is probably among the best matches.',
  'not-in-notes': 'The notes do not answer this question.',
  'not-certain-enough': 'The best match is not certain enough to speak up in a channel.',
  'matched-statement': 'It does not clearly ask, but the notes probably say something about it.',
  'suggested-beside':
    'The right answer is probably among the best matches, but another question of the message got the suggestion.',
  'suggested-lately':
    'The right answer is probably among the best matches, but this person got a suggestion within ten minutes.',
  'suggestions-unwanted':
    'The right answer is probably among the best matches, but this person passed over the last two suggestions: none for a week.',
  'suggestions-stopped': 'The right answer is probably among the best matches, but this person wants no suggestions.',
  'suggestions-off':
    'The right answer is probably among the best matches, but suggestions are switched off in this channel.',
  'too-late-to-suggest':
    'The right answer is probably among the best matches, but the message came too long ago to suggest it.',
  'asks-nothing': 'It does not read clearly as a question.',
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

export const notices = {
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
};

export const replies = {
  readFullPost: 'Read the full post',
  youAsked: (question: string) => `You asked: “${question}”`,
  leftOut: (characters: number) => `The post has ${number(characters)} characters more on this.`,
  stale: (days: number) => `This note is ${age(days)} old.`,
  closed: 'This role is closed. What the notes said while it was open:',
  notCovered: (question: string) => `The notes do not answer this: “${question}”`,
  answeredAbove: 'Answered above in this thread:',
  notInNotes: 'The notes do not answer this.',
  mayPassOn: 'You can pass it on to the team.',
  otherLanguage: (languages: string) => `Please ask in ${languages}: the notes are in no other language.`,
  noNotesYet: 'There are no notes to answer from yet.',
  suggest: 'I am not sure which of these you mean:',
  suggestFor: (question: string) => `About “${question}” I am not sure which of these you mean:`,
  perhaps: (question: string) => `About “${question}” I am not sure. Perhaps:`,
  sharedBy: (name: string) => `${name} shared this from the notes.`,
  shared: 'Shared in the channel.',
  gone: 'This answer is no longer in the notes.',
  removeTitle: 'Remove this reply?',
  removeQuestion: 'It goes for everybody. Only who asked, and the team, can do this.',
  updated: (iso: string) => `updated ${shortDate(iso)}`,
  told: 'You asked to be told: the notes answer this now.',
  late: 'I was away when this was asked, so the answer comes late.',
  linkedBy: (name: string) => `${name} linked this from the notes.`,
  meanwhile: (name: string, iso: string) =>
    `${name} wrote this for the team on ${date(iso)}. It is not in the notes yet.`,
  leftOutMeanwhile: (characters: number) => `There are ${number(characters)} characters more.`,
};

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
};

/** What one person hears after pressing a button under a reply. */
export const votes = {
  helpful: 'Thank you: that helps the team to see what works.',
  notWhatIAsked: 'Thank you, noted. Nobody else sees your vote.',
  whatIsWrong: 'What is wrong with it?',
  reasons: { 'another-question': 'Another question', 'out-of-date': 'Out of date', 'not-enough': 'Not enough' },
  noted: (reason: string) => `Thank you, noted: ${reason.toLocaleLowerCase()}.`,
  nextMatches: 'Next, the notes would have answered one of these:',
  nextMatchesForAsker: 'Next, the notes would have answered one of these. One click puts it in the reply’s place:',
  noNextMatch: 'The notes have no other answer that comes close.',
  replaced: (question: string) => `The reply now answers: “${question}”`,
  removed: 'The reply is gone.',
  unknownReply: 'This reply is no longer mine to change.',
};

/** Previews of links to the notes. */
export const unfurls = {
  questions: (many: number) => `${count(many, nouns.question)} answered there:`,
};

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
  },
  readAs: (typed: string, word: string) => `“${typed}” was read as “${word}”`,
  shares: (words: number, meaning: number | null) =>
    meaning === null ? 'Read by words alone.' : `Ranked ${words}% by words, ${meaning}% by meaning.`,
  confidence: (percent: number) => `${percent}% certain`,
  figures: 'Show the figures',
  figuresTitle: 'The figures',
  /** How certain a match is, in words: from 90%, from 50%, from 15%, below. */
  levels: { certain: 'almost certainly', probable: 'probably', possible: 'perhaps', unlikely: 'hardly' },
  teach: 'Make this wording find that answer',
  taught: (question: string) => `From now on this wording finds: ${question}`,
  knownAlready: 'This wording finds that answer already, or nothing is left of it to learn.',
};

/** What the bot tells privately to whoever invited it to a channel. */
export function invited(mode: ChannelMode, command: string, hasTeam: boolean): string {
  const modes: Readonly<Record<ChannelMode, string>> = {
    auto: 'I answer questions here by myself where the team’s notes answer them for certain, in the thread, word for word. Where I am less sure I show the asker, and nobody else, what may answer it; I leave everything else alone.',
    draft:
      'Where the team’s notes answer a question here, I bring the reply to the team, who posts it with one click. Whoever mentions me is answered at once.',
    mention: 'I answer here only when somebody mentions me.',
    off: 'I am switched off here: I never answer.',
  };
  const change = hasTeam ? ` The team can change that with \`${command} settings\`;` : '';
  return `Thank you for the invitation. ${modes[mode]}${change} \`${command} list\` shows what the notes answer. Only you see this.`;
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
  const team = `For the team: \`${command} unanswered\`, \`${command} drafts\`, \`${command} office-hours\`, \`${command} settings\`, \`${command} stats\`, \`${command} reload\`.`;
  return isTeamMember ? [...lines, list, team] : [...lines, list];
}
