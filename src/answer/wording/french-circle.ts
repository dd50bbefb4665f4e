// Every sentence that the bot says of its own, in French: about what the team writes itself. Pure.
import { format } from './french.ts';

const { count, date } = format;

/** Draft entries. Names, questions and answers come in escaped. Titles and buttons of windows: 24 characters at most. */
export const drafts = {
  offer: (question: string) => `Garder votre réponse à « ${question} » pour les notes ? Vous seul voyez ceci.`,
  offerCorrection: (question: string) =>
    `Vous avez écrit sous la réponse à « ${question} ». La garder comme correction pour les notes ? Vous seul voyez ceci.`,
  offerWhich:
    'Vous avez écrit sous une réponse à plusieurs questions. Est-ce une correction de l’une d’elles, ou une nouvelle réponse ? Vous seul voyez ceci.',
  correctsThis: (question: string) => `Corrige : ${question}`,
  keepNew: 'Une nouvelle réponse',
  keep: 'Garder comme réponse',
  drop: 'Non, merci',
  title: '*Brouillons pour les notes*',
  intro:
    'Ce que l’équipe a écrit dans Slack. Ce que vous prenez va dans les notes avec le prochain `rolecall export-drafts` ; d’ici là, cela ne répond que là où vous le dites.',
  none: 'Aucun brouillon n’attend. Ce que vous écrivez sous une question peut en devenir un.',
  offered: '*Vos propres mots : les garder pour les notes ?*',
  by: (name: string, iso: string) => `${name}, ${date(iso)}`,
  corrects: (link: string) => `corrige : ${link}`,
  correctsGone: 'corrige une réponse qui n’est plus dans les notes',
  questionGone: 'La question a été retirée à la demande de son auteur : modifiez le brouillon et écrivez-en une.',
  states: {
    kept: 'attend',
    taken: (name: string) => `pris par ${name}`,
    released: 'répond entre-temps',
    exported: 'exporté',
  },
  edit: 'Modifier',
  take: 'Prendre',
  refuse: 'Refuser',
  release: 'Répondre entre-temps',
  stop: 'Ne plus répondre',
  confirmTitle: 'Répondre entre-temps ?',
  confirmText: (days: number) =>
    `Qui demande reçoit ces mots tout de suite, avec auteur et date, pendant ${days} jours au plus.`,
  confirmDeny: 'Pas encore',
  editTitle: 'Modifier le brouillon',
  question: 'Votre question',
  questionHint: 'Comme on la chercherait ; sans noms, adresses ni liens.',
  answer: 'Réponse',
  answerHint: 'En Markdown',
  tooLong: 'Cette réponse est trop longue pour une fenêtre. Modifiez-la dans la note une fois exportée.',
  save: 'Enregistrer',
  saving: 'Enregistrement …',
  more: (count: number) => `… et ${count} de plus.`,
  fromTeam: 'De l’équipe',
  outcomes: {
    kept: 'Gardé comme brouillon. L’équipe le trouve sur la page d’accueil.',
    dropped: 'Très bien, ce n’est pas gardé.',
    taken: 'Pris : cela va dans les notes avec le prochain export.',
    refused: 'Refusé.',
    released: 'Cela répond à partir de maintenant, pendant 30 jours au plus.',
    stopped: 'Cela ne répond plus.',
    saved: 'Enregistré.',
    'team-only': 'Seule l’équipe peut faire cela.',
    'not-yours': 'Seule la personne qui a écrit ceci peut le garder.',
    gone: 'Je ne connais plus ce brouillon.',
    'no-question': 'Il manque une question ou une réponse. Modifiez-le d’abord.',
    'note-changed': 'La note a changé depuis. Relisez-la et écrivez ce qui manque encore.',
    'decided-already': 'Quelqu’un de l’équipe a été plus rapide.',
  },
};

/** What is unanswered, as the team works on it. Questions, names and links come in escaped. */
export const unanswered = {
  asked: (times: number, people: number, iso: string) =>
    `demandé ${times === 1 ? 'une fois' : `${times} fois`}${people > 1 ? ` par ${people} personnes` : ''}, la dernière le ${date(iso)}`,
  message: 'le message',
  taken: (name: string) => `${name} s’en charge`,
  take: 'Je m’en charge',
  giveBack: 'Je la rends',
  goesTo: (threads: number) => `La réponse va à tous ceux qui l’ont demandé : dans ${threads} fils.`,
  stands: (threads: number) => `Elle figure dans ${threads} fils, pour tous ceux qui l’ont demandé.`,
  refused: (threads: number) =>
    `Slack l’a refusée dans ${count(threads, { one: 'fil', other: 'fils' })} : ce qui y a été demandé reste sans réponse.`,
  outcomes: {
    'put-aside': 'Mis de côté : personne n’en est informé.',
    taken: 'Vous vous en chargez. Je vous le rappelle dans deux jours si la question attend encore.',
    'given-back': 'Rendue : chacun peut s’en charger.',
    'team-only': 'Seule l’équipe peut faire cela.',
    gone: 'Cette question a reçu une réponse ou a été mise de côté.',
  },
  reminder: (question: string, link: string) =>
    `Vous avez pris cette question il y a deux jours, et elle attend encore : « ${question} »${link}`,
};

/** The weekly digest. Questions, titles and links come in escaped. */
export const digest = {
  title: (iso: string) => `La semaine jusqu’au ${date(iso)}`,
  asked: (all: number, answered: number, suggested: number, open: number) =>
    `*Demandé* : ${all}. Répondu : ${answered}, suggéré : ${suggested}, pas dans les notes : ${open}.`,
  votes: (helpful: number, other: number) => `*Votes* : ${helpful} utiles, ${other} à côté de la question.`,
  unanswered: '*Sans réponse dans les notes*',
  more: (groups: number, command: string) => `… et ${groups} de plus : \`${command} unanswered\``,
  waiting: '*Attend l’équipe*',
  drafts: (kept: number, taken: number) =>
    `Brouillons : ${kept} à regarder, ${taken} pris et pas encore dans les notes`,
  wordings: (offered: number, learned: number) =>
    `Formulations : ${offered} à regarder, ${learned} apprises et pas encore exportées`,
  old: '*Notes qui sont vieilles*',
  oldMore: (notes: number) => `… et ${notes} de plus.`,
};

/** Asking owners whether a note is still right. Titles, links and names come in escaped. Buttons: 75 characters at most. */
export const owners = {
  askEntry: (link: string) => `Cette réponse est-elle toujours juste ? *${link}*`,
  askNote: (link: string) => `Cette note est-elle toujours juste ? *${link}*`,
  since: (iso: string, note: string) => `À relire depuis le ${date(iso)} · ${note}`,
  ownerNotFound: (owner: string) =>
    `La personne responsable, ${owner}, est introuvable dans Slack : je demande à l’équipe.`,
  noOwner: 'Elle ne nomme personne à qui demander : je demande à l’équipe.',
  stillRight: 'Toujours juste',
  edit: 'Modifier',
  show: 'Voir l’article',
  renewed: (link: string, name: string, iso: string) =>
    `*${link}* est toujours juste${name === '' ? '' : `, selon ${name}`}. Je redemanderai après le ${date(iso)} ; le prochain \`rolecall export-drafts\` l’écrit dans la note.`,
  outcomes: {
    'not-yours': 'Seules la personne responsable et l’équipe peuvent le faire.',
    gone: 'Les notes ne demandent plus que cela soit relu.',
    'drafted-already':
      'Une correction de cette réponse figure déjà parmi les brouillons, sur l’accueil de l’application.',
    'note-changed': 'La note a changé entre-temps. Relisez-la.',
    unchanged: 'Rien n’a changé. Si la réponse est toujours juste, appuyez sur « Toujours juste ».',
    kept: 'Gardé comme brouillon. L’équipe le trouve sur l’accueil de l’application ; une fois retenu, il entre dans la note avec le prochain export.',
  },
};
