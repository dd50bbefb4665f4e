// Every sentence that the bot says of its own, in German: to those who ask. Pure.
import type { ChannelMode } from '../channel-mode.ts';
import type { HelpReply } from '../reply/reply.ts';
import { toFormat } from './format.ts';

const nouns = {
  question: { one: 'Frage', other: 'Fragen' },
};

export const format = toFormat('de', {
  day: { one: 'Tag', other: 'Tage' },
  month: { one: 'Monat', other: 'Monate' },
  year: { one: 'Jahr', other: 'Jahre' },
});
const { age, count, date, number, shortDate } = format;

export const decisionNames = {
  answer: 'Beantwortet',
  suggest: 'Vorgeschlagen',
  uncovered: 'Nicht in den Notizen',
  silent: 'In Ruhe gelassen',
  proposed: 'Dem Team vorgelegt',
};

export const reasons = {
  matched: 'Die Notizen beantworten diese Frage.',
  'matched-some': 'Die Notizen beantworten einen Teil dieser Nachricht.',
  proposed: 'Die Notizen beantworten diese Frage. Die Antwort liegt dem Team vor, das sie posten kann.',
  'probably-among-these':
    'Keine Antwort ist sicher genug, aber die richtige ist wahrscheinlich unter den besten Treffern.',
  'not-in-notes': 'Die Notizen beantworten diese Frage nicht.',
  'not-certain-enough': 'Der beste Treffer ist nicht sicher genug, um sich im Kanal zu melden.',
  'matched-statement': 'Es ist nicht klar eine Frage, aber die Notizen sagen wohl etwas dazu.',
  'suggested-beside':
    'Die richtige Antwort ist wahrscheinlich unter den besten Treffern, aber eine andere Frage der Nachricht bekam den Vorschlag.',
  'suggested-lately':
    'Die richtige Antwort ist wahrscheinlich unter den besten Treffern, aber diese Person bekam in den letzten zehn Minuten schon einen Vorschlag.',
  'suggestions-unwanted':
    'Die richtige Antwort ist wahrscheinlich unter den besten Treffern, aber diese Person hat die letzten beiden Vorschläge übergangen: eine Woche lang keine mehr.',
  'suggestions-stopped':
    'Die richtige Antwort ist wahrscheinlich unter den besten Treffern, aber diese Person möchte keine Vorschläge.',
  'suggestions-off':
    'Die richtige Antwort ist wahrscheinlich unter den besten Treffern, aber in diesem Kanal sind Vorschläge ausgeschaltet.',
  'too-late-to-suggest':
    'Die richtige Antwort ist wahrscheinlich unter den besten Treffern, aber die Nachricht ist zu alt für einen Vorschlag.',
  'asks-nothing': 'Es liest sich nicht deutlich wie eine Frage.',
  'addresses-somebody-else': 'Es richtet sich an jemand anderen.',
  'team-member': 'Das Team antwortet selbst: Jemand aus dem Team hat es geschrieben.',
  'channel-is-off': 'In diesem Kanal ist der Bot ausgeschaltet.',
  'channel-answers-mentions-only': 'In diesem Kanal antwortet der Bot nur, wenn er erwähnt wird.',
  'not-a-follow-up': 'Es ist eine Antwort in einem Thread, in dem der Bot dieser Person nicht geantwortet hat.',
  'sent-to-channel-too': 'Es ist eine Antwort, die auch an den Kanal ging.',
  'too-many-questions': 'Mehr als fünf Fragen in einer Minute von einer Person.',
  'already-answered-here': 'Dieselbe Antwort steht schon in diesem Thread.',
  'answered-by-person': 'Jemand hat im Thread geantwortet.',
  'no-notes': 'Es gibt keine Notizen, aus denen geantwortet werden kann.',
};

export const notices = {
  'too-many-questions':
    'Das waren mehr als fünf Fragen in einer Minute, deshalb habe ich einige liegen gelassen. Frag gleich noch einmal, oder sieh die Notizen in meinem Home-Tab durch.',
  'team-member':
    'Fragen aus dem Team lasse ich in Ruhe, damit ihr ungestört reden könnt. Erwähne mich, wenn du die Antwort aus den Notizen willst. Das sage ich nur einmal.',
  'team-only': 'Das kann nur das Team. Frag im Kanal, dann sieht es das Team.',
  'not-yours': 'Hier kann nur wählen, wer gefragt hat, oder das Team.',
  'not-in-channel':
    'Ich bin nicht in diesem Kanal und kann hier nichts schreiben. Lade mich mit `/invite` ein und versuche es noch einmal.',
  'something-went-wrong': 'Bei mir ist etwas schiefgegangen, es steht im Protokoll. Bitte versuche es noch einmal.',
};

export const buttons = {
  helpful: 'Hilfreich',
  notWhatIAsked: 'Nicht meine Frage',
  askTeam: 'Das Team fragen',
  remove: 'Entfernen',
  keep: 'Behalten',
  share: 'Im Kanal teilen',
  showThisInstead: 'Stattdessen dies zeigen',
};

export const replies = {
  readFullPost: 'Den ganzen Beitrag lesen',
  youAsked: (question: string) => `Du hast gefragt: „${question}“`,
  leftOut: (characters: number) => `Der Beitrag hat dazu noch ${number(characters)} Zeichen.`,
  stale: (days: number) => `Alter dieser Notiz: ${age(days)}.`,
  closed: 'Diese Stelle ist geschlossen. Das sagten die Notizen, solange sie offen war:',
  notCovered: (question: string) => `Die Notizen beantworten das nicht: „${question}“`,
  answeredAbove: 'Weiter oben in diesem Thread beantwortet:',
  notInNotes: 'Die Notizen beantworten das nicht.',
  mayPassOn: 'Du kannst es an das Team weitergeben.',
  otherLanguage: (languages: string) => `Frag bitte auf ${languages}: In einer anderen Sprache gibt es keine Notizen.`,
  noNotesYet: 'Es gibt noch keine Notizen, aus denen ich antworten kann.',
  suggest: 'Ich bin nicht sicher, was davon du meinst:',
  suggestFor: (question: string) => `Bei „${question}“ bin ich nicht sicher, was davon du meinst:`,
  perhaps: (question: string) => `Bei „${question}“ bin ich nicht sicher. Vielleicht:`,
  sharedBy: (name: string) => `${name} hat das aus den Notizen geteilt.`,
  shared: 'Im Kanal geteilt.',
  gone: 'Diese Antwort steht nicht mehr in den Notizen.',
  removeTitle: 'Antwort entfernen?',
  removeQuestion: 'Sie verschwindet für alle. Das können nur, wer gefragt hat, und das Team.',
  updated: (iso: string) => `aktualisiert am ${shortDate(iso)}`,
  told: 'Du wolltest es wissen: Jetzt beantworten die Notizen das.',
  late: 'Ich war weg, als das gefragt wurde, deshalb kommt die Antwort spät.',
  linkedBy: (name: string) => `${name} hat das aus den Notizen verlinkt.`,
  meanwhile: (name: string, iso: string) =>
    `${name} hat das am ${date(iso)} für das Team geschrieben. In den Notizen steht es noch nicht.`,
  leftOutMeanwhile: (characters: number) => `Es gibt noch ${number(characters)} Zeichen mehr.`,
};

/** Quiet suggestions: what the asker alone reads. */
export const suggestions = {
  lead: 'Vielleicht beantworten die Notizen das. Nur du siehst dies.',
  gone: 'steht nicht mehr in den Notizen',
  none: 'Nichts davon',
  stop: 'Keine Vorschläge mehr',
  again: 'Wieder vorschlagen',
  post: 'Im Thread posten',
  back: 'Zurück',
  onlyYou: 'Nur du siehst diese Antwort.',
  refused: 'Danke. Dann beantworten die Notizen es nicht.',
  refusedAskTeam: 'Danke. Dann beantworten die Notizen es nicht. Du kannst es an das Team weitergeben.',
  posted: (link: string) => `Im Thread gepostet${link === '' ? '.' : `: ${link}`}`,
  stopped: 'Ich schlage dir nichts mehr vor. Erwähne mich, wann immer du etwas wissen willst.',
  startedAgain: 'Ich schlage dir wieder Antworten vor.',
  seePosted: 'zur Antwort',
  unpressable: {
    gone: 'Diesen Vorschlag kenne ich nicht mehr. Erwähne mich mit deiner Frage.',
    'not-yours': 'Dieser Vorschlag ist nicht für dich.',
    'question-gone': 'Deine Frage wurde gelöscht, es gibt nichts zu beantworten.',
    'question-edited': 'Du hast deine Frage inzwischen geändert. Erwähne mich, wenn sie noch offen ist.',
    'entry-gone': 'Diese Antwort steht nicht mehr in den Notizen.',
  },
  answered: (link: string) => `Jemand hat inzwischen geantwortet${link === '' ? '.' : `: ${link}`}`,
};

/** What one person hears after pressing a button under a reply. */
export const votes = {
  helpful: 'Danke: So sieht das Team, was funktioniert.',
  notWhatIAsked: 'Danke, notiert. Niemand sonst sieht deine Stimme.',
  whatIsWrong: 'Was stimmt nicht?',
  reasons: { 'another-question': 'Andere Frage', 'out-of-date': 'Veraltet', 'not-enough': 'Reicht nicht' },
  noted: (reason: string) => `Danke, notiert: ${reason.toLocaleLowerCase()}.`,
  nextMatches: 'Als Nächstes hätten die Notizen eines davon beantwortet:',
  nextMatchesForAsker:
    'Als Nächstes hätten die Notizen eines davon beantwortet. Ein Klick setzt es an die Stelle der Antwort:',
  noNextMatch: 'Die Notizen haben keine andere Antwort, die nahe kommt.',
  replaced: (question: string) => `Die Antwort gilt jetzt für: „${question}“`,
  removed: 'Die Antwort ist weg.',
  unknownReply: 'Diese Antwort kann ich nicht mehr ändern.',
};

/** Previews of links to the notes. */
export const unfurls = {
  questions: (many: number) => `${count(many, nouns.question)} dort beantwortet:`,
};

/** *Why this answer?* */
export const why = {
  title: 'Warum diese Antwort?',
  unknown:
    'Dazu habe ich nichts: Die Nachricht kam, bevor ich hier war, an einem Ort, den ich nicht lese, oder es ist zu lange her.',
  wouldBe: 'Mit diesen Worten in einem Kanal würde ich jetzt entscheiden:',
  shared: 'Jemand hat diese Antwort von Hand im Kanal geteilt.',
  chosen: 'Jemand hat diese Antwort aus meinen Vorschlägen gewählt. Meine Entscheidung war:',
  replaced: 'Jemand hat inzwischen eine andere Antwort an ihre Stelle gesetzt. Meine Entscheidung war:',
  linked: (name: string) => `${name} hat diese Antwort von Hand verlinkt. Zur Frage selbst hatte ich entschieden:`,
  question: (text: string) => `„${text}“`,
  closest: (link: string) => `Am nächsten in den Notizen: ${link}`,
  words: (words: string) => `Gemeinsame Wörter: ${words}`,
  noWords: 'Sie haben kein Wort gemeinsam.',
  source: {
    question: (text: string) => `Gefunden über die Überschrift: „${text}“`,
    phrasing: (text: string) => `Gefunden über eine Formulierung: „${text}“`,
    passage: (text: string) => `Gefunden über eine Stelle der Antwort: „${text}“`,
  },
  readAs: (typed: string, word: string) => `„${typed}“ wurde als „${word}“ gelesen`,
  shares: (words: number, meaning: number | null) =>
    meaning === null
      ? 'Nur nach Wörtern gelesen.'
      : `Zu ${words} % nach Wörtern, zu ${meaning} % nach Bedeutung geordnet.`,
  confidence: (percent: number) => `zu ${percent} % sicher`,
  figures: 'Zahlen zeigen',
  figuresTitle: 'Die Zahlen',
  /** How certain a match is, in words: from 90%, from 50%, from 15%, below. */
  levels: { certain: 'fast sicher', probable: 'wahrscheinlich', possible: 'vielleicht', unlikely: 'kaum' },
  teach: 'Diese Formulierung lernen',
  taught: (question: string) => `Von jetzt an findet diese Formulierung: ${question}`,
  knownAlready: 'Diese Formulierung findet die Antwort schon, oder es bleibt nichts von ihr zu lernen.',
};

/** What the bot tells privately to whoever invited it to a channel. */
export function invited(mode: ChannelMode, command: string, hasTeam: boolean): string {
  const modes: Readonly<Record<ChannelMode, string>> = {
    auto: 'Fragen beantworte ich hier von selbst, wo die Notizen des Teams sie sicher beantworten: im Thread, Wort für Wort. Wo ich weniger sicher bin, zeige ich nur dem, der fragt, was es beantworten könnte; alles andere lasse ich in Ruhe.',
    draft:
      'Wo die Notizen des Teams hier eine Frage beantworten, bringe ich die Antwort dem Team, das sie mit einem Klick postet. Wer mich erwähnt, bekommt die Antwort sofort.',
    mention: 'Ich antworte hier nur, wenn mich jemand erwähnt.',
    off: 'Ich bin hier ausgeschaltet und antworte nie.',
  };
  const change = hasTeam ? ` Das Team kann das mit \`${command} settings\` ändern;` : '';
  return `Danke für die Einladung. ${modes[mode]}${change} \`${command} list\` zeigt, was die Notizen beantworten. Nur du siehst dies.`;
}

/** The help, as lines: what the bot does, and how to ask. */
export function helpLines({
  command,
  isTeamMember,
  example,
}: Pick<HelpReply, 'command' | 'isTeamMember' | 'example'>): readonly string[] {
  const lines = [
    'Ich beantworte Fragen zu dieser Stelle aus den veröffentlichten Notizen des Teams, Wort für Wort, mit einem Link zum Beitrag.',
    'Frag im Kanal, erwähne mich in einem Thread oder schreib mir direkt. Was nicht in den Notizen steht, weiß ich nicht.',
    `\`${command} ${example ?? 'deine Frage'}\` antwortet nur dir; du kannst die Antwort im Kanal teilen.`,
  ];
  const list = `\`${command} list\` zeigt jede Frage, die die Notizen beantworten; \`${command} forget-me\` löscht, was ich über dich weiß.`;
  const team = `Für das Team: \`${command} unanswered\`, \`${command} drafts\`, \`${command} office-hours\`, \`${command} settings\`, \`${command} stats\`, \`${command} reload\`.`;
  return isTeamMember ? [...lines, list, team] : [...lines, list];
}
