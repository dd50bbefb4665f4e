// Every sentence that the bot says of its own, in French: to those who ask. Pure.
import type { ChannelMode } from '../channel-mode.ts';
import type { HelpReply } from '../reply/reply.ts';
import { toFormat } from './format.ts';

const nouns = {
  question: { one: 'question', other: 'questions' },
};

export const format = toFormat('fr', {
  day: { one: 'jour', other: 'jours' },
  month: { one: 'mois', other: 'mois' },
  year: { one: 'an', other: 'ans' },
});
const { age, count, date, number, shortDate } = format;

export const decisionNames = {
  answer: 'Répondu',
  suggest: 'Suggéré',
  uncovered: 'Absent des notes',
  silent: 'Laissé tranquille',
  proposed: 'Proposé à l’équipe',
};

export const reasons = {
  matched: 'Les notes répondent à cette question.',
  'matched-some': 'Les notes répondent à une partie de ce message.',
  proposed: 'Les notes répondent à cette question. La réponse a été proposée à l’équipe, qui peut la publier.',
  'probably-among-these':
    'Aucune réponse n’est assez sûre, mais la bonne est probablement parmi les meilleures correspondances.',
  'not-in-notes': 'Les notes ne répondent pas à cette question.',
  'not-certain-enough': 'La meilleure correspondance n’est pas assez sûre pour intervenir dans un canal.',
  'matched-statement': 'Ce n’est pas clairement une question, mais les notes en disent sans doute quelque chose.',
  'suggested-beside':
    'La bonne réponse est probablement parmi les meilleures correspondances, mais une autre question du message a reçu la suggestion.',
  'suggested-lately':
    'La bonne réponse est probablement parmi les meilleures correspondances, mais cette personne a reçu une suggestion il y a moins de dix minutes.',
  'suggestions-unwanted':
    'La bonne réponse est probablement parmi les meilleures correspondances, mais cette personne a ignoré les deux dernières suggestions : plus aucune pendant une semaine.',
  'suggestions-stopped':
    'La bonne réponse est probablement parmi les meilleures correspondances, mais cette personne ne veut pas de suggestions.',
  'suggestions-off':
    'La bonne réponse est probablement parmi les meilleures correspondances, mais les suggestions sont désactivées dans ce canal.',
  'too-late-to-suggest':
    'La bonne réponse est probablement parmi les meilleures correspondances, mais le message est trop ancien pour une suggestion.',
  'asks-nothing': 'Cela ne se lit pas clairement comme une question.',
  'addresses-somebody-else': 'Cela s’adresse à quelqu’un d’autre.',
  'team-member': 'L’équipe répond elle-même : un de ses membres a écrit ce message.',
  'channel-is-off': 'Le bot est désactivé dans ce canal.',
  'channel-answers-mentions-only': 'Dans ce canal, le bot ne répond que lorsqu’on le mentionne.',
  'not-a-follow-up': 'C’est une réponse dans un fil où le bot n’a pas répondu à cette personne.',
  'sent-to-channel-too': 'C’est une réponse envoyée aussi au canal.',
  'too-many-questions': 'Plus de cinq questions en une minute de la même personne.',
  'already-answered-here': 'La même réponse se trouve déjà dans ce fil.',
  'answered-by-person': 'Quelqu’un a répondu dans le fil.',
  'no-notes': 'Il n’y a pas de notes pour répondre.',
};

export const notices = {
  'too-many-questions':
    'Cela faisait plus de cinq questions en une minute, j’en ai donc laissé de côté. Réessaie dans un instant, ou parcours les notes dans mon onglet Accueil.',
  'team-member':
    'Je laisse les questions de l’équipe tranquilles, pour que vous puissiez discuter en paix. Mentionne-moi si tu veux la réponse des notes. Je ne le dis qu’une fois.',
  'team-only': 'Seule l’équipe peut faire cela. Pose ta question dans le canal, l’équipe la verra.',
  'not-yours': 'Seule la personne qui a posé la question, ou l’équipe, peut choisir ici.',
  'not-in-channel': 'Je ne suis pas dans ce canal et ne peux pas y écrire. Invite-moi avec `/invite` et réessaie.',
  'something-went-wrong': 'Quelque chose s’est mal passé de mon côté, c’est dans le journal. Merci de réessayer.',
};

export const buttons = {
  helpful: 'Utile',
  notWhatIAsked: 'Pas ma question',
  askTeam: 'Demander à l’équipe',
  remove: 'Retirer',
  keep: 'Garder',
  share: 'Partager dans le canal',
  showThisInstead: 'Montrer ceci à la place',
};

export const replies = {
  readFullPost: 'Lire l’article complet',
  youAsked: (question: string) => `Tu as demandé : « ${question} »`,
  leftOut: (characters: number) => `L’article contient encore ${number(characters)} caractères à ce sujet.`,
  stale: (days: number) => `Âge de cette note : ${age(days)}.`,
  closed: 'Ce poste est fermé. Voici ce que disaient les notes quand il était ouvert :',
  notCovered: (question: string) => `Les notes n’y répondent pas : « ${question} »`,
  answeredAbove: 'Réponse plus haut dans ce fil :',
  notInNotes: 'Les notes n’y répondent pas.',
  mayPassOn: 'Tu peux transmettre la question à l’équipe.',
  otherLanguage: (languages: string) =>
    `Demande en ${languages}, s’il te plaît : il n’y a pas de notes dans une autre langue.`,
  noNotesYet: 'Il n’y a pas encore de notes pour répondre.',
  suggest: 'Je ne sais pas laquelle de ces questions tu veux dire :',
  suggestFor: (question: string) => `Pour « ${question} », je ne sais pas laquelle tu veux dire :`,
  perhaps: (question: string) => `Pour « ${question} », je ne suis pas sûr. Peut-être :`,
  sharedBy: (name: string) => `${name} a partagé ceci à partir des notes.`,
  shared: 'Partagé dans le canal.',
  gone: 'Cette réponse n’est plus dans les notes.',
  removeTitle: 'Retirer la réponse ?',
  removeQuestion:
    'Elle disparaît pour tout le monde. Seules la personne qui a posé la question et l’équipe peuvent le faire.',
  updated: (iso: string) => `mis à jour le ${shortDate(iso)}`,
  told: 'Tu voulais le savoir : les notes y répondent maintenant.',
  late: 'J’étais absent quand la question a été posée, la réponse arrive donc tard.',
  linkedBy: (name: string) => `${name} a indiqué ceci à partir des notes.`,
  meanwhile: (name: string, iso: string) =>
    `${name} a écrit ceci pour l’équipe le ${date(iso)}. Ce n’est pas encore dans les notes.`,
  leftOutMeanwhile: (characters: number) => `Il y a encore ${number(characters)} caractères.`,
};

/** Quiet suggestions: what the asker alone reads. */
export const suggestions = {
  lead: 'Les notes y répondent peut-être. Toi seul vois ceci.',
  gone: 'n’est plus dans les notes',
  none: 'Aucune de celles-ci',
  stop: 'Plus de suggestions',
  again: 'Suggérer à nouveau',
  post: 'Publier dans le fil',
  back: 'Retour',
  onlyYou: 'Toi seul vois cette réponse.',
  refused: 'Merci. Les notes n’y répondent donc pas.',
  refusedAskTeam: 'Merci. Les notes n’y répondent donc pas. Tu peux transmettre la question à l’équipe.',
  posted: (link: string) => `Publié dans le fil${link === '' ? '.' : ` : ${link}`}`,
  stopped: 'Je ne te suggérerai plus rien. Mentionne-moi quand tu veux savoir quelque chose.',
  startedAgain: 'Je te suggérerai à nouveau des réponses.',
  seePosted: 'voir la réponse',
  unpressable: {
    gone: 'Je ne connais plus cette suggestion. Mentionne-moi avec ta question.',
    'not-yours': 'Cette suggestion n’est pas pour toi.',
    'question-gone': 'Ta question a été supprimée, il n’y a plus rien à répondre.',
    'question-edited': 'Tu as modifié ta question depuis. Mentionne-moi si elle attend encore une réponse.',
    'entry-gone': 'Cette réponse n’est plus dans les notes.',
  },
  answered: (link: string) => `Quelqu’un a répondu entre-temps${link === '' ? '.' : ` : ${link}`}`,
};

/** What one person hears after pressing a button under a reply. */
export const votes = {
  helpful: 'Merci : cela aide l’équipe à voir ce qui marche.',
  notWhatIAsked: 'Merci, c’est noté. Personne d’autre ne voit ton vote.',
  whatIsWrong: 'Qu’est-ce qui ne va pas ?',
  reasons: { 'another-question': 'Autre question', 'out-of-date': 'Dépassé', 'not-enough': 'Pas assez' },
  noted: (reason: string) => `Merci, noté : ${reason.toLocaleLowerCase()}.`,
  nextMatches: 'Ensuite, les notes auraient répondu à l’une de celles-ci :',
  nextMatchesForAsker:
    'Ensuite, les notes auraient répondu à l’une de celles-ci. Un clic la met à la place de la réponse :',
  noNextMatch: 'Les notes n’ont pas d’autre réponse qui s’en approche.',
  replaced: (question: string) => `La réponse porte maintenant sur : « ${question} »`,
  removed: 'La réponse est retirée.',
  unknownReply: 'Je ne peux plus modifier cette réponse.',
};

/** Previews of links to the notes. */
export const unfurls = {
  questions: (many: number) => `${count(many, nouns.question)} avec réponse :`,
};

/** *Why this answer?* */
export const why = {
  title: 'Pourquoi cette réponse ?',
  unknown:
    'Je n’ai rien sur ce message : il est arrivé avant moi, dans un endroit que je ne lis pas, ou il y a trop longtemps.',
  wouldBe: 'Avec ces mots dans un canal, je déciderais maintenant :',
  shared: 'Quelqu’un a partagé cette réponse dans le canal à la main.',
  chosen: 'Quelqu’un a choisi cette réponse parmi mes suggestions. J’avais décidé :',
  replaced: 'Quelqu’un a mis une autre réponse à sa place depuis. J’avais décidé :',
  linked: (name: string) => `${name} a indiqué cette réponse à la main. Pour la question elle-même, j’avais décidé :`,
  question: (text: string) => `« ${text} »`,
  closest: (link: string) => `Le plus proche dans les notes : ${link}`,
  words: (words: string) => `Mots en commun : ${words}`,
  noWords: 'Elles n’ont aucun mot en commun.',
  source: {
    question: (text: string) => `Trouvée par son titre : « ${text} »`,
    phrasing: (text: string) => `Trouvée par une formulation : « ${text} »`,
    passage: (text: string) => `Trouvée par un passage de la réponse : « ${text} »`,
  },
  readAs: (typed: string, word: string) => `« ${typed} » a été lu comme « ${word} »`,
  shares: (words: number, meaning: number | null) =>
    meaning === null ? 'Lu par les mots seuls.' : `Classé à ${words} % par les mots, à ${meaning} % par le sens.`,
  confidence: (percent: number) => `sûr à ${percent} %`,
  figures: 'Montrer les chiffres',
  figuresTitle: 'Les chiffres',
  /** How certain a match is, in words: from 90%, from 50%, from 15%, below. */
  levels: { certain: 'presque sûrement', probable: 'probablement', possible: 'peut-être', unlikely: 'à peine' },
  teach: 'Retenir cette formulation',
  taught: (question: string) => `Désormais, cette formulation trouve : ${question}`,
  knownAlready: 'Cette formulation trouve déjà cette réponse, ou il n’en reste rien à apprendre.',
};

/** What the bot tells privately to whoever invited it to a channel. */
export function invited(mode: ChannelMode, command: string, hasTeam: boolean): string {
  const modes: Readonly<Record<ChannelMode, string>> = {
    auto: 'Je réponds ici de moi-même aux questions auxquelles les notes de l’équipe répondent avec certitude, dans le fil, mot pour mot. Quand je suis moins sûr, je montre à la personne qui demande, et à elle seule, ce qui pourrait y répondre ; je laisse tout le reste tranquille.',
    draft:
      'Quand les notes de l’équipe répondent ici à une question, j’apporte la réponse à l’équipe, qui la publie d’un clic. Qui me mentionne reçoit la réponse aussitôt.',
    mention: 'Je ne réponds ici que lorsqu’on me mentionne.',
    off: 'Je suis désactivé ici : je ne réponds jamais.',
  };
  const change = hasTeam ? ` L’équipe peut changer cela avec \`${command} settings\` ;` : '';
  return `Merci pour l’invitation. ${modes[mode]}${change} \`${command} list\` montre à quoi les notes répondent. Toi seul vois ceci.`;
}

/** The help, as lines: what the bot does, and how to ask. */
export function helpLines({
  command,
  isTeamMember,
  example,
}: Pick<HelpReply, 'command' | 'isTeamMember' | 'example'>): readonly string[] {
  const lines = [
    'Je réponds aux questions sur ce poste à partir des notes publiées de l’équipe, mot pour mot, avec un lien vers l’article.',
    'Demande dans le canal, mentionne-moi dans un fil ou écris-moi directement. Ce que les notes ne disent pas, je ne le sais pas.',
    `\`${command} ${example ?? 'ta question'}\` répond à toi seul ; tu peux partager la réponse dans le canal.`,
  ];
  const list = `\`${command} list\` montre toutes les questions auxquelles les notes répondent ; \`${command} forget-me\` efface ce que je garde sur toi.`;
  const team = `Pour l’équipe : \`${command} unanswered\`, \`${command} drafts\`, \`${command} office-hours\`, \`${command} settings\`, \`${command} stats\`, \`${command} reload\`.`;
  return isTeamMember ? [...lines, list, team] : [...lines, list];
}
