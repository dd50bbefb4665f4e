// Every sentence that the bot says of its own, in Spanish: in office hours. Names and questions come in escaped. Pure.
import { format } from './spanish.ts';

const { count, date } = format;
const questions = { one: 'pregunta', other: 'preguntas' };

export const hours = {
  untitled: 'Consultas en vivo',
  start: (title: string, host: string) => `*${title}*\n${host} atiende consultas aquí desde ahora.`,
  how: 'Pregunta en este canal, un mensaje por pregunta. Lo que responden las notas lo respondo enseguida; lo demás va a quien atiende, que responde en tu hilo.',
  untilWhen: (command: string) =>
    `Termina con \`${command} office-hours stop\` o tras cuatro horas de silencio. Entonces publico un resumen.`,
  ended: (title: string) => `*${title}*\nEstas consultas han terminado.`,
  askNameless: 'Preguntar sin nombre',
  nobody: 'alguien sin nombre',
  somebody: 'Alguien',
  nameless: (text: string) => `*Alguien pregunta sin nombre:*\n${text}`,
  namelessHint: 'Preguntado sin nombre. La respuesta llega a este hilo.',
  namelessLabel: 'Tu pregunta',
  namelessPrivacy: 'La publico por ti y no guardo nada que lleve a ti.',
  ask: 'Preguntar',
  askedNameless: (link: string) => `Preguntado. La respuesta llega al hilo de abajo${link === '' ? '.' : `: ${link}`}`,
  seeQuestion: 'ver la pregunta',
  directOffer: (channel: string) =>
    `Ahora hay consultas en ${channel}. ¿Pregunto esto allí sin nombre? Nadie sabrá quién pregunta, y yo olvido que fuiste tú.`,
  earlier: (link: string) => `Esto ya se preguntó en estas consultas: ${link}`,
  answeredBy: (name: string) => `${name} lo respondió en las consultas. No viene de las notas.`,
  started: 'Las consultas han empezado.',
  stopped: 'Las consultas han terminado. El resumen está en el canal; el borrador de un artículo, en el del equipo.',
  usage: (command: string) =>
    `\`${command} office-hours start TÍTULO\` abre consultas en un canal, \`${command} office-hours stop\` las termina.`,
  problems: {
    'team-only': 'Solo el equipo puede hacer esto. Pregunta en el canal y lo verán.',
    running: 'En este canal ya hay consultas.',
    'not-running': 'En este canal no hay consultas ahora.',
    'not-here': 'Las consultas son en el canal donde la gente pregunta. Escríbelo allí.',
    'not-member': 'Estas consultas son en un canal en el que no estás.',
    gone: 'Ya no conozco esta pregunta.',
    'other-gone': 'Ya no conozco la pregunta que elegiste como la misma. No se cambió nada.',
    'answered-already': 'Alguien del equipo fue más rápido: esta pregunta tiene respuesta.',
    'reply-gone': 'Esa respuesta ya no está en el hilo.',
    nothing: 'Escribe la respuesta o elige una del hilo.',
    'too-many': 'Son más de cinco preguntas en un minuto. Pregunta otra vez en un momento.',
    'no-text': 'Escribe tu pregunta con palabras.',
  },
  board: (title: string) => `*Consultas: ${title}*`,
  boardWhere: (channel: string, host: string) => `En ${channel}, atiende ${host}. `,
  running: 'Están en marcha.',
  over: (iso: string) => `Terminaron el ${date(iso)}.`,
  none: 'Todavía no se ha preguntado nada.',
  counts: (asked: number, different: number) =>
    `*${count(asked, questions)} en total*${different === asked ? '' : `, ${different} distintas`}`,
  states: {
    open: (many: number) => `*Pendientes: ${many}*`,
    notes: (many: number) => `*Respondidas con las notas: ${many}*`,
    live: (many: number) => `*Respondidas en vivo: ${many}*`,
    skipped: (many: number) => `*Apartadas: ${many}*`,
  },
  open: (many: number) => `*Abiertas: ${many}*`,
  askedBy: (many: number, names: string) =>
    many === 1 ? `lo pregunta ${names}` : `preguntado ${many} veces, por ${names}`,
  andOthers: (many: number) => `${many} más`,
  alsoAsked: (wording: string) => `“${wording}”`,
  by: (name: string) => `por ${name}`,
  from: (link: string) => `de ${link}`,
  more: (many: number) => `… y ${many} más.`,
  moreAtHome: (many: number) => `… y ${many} más, que aparecen aquí a medida que respondéis.`,
  live: 'Responder en vivo',
  link: 'Enlazar respuesta',
  take: 'Tomar como respuesta',
  inThread: (name: string) => `_${name} respondió en el hilo, y aún no se ha tomado como respuesta._`,
  answeredThere: 'respondida en el hilo',
  untaken: (many: number) =>
    many === 1
      ? 'Una pregunta abierta tiene una respuesta en su hilo. Tómala en el tablero de arriba, y será parte del artículo.'
      : `${many} preguntas abiertas tienen una respuesta en su hilo. Tómalas en el tablero de arriba, y serán parte del artículo.`,
  skip: 'Apartar',
  edit: 'Editar',
  remove: 'Quitar',
  removeTitle: '¿Quitar esta pregunta?',
  removeText: 'El mensaje que la hace desaparece del canal, para todos.',
  removeNot: 'Dejarla',
  reopen: 'Abrir de nuevo',
  reopenOne: 'Abrir una de nuevo …',
  reopenTitle: '¿Abrir de nuevo esta pregunta?',
  reopenText:
    'Vuelve a esperar una respuesta, y la que tenía sale del borrador. Lo que está en los hilos se queda allí.',
  reopenNot: 'Dejarla así',
  liveText: 'Tu respuesta',
  liveHint: 'Se publica con tu nombre en el hilo de quienes preguntaron.',
  liveReply: 'O toma una respuesta del hilo',
  post: 'Publicar',
  posted: 'Publicado en los hilos de quienes preguntaron.',
  postedSome: (many: number) => `Publicado, salvo en ${many} de los hilos: Slack lo rechazó allí.`,
  editTitle: 'Editar la pregunta',
  heading: 'Título en el artículo',
  headingHint: 'Como la buscaría quien lee.',
  mergeWith: 'La misma pregunta que',
  split: 'No es la misma pregunta',
  splitHint: 'Lo que marques será una pregunta aparte.',
  save: 'Guardar',
  saved: 'Guardado.',
  summary: (title: string) => `*${title}: lo que se preguntó*`,
  draft: (title: string) => `*Borrador del artículo: ${title}*`,
  draftHow: (note: string) =>
    `El texto está en este hilo. Guárdalo como \`${note}\` en la carpeta de vuestras notas, sin cambios si quieres, y respondo con él.`,
  draftPhrasings: (file: string) => `A su lado, como \`${file}\`, van las palabras con las que se preguntó.`,
  draftParts: (id: string) =>
    `Es demasiado largo para un mensaje. \`npm run rolecall -- office-hours --session ${id} --out CARPETA\` escribe los archivos enteros.`,
  draftEdit: 'Editar en el tablero de arriba cambia también aquí un título.',
  draftNone: 'No se respondió nada en vivo, así que no hay borrador.',
  draftPart: (name: string, part: number, parts: number) =>
    `\`${name}\`${parts === 1 ? '' : `, parte ${part} de ${parts}`}`,
};
