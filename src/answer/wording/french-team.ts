// Every sentence that the bot says of its own, in French: to the team, and in its windows. Pure.
import type { ChannelMode } from '../channel-mode.ts';
import { format } from './french.ts';

const nouns = {
  question: { one: 'question', other: 'questions' },
  note: { one: 'note', other: 'notes' },
  phrasing: { one: 'formulation', other: 'formulations' },
  fault: { one: 'défaut', other: 'défauts' },
  vote: { one: 'vote', other: 'votes' },
};
const { count, date } = format;

/** Wordings that askers have chosen an answer for: what the team reads. */
export const offers = {
  title: '*Formulations à regarder*',
  intro:
    'Des personnes ont choisi ces réponses à des questions posées avec leurs mots. Une formulation acceptée trouvera désormais sa réponse.',
  finds: (wording: string, link: string) => `« ${wording} »\ntrouve : ${link}`,
  entryGone: 'une réponse qui n’est plus dans les notes',
  accept: 'Accepter',
  edit: 'Modifier',
  refuse: 'Refuser',
  accepted: (name: string, wording: string) => `Acceptée par ${name} : « ${wording} »`,
  refused: (name: string, wording: string) => `Refusée par ${name} : « ${wording} »`,
  none: 'Toutes les formulations ont été regardées.',
  more: (count: number) => `… et ${count} de plus ; elles apparaissent à mesure que vous décidez.`,
  editTitle: 'Modifier',
  wording: 'Formulation',
  save: 'Accepter',
  outcomes: {
    accepted: 'Acceptée : la prochaine personne qui demande ainsi reçoit cette réponse.',
    refused: 'Refusée.',
    'team-only': 'Seule l’équipe peut décider des formulations.',
    gone: 'Je ne connais plus cette formulation.',
    'decided-already': 'Quelqu’un de l’équipe a été plus rapide.',
    'entry-gone': 'Cette réponse n’est plus dans les notes, aucune formulation ne peut la trouver. Refuse-la.',
    'nothing-to-learn': 'Cela trouve déjà la réponse, ou il n’en reste rien à apprendre.',
  },
};

/** What is said to the team, and for it. Names and questions come in escaped. */
export const teamWords = {
  askedBy: (name: string) => `*${name} demande à l’équipe*`,
  proposedFor: (name: string) => `*Brouillon : une réponse à ${name}*`,
  somebody: 'Quelqu’un',
  where: {
    channel: 'Voir la question',
    direct: 'demandé en message direct',
    command: 'demandé en privé, avec la commande',
  },
  link: 'Indiquer une réponse',
  write: 'Écrire une réponse',
  decline: 'Pas pour nous',
  post: 'Publier',
  other: 'Autre correspondance',
  leave: 'Laisser',
  forget: 'Oublier',
  tellMe: 'Prévenez-moi quand il y a une réponse',
  closed: {
    linked: (name: string, link: string) => `Réponse de ${name} : ${link}`,
    written: (name: string) => `Réponse de ${name}, avec ses propres mots.`,
    declined: (name: string) => `Pas pour nous, dit ${name}.`,
    posted: (name: string) => `Publié par ${name}.`,
    left: (name: string) => `Laissé par ${name}.`,
    deleted: () => 'La question a été supprimée. Il n’y a plus rien à répondre.',
    edited: () => 'La question a été modifiée, et ce brouillon ne convient plus.',
  },
  edited: 'La question a été modifiée. Voici comment elle se lit maintenant.',
  editedProposal: 'La question a été modifiée. La voici maintenant, avec la réponse qui convient.',
  remembered: (wording: string) => `Retenu pour la prochaine fois : « ${wording} »`,
  forgotten: 'Oublié : cette formulation ne trouve plus la réponse.',
  forgottenAlready: 'Cette formulation était déjà oubliée.',
  passedOn: 'Transmis à l’équipe. La réponse viendra ici.',
  passedOnPrivately: 'Transmis à l’équipe. La réponse te viendra par message direct.',
  passedOnAlready: 'L’équipe a déjà cette question. La réponse viendra ici.',
  noTeam: 'Il n’y a pas de canal d’équipe à qui transmettre ceci.',
  subscribed: 'Je reviendrai ici dès que les notes y répondront.',
  writtenBy: (name: string) => `${name} a répondu pour l’équipe. Cela ne vient pas des notes.`,
  declinedHere: 'L’équipe a vu cette question et ne peut pas y répondre ici.',
  closedAlready: 'Cette question est close : quelqu’un de l’équipe a été plus rapide, ou elle a été modifiée.',
  gone: 'Je ne connais plus cette question.',
  entryGone: 'Cette réponse n’est plus dans les notes. Choisis-en une autre.',
};

/** The modals of *Answer from the notes* and *Write an answer*. Titles and buttons: 24 characters at most. */
export const linking = {
  title: 'Répondre par les notes',
  writeTitle: 'Écrire une réponse',
  post: 'Publier',
  close: 'Fermer',
  loading: 'Un instant …',
  posting: 'Publication …',
  asked: (name: string) => `*${name} a demandé*`,
  offered: 'Meilleures correspondances',
  other: 'Ou une autre question',
  otherHint: 'Tape pour chercher dans toutes les questions',
  preview: 'Ce qui sera publié',
  nothingChosen: 'Choisis une question, sa réponse s’affiche ici.',
  sentence: 'Une phrase à toi',
  sentenceHint: 'Texte simple, au-dessus de la réponse',
  remember: 'Retenir cette formulation',
  rememberOption: 'La prochaine personne qui demande ainsi reçoit cette réponse',
  wording: 'Formulation à retenir',
  wordingHint: 'Sans noms, adresses, liens ni longs nombres ; 300 caractères au plus.',
  wordingMissing: 'Écris la formulation à retenir, ou décoche la case ci-dessus.',
  text: 'Ta réponse',
  textHint: 'Elle est publiée en texte simple avec ton nom, pas comme venant des notes.',
  posted: (link: string) => `Publié dans le fil : ${link}`,
  postedReply: 'voir la réponse',
  writtenPosted: 'Publié dans le fil.',
  learning: 'Apprentissage de la formulation …',
  notRemembered: 'Aucune nouvelle formulation n’a été apprise.',
  problems: {
    'team-only': 'Seule l’équipe peut répondre par les notes. Demande dans le canal, l’équipe le verra.',
    'own-message': 'C’est mon propre message. Choisis celui qui demande quelque chose.',
    'no-message': 'Il n’y a pas de question dans cette ligne. Choisis un message écrit par une personne.',
    'no-notes': 'Il n’y a pas encore de notes pour répondre.',
    gone: 'Cette fenêtre est restée ouverte trop longtemps. Ferme-la et choisis à nouveau le raccourci.',
    'nothing-chosen': 'Choisissez d’abord une question : ci-dessus, ou en tapant.',
    'entry-gone': 'Cette réponse n’est plus dans les notes. Choisis-en une autre.',
    'linked-already': 'Cette réponse a déjà été indiquée pour ce message.',
    'closed-already': 'Cette question est close : quelqu’un de l’équipe a été plus rapide, ou elle a été modifiée.',
    'question-gone': 'La question a été supprimée, il n’y a plus rien à répondre.',
    'something-went-wrong': 'Quelque chose s’est mal passé de mon côté, c’est dans le journal. Merci de réessayer.',
  },
  notInChannel: 'Je ne suis pas encore dans ce canal. Tape `/invite @rolecall` là-bas et réessaie.',
  notVisible:
    'Je ne peux pas publier dans cette conversation : elle est entre d’autres personnes, ou je n’ai pas été invité.',
  archived: 'Ce canal est archivé : personne ne peut y publier.',
  unreachable: 'Slack n’a pas dit si la réponse a été publiée. Regarde dans le fil avant de réessayer.',
  refused: (code: string) => `Slack a refusé de publier la réponse (${code}). Réessaie dans un instant.`,
};

/** What the slash command's subcommands say. */
export const commands = {
  listTitle: 'Toutes les questions auxquelles les notes répondent',
  page: (page: number, pages: number, questions: number) =>
    `${pages === 1 ? '' : `Page ${page} sur ${pages} · `}${count(questions, nouns.question)}`,
  previous: 'Précédent',
  next: 'Suivant',
  unansweredTitle: 'Ce qui a été demandé et à quoi les notes ne répondent pas',
  unansweredNone: 'Rien n’est sans réponse en ce moment.',
  askedLast: (times: number, iso: string) =>
    `demandé ${times === 1 ? 'une fois' : `${times} fois`}, la dernière le ${date(iso)}`,
  more: (groups: number) => `… et ${groups} de plus.`,
  reloaded: (entries: number, posts: number) =>
    `${count(entries, nouns.question)} dans ${count(posts, nouns.note)} : c’est lu.`,
  noNotes: 'Il n’y a pas de notes : rien ne peut recevoir de réponse.',
  noFaults: 'Il n’y a rien à corriger.',
  faults: (many: number) => `${count(many, nouns.fault)} à corriger :`,
  statsTitle: (days: number) => `Les ${days} derniers jours`,
  stats: {
    answer: 'répondu',
    suggest: 'suggérées en privé',
    uncovered: 'absent des notes',
    silent: 'laissé tranquille',
  },
  votes: (helpful: number, other: number) => `Votes : utile ${helpful}, hors sujet ${other}`,
  reading: 'Je relis les notes …',
  forgetMe: {
    button: 'Oublie-moi',
    title: 'Oublier ce que je garde de toi ?',
    text: 'Tes questions, ce que j’en ai décidé, tes votes et tes demandes partent, et les formulations apprises de toi. Ce qui est dans Slack y reste.',
    confirm: 'Oublie-moi',
    deny: 'Garder',
  },
  forgotten:
    'C’est fait. Tes questions, mes décisions à leur sujet, tes votes et promesses et les formulations apprises de toi ont quitté ma mémoire. Ce qui est dans Slack y reste jusqu’à ce que tu le supprimes.',
};

/** The modal of a channel's settings. */
export const settings = {
  title: 'Réglages',
  save: 'Enregistrer',
  close: 'Fermer',
  channel: (channel: string) => `Comment je me comporte dans ${channel} :`,
  label: 'Mode',
  modes: {
    auto: ['Répondre de moi-même', 'Je réponds à ce que les notes couvrent avec certitude, et me tais sinon.'],
    draft: ['Proposer à l’équipe', 'L’équipe publie mes réponses ; qui me mentionne la reçoit aussitôt.'],
    mention: ['Seulement si mentionné', 'Je ne réponds qu’à ceux qui me mentionnent.'],
    off: ['Désactivé', 'Je ne réponds jamais ici. La commande répond toujours en privé.'],
  } satisfies Record<ChannelMode, readonly [string, string]>,
  saved: (channel: string, mode: string) => `Enregistré. Dans ${channel}, c’est maintenant : *${mode}*.`,
  switches: {
    suggestions: {
      label: 'Suggestions discrètes',
      option: 'Si je ne suis pas sûr, montrer au seul demandeur ce qui peut répondre',
    },
    reactions: { label: 'Réactions', option: 'Réagir aux questions : 👀 en cours, ✅ répondu, 👥 chez l’équipe' },
  },
  withoutSuggestions: 'Je n’y suggère rien.',
  withReactions: 'Mes réactions montrent où en est une question : 👀 en cours, ✅ répondu, 👥 chez l’équipe.',
  mayNotReact:
    'Mais l’application ne peut pas encore réagir : demandez à qui l’a installée d’ajouter `reactions:write` à ses autorisations et de la réinstaller.',
  notHere: 'Les réglages appartiennent à un canal. Tape ceci dans le canal voulu.',
  notes: 'Répondre avec',
  notesHint: 'Dossiers et notes qui répondent dans ce canal. Vide : tous.',
  allNotes: 'Toutes les notes',
  answeredFrom: (notes: string) => `Les réponses viennent de ${notes}.`,
};

/** App Home. */
export const home = {
  title: 'Questions et réponses',
  intro: 'Tout ce à quoi les notes répondent. Demande dans un canal, ou écris-moi ici.',
  search: 'Chercher dans les questions',
  searchHint: 'Quelques lettres suffisent, même avec des fautes de frappe',
  found: (questions: number, typed: string) => `${count(questions, nouns.question)} pour « ${typed} »`,
  foundNone: (typed: string) =>
    `Aucune question ne s’approche de « ${typed} ». Pose-la dans un canal : l’équipe voit à quoi les notes ne répondent pas.`,
  none: 'Il n’y a pas encore de notes.',
  showAnswer: 'Voir la réponse',
  answerTitle: 'D’après les notes',
  team: 'Pour l’équipe',
  week: '*Les sept derniers jours*',
  day: 'jour',
  asked: 'posées',
  foundHelpful: 'jugées utiles',
  post: 'article',
  answers: 'réponses',
  gonePost: 'retiré des notes',
  unanswered: '*Sans réponse dans les notes*',
  helpful: (percent: number, votes: number) =>
    `*Utile* : ${percent} % de ${count(votes, nouns.vote)} ces 30 derniers jours`,
  noVotes: '*Utile* : personne n’a voté ces 30 derniers jours',
  notes: (posts: number, entries: number, phrasings: number) =>
    `*Notes* : ${count(posts, nouns.note)}, ${count(entries, nouns.question)}, ${count(phrasings, nouns.phrasing)}`,
  reading: {
    words: 'Les questions sont lues par leurs mots. La lecture par le sens est désactivée ou pas encore prête.',
    'words-and-meaning': 'Les questions sont lues par leurs mots et leur sens.',
  },
  stopped: 'Tu ne voulais pas de suggestions discrètes.',
  forgetTitle: 'Oublier cette formulation ?',
  forgetText: 'Elle ne trouvera plus sa réponse.',
  forget: 'Oublier',
  keep: 'Garder',
  learned: '*Appris dans Slack*',
  learnedFor: (wording: string, question: string) => `« ${wording} » trouve : ${question}`,
};
