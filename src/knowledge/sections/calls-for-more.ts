// Tells the heading at the end of many a list of questions, above nothing but where to turn: "Did you not find your answer?" Pure.
import { isAsking } from './read-question.ts';

/** The whole of such a heading, without the marks around it. */
const calls: readonly RegExp[] = [
  // English
  /^(?:(?:do )?you )?(?:(?:still|yet|got|have|any|some|more|further|other|additional|unanswered|a|another) )*(?:questions?|doubts)(?: left| for (?:us|me|the (?:team|organi[sz]ers)))?(?: (?:or|and) (?:comments?|concerns?|feedback|suggestions?|ideas|problems))?$/,
  /^(?:(?:any |more )?questions (?:or |and )?)?(?:do you )?(?:still )?need (?:(?:any|some|more|further|additional|extra) )*(?:help|a hand|support|assistance|info|information)$/,
  /^(?:(?:any|some|more|further|additional) )*(?:help|support|assistance|info|information) (?:needed|required)$/,
  /^(?:still )?(?:did(?:n['’]t| not)|can(?:['’]t|not| not)|could(?:n['’]t| not)) (?:you )?(?:find|see) (?:the|an|your|what) ?(?:(?:right|own) )?(?:answers?|questions?|you(?:['’]re| are| were) (?:looking|searching) for)(?: (?:here|above|yet|you(?:['’]re| are| were) looking for|to your question))?$/,
  /^(?:(?:are you|you are|you['’]re|still|feeling|got) )*(?:stuck|lost|confused)$/,
  /^(?:is )?(?:your|my) question (?:is )?(?:not|n['’]t) (?:here|listed|answered|covered)(?: (?:here|above|yet))?$/,
  /^(?:(?:do )?you )?(?:still )?want to (?:know|learn|find out|see|read) more$/,
  /^(?:would you|do you want|you want|want) (?:like )?to (?:participate|take part|join(?: (?:us|in))?|get involved(?: (?:in|with) .*)?|apply)$/,
  /^(?:(?:do )?you )?(?:(?:have|got|any|an|a|some) )*(?:feedback|ideas?|suggestions?|comments)$/,
  // German
  /^(?:(?:haben sie|hast du|habt ihr|sie haben|du hast|ihr habt|noch|weitere|andere|immer|eine|mehr) )*fragen?$/,
  /^(?:(?:brauchen sie|brauchst du|braucht ihr|benötigen sie) )?(?:(?:mehr|noch|weitere|immer) )*(?:hilfe|unterstützung)(?: (?:benötigt|nötig|gefällig))?$/,
  /^(?:(?:haben sie|hast du|habt ihr) )?(?:(?:die|deine|ihre|eure|keine) )*(?:antwort|frage)(?: auf (?:ihre|deine|eure) frage)? (?:nicht )?(?:gefunden|dabei)$/,
  // French
  /^(?:(?:vous avez|avez-vous|tu as|as-tu|il vous reste) )?(?:(?:encore|toujours|des|une|d['’]autres|autres?|plus de) ?)*questions?(?:,? (?:ou )?une (?:suggestion|remarque|idée))?$/,
  /^(?:(?:vous avez|avez-vous|tu as|as-tu) )?besoin (?:d['’](?:aide|assistance|informations?)|de plus d['’]informations?)(?: supplémentaires?)?$/,
  /^(?:vous|tu) n['’](?:avez|as) pas trouvé (?:la |de |votre |ta )?(?:réponse|question)(?: à (?:votre|ta) question)?$/,
  // Spanish, Portuguese, Italian
  /^(?:(?:tienes?|tiene|tenéis|tienen|aún|todavía|alguna|algunas|más|otras?) )*(?:preguntas?|dudas?)$/,
  /^(?:todavía |aún )?necesitas?(?: más)? (?:ayuda|información)$/,
  /^(?:tu|su|mi) (?:pregunta|duda) no (?:está|aparece)(?: (?:aquí|en .*))?$/,
  /^no (?:encuentras?|encontraste|has encontrado|encontró) (?:la |tu |una |su )?(?:respuesta|pregunta)(?: que buscas| a tu pregunta)?$/,
  /^(?:(?:ainda|você|tem|ficou|com|alguma|mais|outras?) )*(?:dúvidas?|perguntas?)$/,
  /^precisa de (?:mais )?(?:ajuda|informações)$/,
  /^não encontrou (?:a |sua |uma )*(?:resposta|pergunta)(?: que procura(?:va)?)?$/,
  /^(?:(?:hai|avete|ancora|altre|delle|qualche|altra) )*(?:domand[ae]|dubbi)$/,
  /^(?:hai )?bisogno di (?:aiuto|altre informazioni)$/,
  // Dutch, Polish, Russian
  /^(?:(?:heb je|heeft u|heb|nog|andere|meer|verdere|een) )*vragen?$/,
  /^(?:(?:masz|macie|jeszcze|inne|więcej) )*pytani[ae]$/,
  /^(?:(?:у вас|есть|ещё|еще|остались) )*вопросы$|^не нашли ответ(?:а)?(?: на (?:свой|ваш) вопрос)?$|^нужна помощь$/,
  // Indonesian
  /^(?:(?:masih|ada|punya|memiliki) )+pertanyaan(?: (?:lain|lainnya|lagi))?$|^(?:masih )?butuh bantuan$/,
  // Japanese, Chinese
  /^(?:(?:他に|まだ|その他)の?)?(?:ご)?質問(?:(?:は|が)(?:あり|ござい)ますか)?$|^(?:答え|回答)が見つかりません(?:か|でしたか)?$/,
  /^(?:还有|仍有|還有)(?:其他|其它|別的|别的)?(?:问题|疑问|問題|疑問)(?:吗|嗎)?$|^(?:没有|没|未|沒有)找到(?:您的|你的|想要的)?(?:答案|问题|問題)(?:吗|嗎)?$|^需要帮助(?:吗)?$/,
];

/** True for a heading that asks whether its reader has further questions, once or more, and stands for none: "Confused? Need help?" */
export function callsForMore(heading: string): boolean {
  if (!isAsking(heading)) return false;
  const texts = heading.split(/(?<=[?？؟])/u).map((sentence) =>
    sentence
      .replace(/[^\p{L}\p{N}'’,-]+/gu, ' ')
      .trim()
      .toLowerCase(),
  );
  return texts.every((text) => text === '' || calls.some((call) => call.test(text)));
}
