// Every sentence that the bot says of its own, in German: to the team, and in its windows. Pure.
import type { ChannelMode } from '../channel-mode.ts';
import { format } from './german.ts';

const nouns = {
  question: { one: 'Frage', other: 'Fragen' },
  note: { one: 'Notiz', other: 'Notizen' },
  phrasing: { one: 'Formulierung', other: 'Formulierungen' },
  fault: { one: 'Fehler', other: 'Fehler' },
  vote: { one: 'Stimme', other: 'Stimmen' },
};
const { count, date } = format;

/** Wordings that askers have chosen an answer for: what the team reads. */
export const offers = {
  title: '*Formulierungen zum Ansehen*',
  intro:
    'Zu Fragen in eigenen Worten wurden diese Antworten gewählt. Eine Formulierung, die ihr annehmt, findet von da an ihre Antwort.',
  finds: (wording: string, link: string) => `„${wording}“\nfindet: ${link}`,
  entryGone: 'eine Antwort, die nicht mehr in den Notizen steht',
  accept: 'Annehmen',
  edit: 'Ändern',
  refuse: 'Ablehnen',
  accepted: (name: string, wording: string) => `Angenommen von ${name}: „${wording}“`,
  refused: (name: string, wording: string) => `Abgelehnt von ${name}: „${wording}“`,
  none: 'Alle Formulierungen sind durchgesehen.',
  more: (count: number) => `… und ${count} weitere; sie rücken nach, wenn ihr entscheidet.`,
  editTitle: 'Formulierung ändern',
  wording: 'Formulierung',
  save: 'Annehmen',
  outcomes: {
    accepted: 'Angenommen: Wer als Nächstes so fragt, bekommt diese Antwort.',
    refused: 'Abgelehnt.',
    'team-only': 'Über Formulierungen kann nur das Team entscheiden.',
    gone: 'Diese Formulierung kenne ich nicht mehr.',
    'decided-already': 'Jemand im Team war schneller.',
    'entry-gone': 'Diese Antwort steht nicht mehr in den Notizen, keine Formulierung kann sie finden. Lehne sie ab.',
    'nothing-to-learn': 'Das findet die Antwort schon, oder es bleibt nichts davon zu lernen.',
  },
};

/** What is said to the team, and for it. Names and questions come in escaped. */
export const teamWords = {
  askedBy: (name: string) => `*${name} fragt das Team*`,
  proposedFor: (name: string) => `*Entwurf: eine Antwort für ${name}*`,
  somebody: 'Jemand',
  where: {
    channel: 'Zur Frage',
    direct: 'in einer Direktnachricht gefragt',
    command: 'privat gefragt, mit dem Slash-Befehl',
  },
  link: 'Antwort verlinken',
  write: 'Antwort schreiben',
  decline: 'Nichts für uns',
  post: 'Posten',
  other: 'Anderer Treffer',
  leave: 'Liegen lassen',
  forget: 'Vergessen',
  tellMe: 'Sag mir, wenn es beantwortet ist',
  closed: {
    linked: (name: string, link: string) => `Beantwortet von ${name}: ${link}`,
    written: (name: string) => `Beantwortet von ${name}, in eigenen Worten.`,
    declined: (name: string) => `Nichts für uns, sagt ${name}.`,
    posted: (name: string) => `Gepostet von ${name}.`,
    left: (name: string) => `Liegen gelassen von ${name}.`,
    deleted: () => 'Die Frage wurde gelöscht. Es gibt nichts mehr zu beantworten.',
    edited: () => 'Die Frage wurde geändert, und dieser Entwurf passt nicht mehr.',
  },
  edited: 'Die Frage wurde geändert. So lautet sie jetzt.',
  editedProposal: 'Die Frage wurde geändert. So lautet sie jetzt, mit der passenden Antwort.',
  remembered: (wording: string) => `Für das nächste Mal gemerkt: „${wording}“`,
  forgotten: 'Vergessen: Diese Formulierung findet die Antwort nicht mehr.',
  forgottenAlready: 'Diese Formulierung war schon vergessen.',
  passedOn: 'An das Team weitergegeben. Die Antwort kommt hierher.',
  passedOnPrivately: 'An das Team weitergegeben. Die Antwort kommt als Direktnachricht zu dir.',
  passedOnAlready: 'Das Team hat diese Frage schon. Die Antwort kommt hierher.',
  noTeam: 'Es gibt keinen Kanal des Teams, an den ich das weitergeben kann.',
  subscribed: 'Ich komme hierher zurück, sobald die Notizen das beantworten.',
  writtenBy: (name: string) => `${name} hat das für das Team beantwortet. Es steht nicht in den Notizen.`,
  declinedHere: 'Das Team hat diese Frage gesehen und kann sie hier nicht beantworten.',
  closedAlready: 'Diese Frage ist erledigt: Jemand im Team war schneller, oder sie wurde inzwischen geändert.',
  gone: 'Diese Frage kenne ich nicht mehr.',
  entryGone: 'Diese Antwort steht nicht mehr in den Notizen. Wähle eine andere.',
};

/** The modals of *Answer from the notes* and *Write an answer*. Titles and buttons: 24 characters at most. */
export const linking = {
  title: 'Aus Notizen antworten',
  writeTitle: 'Antwort schreiben',
  post: 'Posten',
  close: 'Schließen',
  loading: 'Einen Moment …',
  posting: 'Wird gepostet …',
  asked: (name: string) => `*${name} hat gefragt*`,
  offered: 'Beste Treffer',
  other: 'Oder eine andere Frage',
  otherHint: 'Tippen, um alle Fragen zu durchsuchen',
  preview: 'Was gepostet wird',
  nothingChosen: 'Wähle eine Frage, dann steht hier ihre Antwort.',
  sentence: 'Ein eigener Satz',
  sentenceHint: 'Reiner Text, über der Antwort',
  remember: 'Diese Formulierung merken',
  rememberOption: 'Wer als Nächstes so fragt, bekommt diese Antwort',
  wording: 'Formulierung, die gemerkt wird',
  wordingHint: 'Ohne Namen, Adressen, Links und lange Zahlen; höchstens 300 Zeichen.',
  wordingMissing: 'Schreib die Formulierung hinein, oder nimm das Häkchen oben weg.',
  text: 'Deine Antwort',
  textHint: 'Sie wird als reiner Text mit deinem Namen gepostet, nicht als etwas aus den Notizen.',
  posted: (link: string) => `Im Thread gepostet: ${link}`,
  postedReply: 'zur Antwort',
  writtenPosted: 'Im Thread gepostet.',
  learning: 'Die Formulierung wird gelernt …',
  notRemembered: 'Es wurde keine neue Formulierung gelernt.',
  problems: {
    'team-only': 'Aus den Notizen antworten kann nur das Team. Frag im Kanal, dann sieht es das Team.',
    'own-message': 'Das ist meine eigene Nachricht. Wähle eine, die etwas fragt.',
    'no-message': 'In dieser Zeile steht keine Frage. Wähle eine Nachricht, die ein Mensch geschrieben hat.',
    'no-notes': 'Es gibt noch keine Notizen, aus denen geantwortet werden kann.',
    gone: 'Dieses Fenster war zu lange offen. Schließe es und ruf es noch einmal auf.',
    'nothing-chosen': 'Wähle zuerst eine Frage: oben, oder durch Tippen.',
    'entry-gone': 'Diese Antwort steht nicht mehr in den Notizen. Wähle eine andere.',
    'linked-already': 'Diese Antwort ist mit dieser Nachricht schon verlinkt.',
    'closed-already': 'Diese Frage ist erledigt: Jemand im Team war schneller, oder sie wurde inzwischen geändert.',
    'question-gone': 'Die Frage wurde gelöscht, es gibt nichts zu beantworten.',
    'something-went-wrong': 'Bei mir ist etwas schiefgegangen, es steht im Protokoll. Bitte versuche es noch einmal.',
  },
  notInChannel: 'Ich bin noch nicht in diesem Kanal. Tippe dort `/invite @rolecall` und versuche es noch einmal.',
  notVisible: 'In dieser Unterhaltung kann ich nichts posten: Andere führen sie, oder ich bin nicht eingeladen worden.',
  archived: 'Dieser Kanal ist archiviert: Niemand kann dort posten.',
  unreachable:
    'Slack hat nicht gesagt, ob die Antwort gepostet ist. Sieh im Thread nach, bevor du es noch einmal versuchst.',
  refused: (code: string) => `Slack hat die Antwort abgelehnt (${code}). Versuche es gleich noch einmal.`,
};

/** What the slash command's subcommands say. */
export const commands = {
  listTitle: 'Jede Frage, die die Notizen beantworten',
  page: (page: number, pages: number, questions: number) =>
    `${pages === 1 ? '' : `Seite ${page} von ${pages} · `}${count(questions, nouns.question)}`,
  previous: 'Zurück',
  next: 'Weiter',
  unansweredTitle: 'Was gefragt wurde und die Notizen nicht beantworten',
  unansweredNone: 'Im Moment ist nichts unbeantwortet.',
  askedLast: (times: number, iso: string) =>
    `${times === 1 ? 'einmal' : `${times}-mal`} gefragt, zuletzt am ${date(iso)}`,
  more: (groups: number) => `… und ${groups} weitere.`,
  reloaded: (entries: number, posts: number) =>
    `${count(entries, nouns.question)} aus ${count(posts, nouns.note)} gelesen.`,
  noNotes: 'Es gibt keine Notizen: Nichts kann beantwortet werden.',
  noFaults: 'Daran ist nichts zu beheben.',
  faults: (many: number) => `${count(many, nouns.fault)} zu beheben:`,
  statsTitle: (days: number) => `Die letzten ${days} Tage`,
  stats: {
    answer: 'beantwortet',
    suggest: 'privat vorgeschlagen',
    uncovered: 'nicht in den Notizen',
    silent: 'in Ruhe gelassen',
  },
  votes: (helpful: number, other: number) => `Stimmen: ${helpful} hilfreich, ${other} nicht die Frage`,
  reading: 'Ich lese die Notizen neu …',
  forgetMe: {
    button: 'Vergiss mich',
    title: 'Vergessen, was ich über dich weiß?',
    text: 'Deine Fragen, was ich darüber entschied, deine Stimmen und Wünsche gehen, auch Formulierungen, die ich von dir gelernt habe. Was in Slack steht, bleibt dort.',
    confirm: 'Vergiss mich',
    deny: 'Behalten',
  },
  forgotten:
    'Erledigt. Deine Fragen, meine Entscheidungen dazu, deine Stimmen und Zusagen und von dir Gelerntes sind aus meinem Gedächtnis verschwunden. Was in Slack steht, bleibt dort, bis du es löschst.',
};

/** The modal of a channel's settings. */
export const settings = {
  title: 'Einstellungen',
  save: 'Speichern',
  close: 'Schließen',
  channel: (channel: string) => `Wie ich mich in ${channel} verhalte:`,
  label: 'Modus',
  modes: {
    auto: ['Von selbst antworten', 'Ich beantworte, was die Notizen sicher beantworten, und bin sonst still.'],
    draft: ['Dem Team vorschlagen', 'Das Team postet meine Antworten; wer mich erwähnt, bekommt sie sofort.'],
    mention: ['Nur bei Erwähnung', 'Ich antworte nur denen, die mich erwähnen.'],
    off: ['Aus', 'Ich antworte hier nie. Der Slash-Befehl antwortet weiterhin privat.'],
  } satisfies Record<ChannelMode, readonly [string, string]>,
  saved: (channel: string, mode: string) => `Gespeichert. In ${channel} gilt jetzt: *${mode}*.`,
  switches: {
    suggestions: {
      label: 'Stille Vorschläge',
      option: 'Wo ich nicht sicher bin, nur dem, der fragt, zeigen, was passen könnte',
    },
    reactions: { label: 'Reaktionen', option: 'Auf Fragen reagieren: 👀 in Arbeit, ✅ beantwortet, 👥 beim Team' },
  },
  withoutSuggestions: 'Ich schlage dort nichts vor.',
  withReactions: 'Meine Reaktionen zeigen, wie es um eine Frage steht: 👀 in Arbeit, ✅ beantwortet, 👥 beim Team.',
  mayNotReact:
    'Aber die App darf noch nicht reagieren: Wer sie installiert hat, muss `reactions:write` zu ihren Berechtigungen hinzufügen und sie neu installieren.',
  notHere: 'Einstellungen gehören zu einem Kanal. Tippe das in dem Kanal, den du meinst.',
  notes: 'Antworten aus',
  notesHint: 'Ordner und Notizen, die in diesem Kanal antworten. Leer: alle.',
  allNotes: 'Alle Notizen',
  answeredFrom: (notes: string) => `Geantwortet wird aus ${notes}.`,
};

/** App Home. */
export const home = {
  title: 'Fragen und Antworten',
  intro: 'Alles, was die Notizen beantworten. Frag mich in einem Kanal, oder schreib mir hier.',
  search: 'Die Fragen durchsuchen',
  searchHint: 'Ein paar Buchstaben genügen, auch mit Tippfehlern',
  found: (questions: number, typed: string) => `${count(questions, nouns.question)} zu „${typed}“`,
  foundNone: (typed: string) =>
    `Keine Frage kommt „${typed}“ nahe. Stell sie in einem Kanal: Das Team sieht, was die Notizen nicht beantworten.`,
  none: 'Es gibt noch keine Notizen.',
  showAnswer: 'Antwort zeigen',
  answerTitle: 'Aus den Notizen',
  team: 'Für das Team',
  week: '*Die letzten sieben Tage*',
  day: 'Tag',
  asked: 'gefragt',
  foundHelpful: 'hilfreich',
  post: 'Beitrag',
  answers: 'Antworten',
  gonePost: 'nicht mehr in den Notizen',
  unanswered: '*Von den Notizen nicht beantwortet*',
  helpful: (percent: number, votes: number) =>
    `*Hilfreich*: ${percent} % von ${count(votes, nouns.vote)} in den letzten 30 Tagen`,
  noVotes: '*Hilfreich*: In den letzten 30 Tagen hat niemand abgestimmt',
  notes: (posts: number, entries: number, phrasings: number) =>
    `*Notizen*: ${count(posts, nouns.note)}, ${count(entries, nouns.question)}, ${count(phrasings, nouns.phrasing)}`,
  reading: {
    words: 'Fragen werden nach ihren Wörtern gelesen. Das Lesen nach Bedeutung ist aus oder noch nicht bereit.',
    'words-and-meaning': 'Fragen werden nach ihren Wörtern und ihrer Bedeutung gelesen.',
  },
  stopped: 'Du wolltest keine stillen Vorschläge.',
  forgetTitle: 'Diese Formulierung vergessen?',
  forgetText: 'Sie findet ihre Antwort nicht mehr.',
  forget: 'Vergessen',
  keep: 'Behalten',
  learned: '*In Slack gelernt*',
  learnedFor: (wording: string, question: string) => `„${wording}“ findet: ${question}`,
};
