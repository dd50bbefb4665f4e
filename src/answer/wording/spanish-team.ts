// Every sentence that the bot says of its own, in Spanish: to the team, and in its windows. Pure.
import type { ChannelMode } from '../channel-mode.ts';
import { format } from './spanish.ts';

const nouns = {
  question: { one: 'pregunta', other: 'preguntas' },
  note: { one: 'nota', other: 'notas' },
  phrasing: { one: 'formulación', other: 'formulaciones' },
  fault: { one: 'fallo', other: 'fallos' },
  vote: { one: 'voto', other: 'votos' },
};
const { count, date } = format;

/** Wordings that askers have chosen an answer for: what the team reads. */
export const offers = {
  title: '*Formulaciones por revisar*',
  intro:
    'Hubo quien eligió estas respuestas para preguntas hechas con sus propias palabras. Una formulación que aceptéis encontrará desde entonces su respuesta.',
  finds: (wording: string, link: string) => `«${wording}»\nencuentra: ${link}`,
  entryGone: 'una respuesta que ya no está en las notas',
  accept: 'Aceptar',
  edit: 'Editar',
  refuse: 'Rechazar',
  accepted: (name: string, wording: string) => `Aceptada por ${name}: «${wording}»`,
  refused: (name: string, wording: string) => `Rechazada por ${name}: «${wording}»`,
  none: 'Se han revisado todas las formulaciones.',
  more: (count: number) => `… y ${count} más; aparecen a medida que decidís.`,
  editTitle: 'Editar la formulación',
  wording: 'Formulación',
  save: 'Aceptar',
  outcomes: {
    accepted: 'Aceptada: quien pregunte así la próxima vez recibe esta respuesta.',
    refused: 'Rechazada.',
    'team-only': 'Solo el equipo puede decidir sobre las formulaciones.',
    gone: 'Ya no conozco esta formulación.',
    'decided-already': 'Alguien del equipo fue más rápido.',
    'entry-gone': 'Esta respuesta ya no está en las notas, así que ninguna formulación puede encontrarla. Recházala.',
    'nothing-to-learn': 'Eso ya encuentra la respuesta, o no queda nada que aprender.',
  },
};

/** What is said to the team, and for it. Names and questions come in escaped. */
export const teamWords = {
  askedBy: (name: string) => `*${name} pregunta al equipo*`,
  proposedFor: (name: string) => `*Borrador: una respuesta para ${name}*`,
  somebody: 'Alguien',
  where: {
    channel: 'Ver la pregunta',
    direct: 'preguntado en un mensaje directo',
    command: 'preguntado en privado, con el comando',
  },
  link: 'Enlazar una respuesta',
  write: 'Escribir una respuesta',
  decline: 'No es para nosotros',
  post: 'Publicar',
  other: 'Otra coincidencia',
  leave: 'Dejarlo',
  forget: 'Olvidar',
  tellMe: 'Avísame cuando haya respuesta',
  closed: {
    linked: (name: string, link: string) => `Respondido por ${name}: ${link}`,
    written: (name: string) => `Respondido por ${name} con sus propias palabras.`,
    declined: (name: string) => `No es para nosotros, dice ${name}.`,
    posted: (name: string) => `Publicado por ${name}.`,
    left: (name: string) => `Dejado por ${name}.`,
    deleted: () => 'La pregunta se borró. Ya no hay nada que responder.',
    edited: () => 'La pregunta se cambió y este borrador ya no encaja.',
  },
  edited: 'La pregunta se cambió. Así dice ahora.',
  editedProposal: 'La pregunta se cambió. Así dice ahora, con la respuesta que encaja.',
  remembered: (wording: string) => `Recordado para la próxima vez: «${wording}»`,
  forgotten: 'Olvidado: esta formulación ya no encuentra la respuesta.',
  forgottenAlready: 'Esta formulación ya estaba olvidada.',
  passedOn: 'Pasado al equipo. La respuesta llegará aquí.',
  passedOnPrivately: 'Pasado al equipo. La respuesta te llegará en un mensaje directo.',
  passedOnAlready: 'El equipo ya tiene esta pregunta. La respuesta llegará aquí.',
  noTeam: 'No hay un canal del equipo al que pasar esto.',
  subscribed: 'Volveré aquí en cuanto las notas respondan a esto.',
  writtenBy: (name: string) => `${name} respondió a esto por el equipo. No viene de las notas.`,
  declinedHere: 'El equipo ha visto esta pregunta y no puede responderla aquí.',
  closedAlready: 'Esta pregunta está cerrada: alguien del equipo fue más rápido, o se cambió mientras tanto.',
  gone: 'Ya no conozco esta pregunta.',
  entryGone: 'Esta respuesta ya no está en las notas. Elige otra.',
};

/** The modals of *Answer from the notes* and *Write an answer*. Titles and buttons: 24 characters at most. */
export const linking = {
  title: 'Responder con las notas',
  writeTitle: 'Escribir una respuesta',
  post: 'Publicar',
  close: 'Cerrar',
  loading: 'Un momento …',
  posting: 'Publicando …',
  asked: (name: string) => `*${name} preguntó*`,
  offered: 'Mejores coincidencias',
  other: 'U otra pregunta',
  otherHint: 'Escribe para buscar en todas las preguntas',
  preview: 'Lo que se publicará',
  nothingChosen: 'Elige una pregunta y su respuesta se verá aquí.',
  sentence: 'Una frase tuya',
  sentenceHint: 'Texto sin formato, encima de la respuesta',
  remember: 'Recordar esta formulación',
  rememberOption: 'Quien pregunte así la próxima vez recibe esta respuesta',
  wording: 'Formulación que se recordará',
  wordingHint: 'Sin nombres, direcciones, enlaces ni números largos; 300 caracteres como máximo.',
  wordingMissing: 'Escribe la formulación que se recordará, o desmarca la casilla de arriba.',
  text: 'Tu respuesta',
  textHint: 'Se publica como texto sin formato con tu nombre, no como algo de las notas.',
  posted: (link: string) => `Publicado en el hilo: ${link}`,
  postedReply: 'ver la respuesta',
  writtenPosted: 'Publicado en el hilo.',
  learning: 'Aprendiendo la formulación …',
  notRemembered: 'No se aprendió ninguna formulación nueva.',
  problems: {
    'team-only': 'Solo el equipo puede responder con las notas. Pregunta en el canal y el equipo lo verá.',
    'own-message': 'Este mensaje es mío. Elige el mensaje que pregunta algo.',
    'no-message': 'En esta línea no hay ninguna pregunta. Elige un mensaje escrito por una persona.',
    'no-notes': 'Todavía no hay notas con las que responder.',
    gone: 'Esta ventana ha estado abierta demasiado tiempo. Ciérrala y elige el atajo otra vez.',
    'nothing-chosen': 'Elige primero una pregunta: arriba, o escribiendo.',
    'entry-gone': 'Esta respuesta ya no está en las notas. Elige otra.',
    'linked-already': 'Esta respuesta ya está enlazada a este mensaje.',
    'closed-already': 'Esta pregunta está cerrada: alguien del equipo fue más rápido, o se cambió mientras tanto.',
    'question-gone': 'La pregunta se ha borrado, así que no hay nada que responder.',
    'something-went-wrong': 'Algo salió mal por mi parte y está en el registro. Inténtalo de nuevo.',
  },
  notInChannel: 'Todavía no estoy en este canal. Escribe allí `/invite @rolecall` e inténtalo de nuevo.',
  notVisible: 'No puedo publicar en esta conversación: es entre otras personas, o no me han invitado.',
  archived: 'Este canal está archivado: nadie puede publicar en él.',
  unreachable: 'Slack no dijo si la respuesta se publicó. Mira el hilo antes de intentarlo de nuevo.',
  refused: (code: string) => `Slack no quiso publicar la respuesta (${code}). Inténtalo de nuevo en un momento.`,
};

/** What the slash command's subcommands say. */
export const commands = {
  listTitle: 'Todas las preguntas que las notas responden',
  page: (page: number, pages: number, questions: number) =>
    `${pages === 1 ? '' : `Página ${page} de ${pages} · `}${count(questions, nouns.question)}`,
  previous: 'Anterior',
  next: 'Siguiente',
  unansweredTitle: 'Lo que se preguntó y las notas no responden',
  unansweredNone: 'Ahora mismo no queda nada sin responder.',
  askedLast: (times: number, iso: string) =>
    `preguntado ${times === 1 ? 'una vez' : `${times} veces`}, la última el ${date(iso)}`,
  more: (groups: number) => `… y ${groups} más.`,
  reloaded: (entries: number, posts: number) =>
    `${count(entries, nouns.question)} en ${count(posts, nouns.note)}: leídas.`,
  noNotes: 'No hay notas: no se puede responder a nada.',
  noFaults: 'No hay nada que corregir.',
  faults: (many: number) => `${count(many, nouns.fault)} por corregir:`,
  statsTitle: (days: number) => `Los últimos ${days} días`,
  stats: {
    answer: 'respondidas',
    suggest: 'sugeridas en privado',
    uncovered: 'no están en las notas',
    silent: 'sin intervenir',
  },
  votes: (helpful: number, other: number) => `Votos: útil ${helpful}, no era lo que se preguntó ${other}`,
  reading: 'Leo las notas de nuevo …',
  forgetMe: {
    button: 'Olvídame',
    title: '¿Olvidar lo que guardo de ti?',
    text: 'Se borran tus preguntas, lo que decidí sobre ellas, tus votos y encargos, y las formulaciones aprendidas de ti. Lo que está en Slack sigue allí.',
    confirm: 'Olvídame',
    deny: 'Conservar',
  },
  forgotten:
    'Hecho. Tus preguntas, lo que decidí sobre ellas, tus votos y promesas y las formulaciones aprendidas de ti han salido de mi memoria. Lo que está en Slack sigue allí hasta que lo borres.',
};

/** The modal of a channel's settings. */
export const settings = {
  title: 'Ajustes',
  save: 'Guardar',
  close: 'Cerrar',
  channel: (channel: string) => `Cómo me comporto en ${channel}:`,
  label: 'Modo',
  modes: {
    auto: ['Responder por mi cuenta', 'Respondo lo que las notas responden con seguridad, y si no, callo.'],
    draft: ['Proponer al equipo', 'El equipo publica mis respuestas; si me mencionan, respondo al momento.'],
    mention: ['Solo si me mencionan', 'Respondo solo a quienes me mencionan.'],
    off: ['Desactivado', 'Aquí nunca respondo. El comando sigue respondiendo en privado.'],
  } satisfies Record<ChannelMode, readonly [string, string]>,
  saved: (channel: string, mode: string) => `Guardado. En ${channel} ahora es: *${mode}*.`,
  switches: {
    suggestions: {
      label: 'Sugerencias discretas',
      option: 'Si no estoy seguro, mostrar solo a quien pregunta lo que puede responder',
    },
    reactions: {
      label: 'Reacciones',
      option: 'Reaccionar a las preguntas: 👀 en ello, ✅ respondida, 👥 con el equipo',
    },
  },
  withoutSuggestions: 'Allí no sugiero nada.',
  withReactions: 'Mis reacciones muestran cómo está una pregunta: 👀 en ello, ✅ respondida, 👥 con el equipo.',
  mayNotReact:
    'Pero la aplicación aún no puede reaccionar: pide a quien la instaló que añada `reactions:write` a sus permisos y la instale de nuevo.',
  notHere: 'Los ajustes pertenecen a un canal. Escribe esto en el canal que quieras.',
  notes: 'Responder con',
  notesHint: 'Carpetas y notas que responden en este canal. Vacío: todas.',
  allNotes: 'Todas las notas',
  answeredFrom: (notes: string) => `Se responde con ${notes}.`,
};

/** App Home. */
export const home = {
  title: 'Preguntas y respuestas',
  intro: 'Todo lo que las notas responden. Pregúntame en un canal, o escríbeme aquí.',
  search: 'Buscar en las preguntas',
  searchHint: 'Bastan unas letras, también con erratas',
  found: (questions: number, typed: string) => `${count(questions, nouns.question)} para «${typed}»`,
  foundNone: (typed: string) =>
    `Ninguna pregunta se acerca a «${typed}». Hazla en un canal: el equipo ve lo que las notas no responden.`,
  none: 'Todavía no hay notas.',
  showAnswer: 'Mostrar la respuesta',
  answerTitle: 'De las notas',
  team: 'Para el equipo',
  week: '*Los últimos siete días*',
  day: 'día',
  asked: 'preguntadas',
  foundHelpful: 'útiles',
  post: 'artículo',
  answers: 'respuestas',
  gonePost: 'ya no está en las notas',
  unanswered: '*Sin respuesta en las notas*',
  helpful: (percent: number, votes: number) =>
    `*Útil*: ${percent} % de ${count(votes, nouns.vote)} en los últimos 30 días`,
  noVotes: '*Útil*: nadie ha votado en los últimos 30 días',
  notes: (posts: number, entries: number, phrasings: number) =>
    `*Notas*: ${count(posts, nouns.note)}, ${count(entries, nouns.question)}, ${count(phrasings, nouns.phrasing)}`,
  reading: {
    words: 'Las preguntas se leen por sus palabras. Leer por el significado está desactivado o aún no está listo.',
    'words-and-meaning': 'Las preguntas se leen por sus palabras y su significado.',
  },
  stopped: 'No querías sugerencias discretas.',
  forgetTitle: '¿Olvidar esta formulación?',
  forgetText: 'Ya no encontrará su respuesta.',
  forget: 'Olvidar',
  keep: 'Conservar',
  learned: '*Aprendido en Slack*',
  learnedFor: (wording: string, question: string) => `«${wording}» encuentra: ${question}`,
};
