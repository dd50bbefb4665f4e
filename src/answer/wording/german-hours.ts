// Every sentence that the bot says of its own, in German: in office hours. Names and questions come in escaped. Pure.
import { format } from './german.ts';

const { count, date } = format;
const questions = { one: 'Frage', other: 'Fragen' };

export const hours = {
  untitled: 'Sprechstunde',
  start: (title: string, host: string) => `*${title}*\n${host} hält hier ab jetzt eine Sprechstunde.`,
  how: 'Fragt in diesem Kanal, eine Nachricht für jede Frage. Was die Notizen beantworten, beantworte ich sofort; alles andere geht an die Gastgeberin oder den Gastgeber, und die Antwort kommt in euren Thread.',
  untilWhen: (command: string) =>
    `Sie endet mit \`${command} office-hours stop\` oder nach vier Stunden Stille. Dann fasse ich zusammen.`,
  ended: (title: string) => `*${title}*\nDiese Sprechstunde ist zu Ende.`,
  askNameless: 'Ohne Namen fragen',
  nobody: 'jemand ohne Namen',
  somebody: 'Jemand',
  nameless: (text: string) => `*Jemand fragt ohne Namen:*\n${text}`,
  namelessHint: 'Ohne Namen gefragt. Die Antwort kommt in diesen Thread.',
  namelessLabel: 'Deine Frage',
  namelessPrivacy: 'Ich stelle sie für dich und behalte nichts, was zu dir führt.',
  ask: 'Fragen',
  askedNameless: (link: string) =>
    `Gefragt. Die Antwort kommt in den Thread darunter${link === '' ? '.' : `: ${link}`}`,
  seeQuestion: 'zur Frage',
  directOffer: (channel: string) =>
    `In ${channel} ist gerade Sprechstunde. Soll ich das dort ohne Namen fragen? Niemand erfährt, wer gefragt hat, und ich vergesse, dass du es warst.`,
  earlier: (link: string) => `Das wurde in dieser Sprechstunde schon gefragt: ${link}`,
  answeredBy: (name: string) => `${name} hat das in der Sprechstunde beantwortet. Es steht nicht in den Notizen.`,
  started: 'Die Sprechstunde hat begonnen.',
  stopped:
    'Die Sprechstunde ist zu Ende. Die Zusammenfassung steht im Kanal, der Entwurf eines Beitrags im Kanal des Teams.',
  usage: (command: string) =>
    `\`${command} office-hours start TITEL\` beginnt eine Sprechstunde in einem Kanal, \`${command} office-hours stop\` beendet sie.`,
  problems: {
    'team-only': 'Das kann nur das Team. Frag im Kanal, dann sieht es das Team.',
    running: 'In diesem Kanal ist schon Sprechstunde.',
    'not-running': 'In diesem Kanal ist gerade keine Sprechstunde.',
    'not-here': 'Eine Sprechstunde findet in dem Kanal statt, in dem gefragt wird. Tippe das dort.',
    'not-member': 'Diese Sprechstunde ist in einem Kanal, in dem du nicht bist.',
    gone: 'Diese Frage kenne ich nicht mehr.',
    'other-gone': 'Die Frage, die du als dieselbe gewählt hast, kenne ich nicht mehr. Nichts wurde geändert.',
    'answered-already': 'Jemand im Team war schneller: Diese Frage ist beantwortet.',
    'reply-gone': 'Diese Antwort steht nicht mehr im Thread.',
    nothing: 'Schreib die Antwort, oder wähle eine der Antworten aus dem Thread.',
    'too-many': 'Das waren mehr als fünf Fragen in einer Minute. Frag gleich noch einmal.',
    'no-text': 'Schreib deine Frage in Worten.',
  },
  board: (title: string) => `*Sprechstunde: ${title}*`,
  boardWhere: (channel: string, host: string) => `In ${channel}, gehalten von ${host}. `,
  running: 'Sie läuft.',
  over: (iso: string) => `Sie endete am ${date(iso)}.`,
  none: 'Noch ist nichts gefragt worden.',
  counts: (asked: number, different: number) =>
    `*${count(asked, questions)} gestellt*${different === asked ? '' : `, ${different} verschiedene`}`,
  states: {
    open: (many: number) => `*Noch offen: ${many}*`,
    notes: (many: number) => `*Aus den Notizen beantwortet: ${many}*`,
    live: (many: number) => `*Live beantwortet: ${many}*`,
    skipped: (many: number) => `*Beiseitegelegt: ${many}*`,
  },
  open: (many: number) => `*Offen: ${many}*`,
  askedBy: (many: number, names: string) => (many === 1 ? `gefragt von ${names}` : `${many}-mal gefragt, von ${names}`),
  andOthers: (many: number) => `${many} weiteren`,
  alsoAsked: (wording: string) => `“${wording}”`,
  by: (name: string) => `von ${name}`,
  from: (link: string) => `aus ${link}`,
  more: (many: number) => `… und ${many} weitere.`,
  moreAtHome: (many: number) => `… und ${many} weitere; sie rücken nach, sobald ihr antwortet.`,
  live: 'Live beantworten',
  link: 'Antwort verlinken',
  take: 'Als Antwort nehmen',
  inThread: (name: string) => `_Im Thread beantwortet von ${name}, noch nicht als Antwort genommen._`,
  answeredThere: 'im Thread beantwortet',
  untaken: (many: number) =>
    many === 1
      ? 'Eine offene Frage hat eine Antwort in ihrem Thread. Nimm sie auf der Tafel oben, dann gehört sie zum Beitrag.'
      : `${many} offene Fragen haben eine Antwort in ihrem Thread. Nimm sie auf der Tafel oben, dann gehören sie zum Beitrag.`,
  skip: 'Beiseitelegen',
  edit: 'Bearbeiten',
  remove: 'Entfernen',
  removeTitle: 'Frage entfernen?',
  removeText: 'Die Nachricht mit der Frage verschwindet aus dem Kanal, für alle.',
  removeNot: 'Behalten',
  reopen: 'Wieder öffnen',
  reopenOne: 'Eine wieder öffnen …',
  reopenTitle: 'Diese Frage wieder öffnen?',
  reopenText:
    'Sie wartet wieder auf eine Antwort, und die bisherige verlässt den Entwurf. Was in den Threads steht, bleibt dort.',
  reopenNot: 'So lassen',
  liveText: 'Deine Antwort',
  liveHint: 'Sie kommt mit deinem Namen in den Thread von allen, die gefragt haben.',
  liveReply: 'Oder nimm eine Antwort aus dem Thread',
  post: 'Posten',
  posted: 'Gepostet, in den Threads von allen, die gefragt haben.',
  postedSome: (many: number) => `Gepostet, aber in ${many} der Threads nicht: Slack hat es dort abgelehnt.`,
  editTitle: 'Frage bearbeiten',
  heading: 'Überschrift im Beitrag',
  headingHint: 'So, wie jemand danach suchen würde.',
  mergeWith: 'Dieselbe Frage wie',
  split: 'Nicht dieselbe Frage',
  splitHint: 'Was du ankreuzt, wird eine eigene Frage.',
  save: 'Speichern',
  saved: 'Gespeichert.',
  summary: (title: string) => `*${title}: was gefragt wurde*`,
  draft: (title: string) => `*Entwurf des Beitrags: ${title}*`,
  draftHow: (note: string) =>
    `Der Text steht in diesem Thread. Speichere ihn als \`${note}\` im Ordner eurer Notizen, gern unverändert, und ich antworte daraus.`,
  draftPhrasings: (file: string) => `Daneben gehören, als \`${file}\`, die Worte, in denen gefragt wurde.`,
  draftParts: (id: string) =>
    `Er ist zu lang für eine Nachricht. \`npm run rolecall -- office-hours --session ${id} --out ORDNER\` schreibt die Dateien im Ganzen.`,
  draftEdit: 'Bearbeiten auf der Tafel oben ändert eine Überschrift auch hier.',
  draftNone: 'Keine Frage wurde live beantwortet, also gibt es keinen Entwurf.',
  draftPart: (name: string, part: number, parts: number) =>
    `\`${name}\`${parts === 1 ? '' : `, Teil ${part} von ${parts}`}`,
};
