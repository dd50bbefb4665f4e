// Every sentence that the bot says of its own, in German: about what the team writes itself. Pure.
import { format } from './german.ts';

const { count, date } = format;

/** Draft entries. Names, questions and answers come in escaped. Titles and buttons of windows: 24 characters at most. */
export const drafts = {
  offer: (question: string) => `Deine Antwort auf „${question}“ für die Notizen behalten? Das siehst nur du.`,
  offerCorrection: (question: string) =>
    `Du hast unter der Antwort auf „${question}“ geschrieben. Als Berichtigung für die Notizen behalten? Das siehst nur du.`,
  offerWhich:
    'Du hast unter einer Antwort auf mehrere Fragen geschrieben. Berichtigt das eine davon, oder ist es eine neue Antwort? Nur du siehst das.',
  correctsThis: (question: string) => `Berichtigt: ${question}`,
  keepNew: 'Eine neue Antwort',
  keep: 'Als Antwort behalten',
  drop: 'Nein, danke',
  title: '*Entwürfe für die Notizen*',
  intro:
    'Was das Team in Slack geschrieben hat. Was ihr übernehmt, kommt mit dem nächsten `rolecall export-drafts` in die Notizen; bis dahin antwortet es nur, wo ihr es sagt.',
  none: 'Kein Entwurf wartet. Was ihr unter eine Frage schreibt, lässt sich als Entwurf behalten.',
  offered: '*Deine eigenen Worte: für die Notizen behalten?*',
  by: (name: string, iso: string) => `${name}, ${date(iso)}`,
  corrects: (link: string) => `berichtigt: ${link}`,
  correctsGone: 'berichtigt eine Antwort, die nicht mehr in den Notizen steht',
  questionGone: 'Die Frage ist auf Wunsch entfernt worden: bearbeite den Entwurf und schreib eine.',
  states: {
    kept: 'wartet',
    taken: (name: string) => `übernommen von ${name}`,
    released: 'antwortet einstweilen',
    exported: 'ausgegeben',
  },
  edit: 'Bearbeiten',
  take: 'Übernehmen',
  refuse: 'Ablehnen',
  release: 'Einstweilen antworten',
  stop: 'Nicht mehr antworten',
  confirmTitle: 'Einstweilen antworten?',
  confirmText: (days: number) =>
    `Wer fragt, bekommt diese Worte sofort, mit Verfasser und Datum, höchstens ${days} Tage lang.`,
  confirmDeny: 'Noch nicht',
  editTitle: 'Entwurf bearbeiten',
  question: 'Frage',
  questionHint: 'Wie jemand danach suchen würde; ohne Namen, Adressen und Links.',
  answer: 'Antwort',
  answerHint: 'In Markdown',
  tooLong: 'Diese Antwort ist zu lang für ein Fenster. Bearbeite sie in der Notiz, sobald sie ausgegeben ist.',
  save: 'Speichern',
  saving: 'Wird gespeichert …',
  more: (count: number) => `… und ${count} weitere.`,
  fromTeam: 'Vom Team',
  outcomes: {
    kept: 'Als Entwurf behalten. Das Team findet ihn auf der Startseite.',
    dropped: 'In Ordnung, das wird nicht behalten.',
    taken: 'Übernommen: es kommt mit der nächsten Ausgabe in die Notizen.',
    refused: 'Abgelehnt.',
    released: 'Das antwortet von jetzt an, höchstens 30 Tage lang.',
    stopped: 'Das antwortet nicht mehr.',
    saved: 'Gespeichert.',
    'team-only': 'Das kann nur das Team.',
    'not-yours': 'Nur wer das geschrieben hat, kann es behalten.',
    gone: 'Diesen Entwurf kenne ich nicht mehr.',
    'no-question': 'Es fehlt eine Frage oder eine Antwort. Bearbeite den Entwurf zuerst.',
    'note-changed': 'Die Notiz hat sich seitdem geändert. Sieh sie dir noch einmal an und schreib, was noch fehlt.',
    'decided-already': 'Jemand aus dem Team war schneller.',
  },
};

/** What is unanswered, as the team works on it. Questions, names and links come in escaped. */
export const unanswered = {
  asked: (times: number, people: number, iso: string) =>
    `${times === 1 ? 'einmal' : `${times}-mal`}${people > 1 ? ` von ${people} Leuten` : ''} gefragt, zuletzt am ${date(iso)}`,
  message: 'Nachricht',
  taken: (name: string) => `${name} kümmert sich`,
  take: 'Ich übernehme das',
  giveBack: 'Zurückgeben',
  goesTo: (threads: number) => `Die Antwort geht an alle, die das gefragt haben: in ${threads} Threads.`,
  stands: (threads: number) => `Sie steht in ${threads} Threads, für alle, die das gefragt haben.`,
  refused: (threads: number) =>
    `In ${count(threads, { one: 'Thread', other: 'Threads' })} hat Slack sie abgelehnt: was dort gefragt wurde, bleibt offen.`,
  outcomes: {
    'put-aside': 'Beiseitegelegt: niemand erfährt davon.',
    taken: 'Du kümmerst dich. In zwei Tagen erinnere ich dich, falls die Frage dann noch wartet.',
    'given-back': 'Zurückgegeben: alle können die Frage übernehmen.',
    'team-only': 'Das kann nur das Team.',
    gone: 'Diese Frage ist inzwischen beantwortet oder beiseitegelegt.',
  },
  reminder: (question: string, link: string) =>
    `Diese Frage hast du vor zwei Tagen übernommen, und sie wartet noch: „${question}“${link}`,
};

/** The weekly digest. Questions, titles and links come in escaped. */
export const digest = {
  title: (iso: string) => `Die Woche bis zum ${date(iso)}`,
  asked: (all: number, answered: number, suggested: number, open: number) =>
    `*Gefragt*: ${all}. Beantwortet: ${answered}, vorgeschlagen: ${suggested}, nicht in den Notizen: ${open}.`,
  votes: (helpful: number, other: number) => `*Stimmen*: ${helpful} hilfreich, ${other} nicht die Frage.`,
  unanswered: '*Von den Notizen nicht beantwortet*',
  more: (groups: number, command: string) => `… und ${groups} weitere: \`${command} unanswered\``,
  waiting: '*Wartet auf das Team*',
  drafts: (kept: number, taken: number) =>
    `Entwürfe: ${kept} anzusehen, ${taken} übernommen und noch nicht in den Notizen`,
  wordings: (offered: number, learned: number) =>
    `Formulierungen: ${offered} anzusehen, ${learned} gelernt und noch nicht ausgegeben`,
  old: '*Notizen, die alt sind*',
  oldMore: (notes: number) => `… und ${notes} weitere.`,
};

/** Asking owners whether a note is still right. Titles, links and names come in escaped. Buttons: 75 characters at most. */
export const owners = {
  askEntry: (link: string) => `Stimmt diese Antwort noch? *${link}*`,
  askNote: (link: string) => `Stimmt diese Notiz noch? *${link}*`,
  since: (iso: string, note: string) => `Seit dem ${date(iso)} zu prüfen · ${note}`,
  ownerNotFound: (owner: string) =>
    `Wer dafür zuständig ist (${owner}), war in Slack nicht zu finden: Das Team wird gefragt.`,
  noOwner: 'Sie nennt niemanden, den ich fragen könnte: Das Team wird gefragt.',
  stillRight: 'Stimmt noch',
  edit: 'Bearbeiten',
  show: 'Beitrag zeigen',
  renewed: (link: string, name: string, iso: string) =>
    `*${link}* stimmt noch${name === '' ? '' : `, sagt ${name}`}. Nach dem ${date(iso)} frage ich wieder; das nächste \`rolecall export-drafts\` schreibt das in die Notiz.`,
  outcomes: {
    'not-yours': 'Das können nur die Zuständigen und das Team.',
    gone: 'Die Notizen verlangen nicht mehr, dass das geprüft wird.',
    'drafted-already':
      'Eine Berichtigung dieser Antwort ist schon unter den Entwürfen: Sie steht auf der Startseite der App.',
    'note-changed': 'Die Notiz hat sich inzwischen geändert. Sieh sie dir noch einmal an.',
    unchanged: 'Nichts hat sich geändert. Stimmt die Antwort noch, drücke „Stimmt noch“.',
    kept: 'Als Entwurf behalten. Das Team findet ihn auf der Startseite der App; angenommen kommt er mit dem nächsten Export in die Notiz.',
  },
};
