// Greetings, thanks and the like: what is nice to hear and asks nothing. Pure.

const english =
  /^(?:(?:hi|hey|hello|hiya|yo|good (?:morning|evening|afternoon|day)|morning|thanks?|thank you|thx|ty|cheers|great|cool|nice|ok|okay|perfect|awesome|got it|lol|haha|wow|test|testing|ping|yes|no|yep|nope|sure|bye|please|so much|very much|a lot|for (?:that|this|the help|your help)|(?:that|this|it)(?:['’]?s|(?: is| was)(?: not|n['’]?t)?)|that'?s|it|was|very|super|really|helpful|everyone|everybody|all|there|folks|team|bot|rolecall|again|how are you|sounds good|will do|not really|no (?:worries|problem|thanks)|np|nvm|never ?mind|see you|later|good to know|makes sense|understood|noted|much appreciated|appreciated?|you too|agreed|exactly|(?:not )?what i (?:asked|meant|wanted|was asking)(?: for| about)?|wrong(?: answer)?|not (?:helpful|it|right)|(?:that |this |it )?did(?:n['’]?t| not) help|of course|fair enough|oh|ah|hm+|mhm|yay|tysm|thanx|wonderful|fantastic|excellent|brilliant|amazing|lovely|good)\b[\s,.!:;)(-]*\??)+$/i;

/** What people say to each other in the other languages that notes are read in. */
const phrases = [
  'hola|buen[oa]s|buen d[ií]a|d[ií]as|tardes|noches|(?:muchas |mil )?gracias|qu[eé] tal|c[oó]mo est[aá](?:s|n|is)?|todo bien|a tod[oa]s|equipo|de nada|hasta (?:luego|mañana|pronto)|adi[oó]s|saludos|vale|genial|perfecto|por la ayuda',
  "hallo|moin|servus|guten (?:morgen|tag|abend)|gute nacht|(?:vielen |besten |herzlichen )?danke?(?: (?:dir|euch|ihnen|schön|sehr))?|zusammen|alle|allerseits|wie geht(?:[’']?s| es)?(?: (?:dir|euch|ihnen))?|tschüss|bis (?:bald|morgen|später)|bitte(?: schön)?|super|prima|klasse",
  'bonjour|bonsoir|salut|coucou|merci(?: (?:beaucoup|bien|à tous|à toutes|d’avance))?|à tous|à toutes|tout le monde|ça va|comment (?:ça va|vas-tu|allez-vous)|au revoir|à (?:bientôt|demain|plus)|bonne (?:journée|soirée|nuit)|de rien|génial|parfait|super',
  'ol[aá]|oi|bom dia|boa (?:tarde|noite)|(?:muito )?obrigad[oa](?: a todos)?|tudo bem|como (?:est[aá]s?|vai)|pessoal|at[eé] (?:logo|amanhã|breve)|tchau|valeu',
  'مرحبا(?:ً)?|مرحباً|أهلا|أهلاً|اهلا|بالجميع|جميعا|السلام عليكم|وعليكم السلام|ورحمة الله|وبركاته|صباح (?:الخير|النور)|مساء (?:الخير|النور)|شكرا(?:ً)?|شكراً|جزيلا(?:ً)?|جزيلاً|كيف (?:حالك|حالكم|الحال)|مع السلامة|عفوا(?:ً)?',
  'こんにちは|こんばんは|おはよう(?:ございます)?|(?:どうも)?ありがとう(?:ございま(?:す|した))?|よろしく(?:お願いします)?|皆さん|みなさん|お疲れ様です|さようなら|お元気ですか',
].join('|');
const others = new RegExp(`^[^\\p{L}\\p{N}]*(?:(?:${phrases})(?![\\p{L}\\p{M}])[^\\p{L}\\p{N}]*)+$`, 'iu');

/** True for a text of nothing but greetings, thanks and the like, in any of the languages that notes are read in. */
export function isPleasantry(text: string): boolean {
  return english.test(text) || others.test(text);
}
