// Every sentence that the bot says of its own, in French: in office hours. Names and questions come in escaped. Pure.
import { format } from './french.ts';

const { count, date } = format;
const questions = { one: 'question', other: 'questions' };

export const hours = {
  untitled: 'Permanence',
  start: (title: string, host: string) => `*${title}*\n${host} tient une permanence ici, à partir de maintenant.`,
  how: 'Posez vos questions dans ce canal, un message par question. Je réponds tout de suite à ce que disent les notes ; le reste va à la personne qui anime, qui répond dans votre fil.',
  untilWhen: (command: string) =>
    `Elle se termine par \`${command} office-hours stop\` ou après quatre heures de silence. Je publie alors un résumé.`,
  ended: (title: string) => `*${title}*\nCette permanence est terminée.`,
  askNameless: 'Demander sans nom',
  nobody: 'une personne sans nom',
  somebody: 'Quelqu’un',
  nameless: (text: string) => `*Une personne demande, sans nom :*\n${text}`,
  namelessHint: 'Demandé sans nom. La réponse vient dans ce fil.',
  namelessLabel: 'Votre question',
  namelessPrivacy: 'Je la publie pour vous et ne garde rien qui mène à vous.',
  ask: 'Demander',
  askedNameless: (link: string) =>
    `C’est demandé. La réponse vient dans le fil en dessous${link === '' ? '.' : `: ${link}`}`,
  seeQuestion: 'voir la question',
  directOffer: (channel: string) =>
    `Une permanence se tient dans ${channel}. Dois-je y poser cette question sans nom ? Personne ne saura qui demande, et j’oublie que c’était vous.`,
  earlier: (link: string) => `On l’a déjà demandé pendant cette permanence : ${link}`,
  answeredBy: (name: string) => `${name} y a répondu pendant la permanence. Cela ne vient pas des notes.`,
  started: 'La permanence a commencé.',
  stopped: 'La permanence est terminée. Le résumé est dans le canal, le brouillon d’un article dans celui de l’équipe.',
  usage: (command: string) =>
    `\`${command} office-hours start TITRE\` ouvre une permanence dans un canal, \`${command} office-hours stop\` la termine.`,
  problems: {
    'team-only': 'Seule l’équipe peut le faire. Demandez dans le canal, elle le verra.',
    running: 'Une permanence se tient déjà dans ce canal.',
    'not-running': 'Aucune permanence ne se tient dans ce canal.',
    'not-here': 'Une permanence se tient dans le canal où les gens posent leurs questions. Tapez ceci là-bas.',
    'not-member': 'Cette permanence est dans un canal dont vous n’êtes pas membre.',
    gone: 'Je ne connais plus cette question.',
    'other-gone': 'Je ne connais plus la question que tu as choisie comme étant la même. Rien n’a été changé.',
    'answered-already': 'Quelqu’un de l’équipe a été plus rapide : cette question a sa réponse.',
    'reply-gone': 'Cette réponse n’est plus dans le fil.',
    nothing: 'Écrivez la réponse ou choisissez-en une du fil.',
    'too-many': 'Cela fait plus de cinq questions en une minute. Redemandez dans un moment.',
    'no-text': 'Écrivez votre question en mots.',
  },
  board: (title: string) => `*Permanence : ${title}*`,
  boardWhere: (channel: string, host: string) => `Dans ${channel}, tenue par ${host}. `,
  running: 'Elle est en cours.',
  over: (iso: string) => `Terminée le ${date(iso)}.`,
  none: 'Rien n’a encore été demandé.',
  counts: (asked: number, different: number) =>
    `*${count(asked, questions)} au total*${different === asked ? '' : `, ${different} différentes`}`,
  states: {
    open: (many: number) => `*À suivre : ${many}*`,
    notes: (many: number) => `*Réponses tirées des notes : ${many}*`,
    live: (many: number) => `*Réponses en direct : ${many}*`,
    skipped: (many: number) => `*Mises de côté : ${many}*`,
  },
  open: (many: number) => `*Ouvertes : ${many}*`,
  askedBy: (many: number, names: string) =>
    many === 1 ? `demandé par ${names}` : `demandé ${many} fois, par ${names}`,
  andOthers: (many: number) => `${many} autres`,
  alsoAsked: (wording: string) => `“${wording}”`,
  by: (name: string) => `par ${name}`,
  from: (link: string) => `d’après ${link}`,
  more: (many: number) => `… et ${many} autres.`,
  moreAtHome: (many: number) => `… et ${many} autres, qui viendront ici au fil des réponses.`,
  live: 'Répondre en direct',
  link: 'Lier une réponse',
  take: 'Prendre pour réponse',
  inThread: (name: string) => `_${name} y a répondu dans le fil, et ce n’est pas encore pris pour réponse._`,
  answeredThere: 'répondu dans le fil',
  untaken: (many: number) =>
    many === 1
      ? 'Une question ouverte a une réponse dans son fil. Prenez-la sur le tableau ci-dessus, et elle fera partie de l’article.'
      : `${many} questions ouvertes ont une réponse dans leur fil. Prenez-les sur le tableau ci-dessus, et elles feront partie de l’article.`,
  skip: 'Mettre de côté',
  edit: 'Modifier',
  remove: 'Supprimer',
  removeTitle: 'Supprimer la question ?',
  removeText: 'Le message qui la pose disparaît du canal, pour tout le monde.',
  removeNot: 'La garder',
  reopen: 'Rouvrir',
  reopenOne: 'En rouvrir une …',
  reopenTitle: 'Rouvrir cette question ?',
  reopenText:
    'Elle attend de nouveau une réponse, et celle qu’elle avait quitte le brouillon. Ce qui est dans les fils y reste.',
  reopenNot: 'Laisser ainsi',
  liveText: 'Votre réponse',
  liveHint: 'Elle est publiée avec votre nom dans le fil de chaque personne qui a demandé.',
  liveReply: 'Ou prenez une réponse du fil',
  post: 'Publier',
  posted: 'Publié dans les fils de celles et ceux qui ont demandé.',
  postedSome: (many: number) => `Publié, sauf dans ${many} des fils : Slack l’y a refusé.`,
  editTitle: 'Modifier la question',
  heading: 'Titre dans l’article',
  headingHint: 'Comme on la chercherait.',
  mergeWith: 'La même question que',
  split: 'Pas la même question',
  splitHint: 'Ce que vous cochez devient une question à part.',
  save: 'Enregistrer',
  saved: 'Enregistré.',
  summary: (title: string) => `*${title} : ce qui a été demandé*`,
  draft: (title: string) => `*Brouillon de l’article : ${title}*`,
  draftHow: (note: string) =>
    `Le texte est dans ce fil. Enregistrez-le sous \`${note}\` dans le dossier de vos notes, tel quel si vous voulez, et j’y puise mes réponses.`,
  draftPhrasings: (file: string) => `À côté, sous \`${file}\`, vont les mots dans lesquels on a demandé.`,
  draftParts: (id: string) =>
    `Il est trop long pour un message. \`npm run rolecall -- office-hours --session ${id} --out DOSSIER\` écrit les fichiers en entier.`,
  draftEdit: 'Modifier, sur le tableau ci-dessus, change aussi un titre ici.',
  draftNone: 'Aucune réponse en direct : il n’y a pas de brouillon.',
  draftPart: (name: string, part: number, parts: number) =>
    `\`${name}\`${parts === 1 ? '' : `, partie ${part} sur ${parts}`}`,
};
