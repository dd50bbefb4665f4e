// Every sentence that the bot says of its own, in Spanish: to those who ask. Pure.
import type { ChannelMode } from '../channel-mode.ts';
import type { HelpReply } from '../reply/reply.ts';
import { toFormat } from './format.ts';

const nouns = {
  question: { one: 'pregunta', other: 'preguntas' },
};

export const format = toFormat('es', {
  day: { one: 'día', other: 'días' },
  month: { one: 'mes', other: 'meses' },
  year: { one: 'año', other: 'años' },
});
const { age, count, date, number, shortDate } = format;

export const decisionNames = {
  answer: 'Respondida',
  suggest: 'Sugerida',
  uncovered: 'No está en las notas',
  silent: 'Sin intervenir',
  proposed: 'Propuesta al equipo',
};

export const reasons = {
  matched: 'Las notas responden a esta pregunta.',
  'matched-some': 'Las notas responden a una parte de este mensaje.',
  proposed: 'Las notas responden a esta pregunta. La respuesta se ha propuesto al equipo, que puede publicarla.',
  'probably-among-these':
    'Ninguna respuesta es lo bastante segura, pero la correcta está probablemente entre las mejores coincidencias.',
  'not-in-notes': 'Las notas no responden a esta pregunta.',
  'not-certain-enough': 'La mejor coincidencia no es lo bastante segura para intervenir en un canal.',
  'matched-statement': 'No es claramente una pregunta, pero es probable que las notas digan algo al respecto.',
  'suggested-beside':
    'La respuesta correcta está probablemente entre las mejores coincidencias, pero otra pregunta del mensaje recibió la sugerencia.',
  'suggested-lately':
    'La respuesta correcta está probablemente entre las mejores coincidencias, pero esta persona recibió una sugerencia hace menos de diez minutos.',
  'suggestions-unwanted':
    'La respuesta correcta está probablemente entre las mejores coincidencias, pero esta persona pasó por alto las dos últimas sugerencias: ninguna durante una semana.',
  'suggestions-stopped':
    'La respuesta correcta está probablemente entre las mejores coincidencias, pero esta persona no quiere sugerencias.',
  'suggestions-off':
    'La respuesta correcta está probablemente entre las mejores coincidencias, pero las sugerencias están desactivadas en este canal.',
  'too-late-to-suggest':
    'La respuesta correcta está probablemente entre las mejores coincidencias, pero el mensaje es demasiado antiguo para una sugerencia.',
  'asks-nothing': 'No se lee claramente como una pregunta.',
  'addresses-somebody-else': 'Se dirige a otra persona.',
  'team-member': 'El equipo responde por sí mismo: lo escribió alguien del equipo.',
  'channel-is-off': 'El bot está desactivado en este canal.',
  'channel-answers-mentions-only': 'En este canal el bot solo responde cuando se le menciona.',
  'not-a-follow-up': 'Es una respuesta en un hilo en el que el bot no ha respondido a esta persona.',
  'sent-to-channel-too': 'Es una respuesta que también se envió al canal.',
  'too-many-questions': 'Más de cinco preguntas en un minuto de una persona.',
  'already-answered-here': 'La misma respuesta ya está en este hilo.',
  'answered-by-person': 'Alguien ha respondido en el hilo.',
  'no-notes': 'No hay notas con las que responder.',
};

export const notices = {
  'too-many-questions':
    'Fueron más de cinco preguntas en un minuto, así que dejé algunas. Vuelve a preguntar en un momento, o mira las notas en mi pestaña Inicio.',
  'team-member':
    'No intervengo en las preguntas del equipo, para que podáis hablar con calma. Mencióname si quieres la respuesta de las notas. Solo lo digo una vez.',
  'team-only': 'Solo el equipo puede hacer esto. Pregunta en el canal y el equipo lo verá.',
  'not-yours': 'Aquí solo puede elegir quien preguntó, o el equipo.',
  'not-in-channel':
    'No estoy en este canal, así que no puedo escribir aquí. Invítame con `/invite` e inténtalo de nuevo.',
  'something-went-wrong': 'Algo salió mal por mi parte y está en el registro. Inténtalo de nuevo.',
};

export const buttons = {
  helpful: 'Útil',
  notWhatIAsked: 'No es lo que pregunté',
  askTeam: 'Preguntar al equipo',
  remove: 'Quitar',
  keep: 'Conservar',
  share: 'Compartir en el canal',
  showThisInstead: 'Mostrar esto en su lugar',
};

export const replies = {
  readFullPost: 'Leer el artículo completo',
  youAsked: (question: string) => `Preguntaste: «${question}»`,
  leftOut: (characters: number) => `El artículo tiene ${number(characters)} caracteres más sobre esto.`,
  stale: (days: number) => `Antigüedad de esta nota: ${age(days)}.`,
  closed: 'Este puesto está cerrado. Esto decían las notas mientras estaba abierto:',
  notCovered: (question: string) => `Las notas no responden a esto: «${question}»`,
  answeredAbove: 'Respondido más arriba en este hilo:',
  notInNotes: 'Las notas no responden a esto.',
  mayPassOn: 'Puedes pasarlo al equipo.',
  otherLanguage: (languages: string) => `Pregunta en ${languages}, por favor: no hay notas en otro idioma.`,
  noNotesYet: 'Todavía no hay notas con las que responder.',
  suggest: 'No estoy seguro de a cuál de estas te refieres:',
  suggestFor: (question: string) => `Sobre «${question}» no estoy seguro de a cuál te refieres:`,
  perhaps: (question: string) => `Sobre «${question}» no estoy seguro. Quizá:`,
  sharedBy: (name: string) => `${name} compartió esto de las notas.`,
  shared: 'Compartido en el canal.',
  gone: 'Esta respuesta ya no está en las notas.',
  removeTitle: '¿Quitar la respuesta?',
  removeQuestion: 'Desaparece para todas las personas. Solo pueden hacerlo quien preguntó y el equipo.',
  updated: (iso: string) => `actualizado el ${shortDate(iso)}`,
  told: 'Querías saberlo: las notas ya responden a esto.',
  late: 'No estaba cuando se preguntó, por eso la respuesta llega tarde.',
  linkedBy: (name: string) => `${name} enlazó esto de las notas.`,
  meanwhile: (name: string, iso: string) =>
    `${name} escribió esto por el equipo el ${date(iso)}. Todavía no está en las notas.`,
  leftOutMeanwhile: (characters: number) => `Hay ${number(characters)} caracteres más.`,
};

/** Quiet suggestions: what the asker alone reads. */
export const suggestions = {
  lead: 'Quizá las notas respondan a esto. Solo tú lo ves.',
  gone: 'ya no está en las notas',
  none: 'Ninguna de estas',
  stop: 'No sugerir más',
  again: 'Volver a sugerir',
  post: 'Publicar en el hilo',
  back: 'Atrás',
  onlyYou: 'Solo tú ves esta respuesta.',
  refused: 'Gracias. Entonces las notas no responden a ello.',
  refusedAskTeam: 'Gracias. Entonces las notas no responden a ello. Puedes pasarlo al equipo.',
  posted: (link: string) => `Publicado en el hilo${link === '' ? '.' : `: ${link}`}`,
  stopped: 'No te sugeriré nada más. Mencióname cuando quieras saber algo.',
  startedAgain: 'Volveré a sugerirte respuestas.',
  seePosted: 'ver la respuesta',
  unpressable: {
    gone: 'Ya no conozco esta sugerencia. Mencióname con tu pregunta.',
    'not-yours': 'Esta sugerencia no es para ti.',
    'question-gone': 'Tu pregunta se ha borrado, así que no hay nada que responder.',
    'question-edited': 'Has cambiado tu pregunta. Mencióname si sigue esperando respuesta.',
    'entry-gone': 'Esta respuesta ya no está en las notas.',
  },
  answered: (link: string) => `Alguien ha respondido mientras tanto${link === '' ? '.' : `: ${link}`}`,
};

/** What one person hears after pressing a button under a reply. */
export const votes = {
  helpful: 'Gracias: así el equipo ve qué funciona.',
  notWhatIAsked: 'Gracias, anotado. Nadie más ve tu voto.',
  whatIsWrong: '¿Qué falla?',
  reasons: { 'another-question': 'Otra pregunta', 'out-of-date': 'Anticuado', 'not-enough': 'No basta' },
  noted: (reason: string) => `Gracias, anotado: ${reason.toLocaleLowerCase()}.`,
  nextMatches: 'Después, las notas habrían respondido a una de estas:',
  nextMatchesForAsker:
    'Después, las notas habrían respondido a una de estas. Un clic la pone en el lugar de la respuesta:',
  noNextMatch: 'Las notas no tienen otra respuesta que se acerque.',
  replaced: (question: string) => `La respuesta es ahora la de: «${question}»`,
  removed: 'La respuesta se ha quitado.',
  unknownReply: 'Ya no puedo cambiar esta respuesta.',
};

/** Previews of links to the notes. */
export const unfurls = {
  questions: (many: number) => `${count(many, nouns.question)} con respuesta allí:`,
};

/** *Why this answer?* */
export const why = {
  title: '¿Por qué esta respuesta?',
  unknown: 'No tengo nada sobre este mensaje: llegó antes que yo, a un lugar que no leo, o hace demasiado tiempo.',
  wouldBe: 'Con estas palabras en un canal, ahora decidiría:',
  shared: 'Alguien compartió esta respuesta en el canal a mano.',
  chosen: 'Alguien eligió esta respuesta entre mis sugerencias. Lo que había decidido:',
  replaced: 'Alguien ha puesto después otra respuesta en su lugar. Lo que había decidido:',
  linked: (name: string) => `${name} enlazó esta respuesta a mano. Sobre la pregunta en sí había decidido:`,
  question: (text: string) => `«${text}»`,
  closest: (link: string) => `Lo más cercano en las notas: ${link}`,
  words: (words: string) => `Palabras en común: ${words}`,
  noWords: 'No tienen ninguna palabra en común.',
  source: {
    question: (text: string) => `Se encontró por su título: «${text}»`,
    phrasing: (text: string) => `Se encontró por una formulación: «${text}»`,
    passage: (text: string) => `Se encontró por un pasaje de la respuesta: «${text}»`,
  },
  readAs: (typed: string, word: string) => `«${typed}» se leyó como «${word}»`,
  shares: (words: number, meaning: number | null) =>
    meaning === null
      ? 'Leído solo por las palabras.'
      : `Ordenado un ${words} % por las palabras y un ${meaning} % por el significado.`,
  confidence: (percent: number) => `seguro al ${percent} %`,
  figures: 'Mostrar las cifras',
  figuresTitle: 'Las cifras',
  /** How certain a match is, in words: from 90%, from 50%, from 15%, below. */
  levels: { certain: 'casi seguro', probable: 'probablemente', possible: 'quizá', unlikely: 'apenas' },
  teach: 'Recordar esta formulación',
  taught: (question: string) => `Desde ahora esta formulación encuentra: ${question}`,
  knownAlready: 'Esta formulación ya encuentra esa respuesta, o no queda nada de ella que aprender.',
};

/** What the bot tells privately to whoever invited it to a channel. */
export function invited(mode: ChannelMode, command: string, hasTeam: boolean): string {
  const modes: Readonly<Record<ChannelMode, string>> = {
    auto: 'Aquí respondo por mi cuenta a las preguntas que las notas del equipo responden con seguridad, en el hilo y palabra por palabra. Donde estoy menos seguro muestro solo a quien pregunta lo que podría responderle; en lo demás no intervengo.',
    draft:
      'Cuando las notas del equipo responden aquí a una pregunta, llevo la respuesta al equipo, que la publica con un clic. Quien me menciona recibe la respuesta al momento.',
    mention: 'Aquí solo respondo cuando alguien me menciona.',
    off: 'Aquí estoy desactivado: nunca respondo.',
  };
  const change = hasTeam ? ` El equipo puede cambiarlo con \`${command} settings\`;` : '';
  return `Gracias por la invitación. ${modes[mode]}${change} \`${command} list\` muestra a qué responden las notas. Solo tú ves esto.`;
}

/** The help, as lines: what the bot does, and how to ask. */
export function helpLines({
  command,
  isTeamMember,
  example,
}: Pick<HelpReply, 'command' | 'isTeamMember' | 'example'>): readonly string[] {
  const lines = [
    'Respondo a preguntas sobre este puesto con las notas publicadas del equipo, palabra por palabra, con un enlace al artículo.',
    'Pregunta en el canal, mencióname en un hilo o escríbeme directamente. Lo que las notas no dicen, no lo sé.',
    `\`${command} ${example ?? 'tu pregunta'}\` responde solo a ti; puedes compartir la respuesta en el canal.`,
  ];
  const list = `\`${command} list\` muestra todas las preguntas que las notas responden; \`${command} forget-me\` borra lo que guardo sobre ti.`;
  const team = `Para el equipo: \`${command} unanswered\`, \`${command} drafts\`, \`${command} office-hours\`, \`${command} settings\`, \`${command} stats\`, \`${command} reload\`.`;
  return isTeamMember ? [...lines, list, team] : [...lines, list];
}
