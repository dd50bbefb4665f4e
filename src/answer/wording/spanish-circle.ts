// Every sentence that the bot says of its own, in Spanish: about what the team writes itself. Pure.
import { format } from './spanish.ts';

const { count, date } = format;

/** Draft entries. Names, questions and answers come in escaped. Titles and buttons of windows: 24 characters at most. */
export const drafts = {
  offer: (question: string) => `¿Guardar tu respuesta a «${question}» para las notas? Solo tú ves esto.`,
  offerCorrection: (question: string) =>
    `Has escrito debajo de la respuesta a «${question}». ¿Guardarlo como corrección para las notas? Solo tú ves esto.`,
  offerWhich:
    'Escribiste debajo de una respuesta a varias preguntas. ¿Corrige una de ellas, o es una respuesta nueva? Solo tú ves esto.',
  correctsThis: (question: string) => `Corrige: ${question}`,
  keepNew: 'Una respuesta nueva',
  keep: 'Guardar como respuesta',
  drop: 'No, gracias',
  title: '*Borradores para las notas*',
  intro:
    'Lo que el equipo ha escrito en Slack. Lo que aceptéis entra en las notas con el próximo `rolecall export-drafts`; hasta entonces solo responde donde lo digáis.',
  none: 'No espera ningún borrador. Lo que escribáis bajo una pregunta se puede guardar como uno.',
  offered: '*Tus propias palabras: ¿guardarlas para las notas?*',
  by: (name: string, iso: string) => `${name}, ${date(iso)}`,
  corrects: (link: string) => `corrige: ${link}`,
  correctsGone: 'corrige una respuesta que ya no está en las notas',
  questionGone: 'La pregunta se quitó a petición de su autor: edita el borrador y escribe una.',
  states: {
    kept: 'espera',
    taken: (name: string) => `aceptado por ${name}`,
    released: 'responde mientras tanto',
    exported: 'exportado',
  },
  edit: 'Editar',
  take: 'Aceptar',
  refuse: 'Rechazar',
  release: 'Responder ya',
  stop: 'Dejar de responder',
  confirmTitle: '¿Responder ya?',
  confirmText: (days: number) =>
    `Quien pregunte recibe estas palabras enseguida, con autor y fecha, durante ${days} días como máximo.`,
  confirmDeny: 'Todavía no',
  editTitle: 'Editar el borrador',
  question: 'Pregunta',
  questionHint: 'Como la buscaría un lector; sin nombres, direcciones ni enlaces.',
  answer: 'Respuesta',
  answerHint: 'En Markdown',
  tooLong: 'Esta respuesta es demasiado larga para una ventana. Edítala en la nota cuando se haya exportado.',
  save: 'Guardar',
  saving: 'Guardando …',
  more: (count: number) => `… y ${count} más.`,
  fromTeam: 'Del equipo',
  outcomes: {
    kept: 'Guardado como borrador. El equipo lo encuentra en la página de inicio.',
    dropped: 'De acuerdo, no se guarda.',
    taken: 'Aceptado: entra en las notas con la próxima exportación.',
    refused: 'Rechazado.',
    released: 'Responde desde ahora, durante 30 días como máximo.',
    stopped: 'Ya no responde.',
    saved: 'Guardado.',
    'team-only': 'Solo el equipo puede hacer esto.',
    'not-yours': 'Solo quien lo escribió puede guardarlo.',
    gone: 'Ya no conozco este borrador.',
    'no-question': 'Falta una pregunta o una respuesta. Edítalo primero.',
    'note-changed': 'La nota ha cambiado desde entonces. Mírala otra vez y escribe lo que falte.',
    'decided-already': 'Alguien del equipo fue más rápido.',
  },
};

/** What is unanswered, as the team works on it. Questions, names and links come in escaped. */
export const unanswered = {
  asked: (times: number, people: number, iso: string) =>
    `preguntado ${times === 1 ? 'una vez' : `${times} veces`}${people > 1 ? ` por ${people} personas` : ''}, la última el ${date(iso)}`,
  message: 'mensaje',
  taken: (name: string) => `${name} se encarga`,
  take: 'Yo me encargo',
  giveBack: 'La devuelvo',
  goesTo: (threads: number) => `La respuesta llega a todos los que lo preguntaron: a ${threads} hilos.`,
  stands: (threads: number) => `Está en ${threads} hilos, para todos los que lo preguntaron.`,
  refused: (threads: number) =>
    `Slack la rechazó en ${count(threads, { one: 'hilo', other: 'hilos' })}: lo que se preguntó allí sigue sin respuesta.`,
  outcomes: {
    'put-aside': 'Apartado: no se avisa a nadie.',
    taken: 'Te encargas tú. Te lo recuerdo dentro de dos días si todavía espera.',
    'given-back': 'Devuelta: cualquiera puede encargarse.',
    'team-only': 'Solo el equipo puede hacer esto.',
    gone: 'Esta pregunta ya está respondida o apartada.',
  },
  reminder: (question: string, link: string) =>
    `Te encargaste de esta pregunta hace dos días, y todavía espera: «${question}»${link}`,
};

/** The weekly digest. Questions, titles and links come in escaped. */
export const digest = {
  title: (iso: string) => `La semana hasta el ${date(iso)}`,
  asked: (all: number, answered: number, suggested: number, open: number) =>
    `*Preguntado*: ${all}. Respondido: ${answered}, sugerido: ${suggested}, no está en las notas: ${open}.`,
  votes: (helpful: number, other: number) => `*Votos*: ${helpful} útiles, ${other} no era la pregunta.`,
  unanswered: '*Sin respuesta en las notas*',
  more: (groups: number, command: string) => `… y ${groups} más: \`${command} unanswered\``,
  waiting: '*Espera al equipo*',
  drafts: (kept: number, taken: number) =>
    `Borradores: ${kept} por mirar, ${taken} aceptados y todavía no en las notas`,
  wordings: (offered: number, learned: number) =>
    `Formulaciones: ${offered} por mirar, ${learned} aprendidas y todavía no exportadas`,
  old: '*Notas que son viejas*',
  oldMore: (notes: number) => `… y ${notes} más.`,
};

/** Asking owners whether a note is still right. Titles, links and names come in escaped. Buttons: 75 characters at most. */
export const owners = {
  askEntry: (link: string) => `¿Sigue siendo correcta esta respuesta? *${link}*`,
  askNote: (link: string) => `¿Sigue siendo correcta esta nota? *${link}*`,
  since: (iso: string, note: string) => `Por revisar desde el ${date(iso)} · ${note}`,
  ownerNotFound: (owner: string) => `No encuentro en Slack a la persona responsable, ${owner}: pregunto al equipo.`,
  noOwner: 'No nombra a nadie a quien pueda preguntar: pregunto al equipo.',
  stillRight: 'Sigue siendo correcta',
  edit: 'Editar',
  show: 'Ver la entrada',
  renewed: (link: string, name: string, iso: string) =>
    `*${link}* sigue siendo correcta${name === '' ? '' : `, dice ${name}`}. Volveré a preguntar después del ${date(iso)}; el próximo \`rolecall export-drafts\` lo escribe en la nota.`,
  outcomes: {
    'not-yours': 'Solo pueden hacerlo la persona responsable y el equipo.',
    gone: 'Las notas ya no piden que esto se revise.',
    'drafted-already': 'Ya hay una corrección de esta respuesta entre los borradores, en el inicio de la aplicación.',
    'note-changed': 'La nota ha cambiado entretanto. Vuelve a mirarla.',
    unchanged: 'Nada ha cambiado. Si la respuesta sigue siendo correcta, pulsa «Sigue siendo correcta».',
    kept: 'Guardado como borrador. El equipo lo encuentra en el inicio de la aplicación; una vez aceptado, entra en la nota con la próxima exportación.',
  },
};
