import type { Context, Found, Refused } from './context.ts';
import { recordsIn } from './doubt/said.ts';
import { unforgotten, unforgottenEn } from './keeping.ts';
import { notSurname } from './people.ts';
import { sentence } from './sentence.ts';

/** Intents that change something and that are said in sentences: these must be meant, not merely mentioned. */
const writing = new Set([
  'lead.create',
  'deal.open',
  'deal.move',
  'deal.update',
  'activity.log',
  'touch.done',
  'touch.snooze',
  'people.invite',
  'people.change',
  'people.map',
  'task.add',
  'task.move',
  'deal.give',
  'deal.pause',
  'deal.pipeline',
  'deal.forecast',
  'touch.change',
  'leave.add',
  'leave.cancel',
  'quote.make',
  'quote.accept',
  'approval.decide',
  'deal.review',
  'profile.update',
  'lead.recycle',
  'lead.merge',
  'lead.claim',
  'lead.reject',
  'phones.export',
  'undo',
  'language',
]);
/** Intents whose tail tells what somebody said or did: an 'if' in there is part of the story. */
const telling = new Set(['activity.log', 'lead.create']);

const negation =
  /不要|先不|甭|不用|不必|不能|不想|不该|暂不|暂时不|先别|(?<!用|找|看|选|跟|给|去)别(?![人的墅克家处])|勿|没有?(?=打|联系|拜访|去|跟|见|发|签|赢|输|推|开|到|给|加|答应|同意|约(?!束)|book|call|定|订|谈成|提|安排|改|变|调|涨|降|超|\s?\d)|还没|尚未|并未|未(?=签|赢|输|推|联系|拜访)|不(?=推|移|开|改|是|打)|\b(?:don'?t|do not|doesn'?t|didn'?t|did not|not|never|haven'?t|hasn'?t|won'?t|isn'?t|wasn'?t|aren'?t|shouldn'?t|wouldn'?t|refus(?:e|es|ed|ing) to|cannot|can'?t|hold off|stop|without|no need|needn'?t|rather not)\b/i;
const afterwards = /(?:先不要|先别|不要|别|算了|not yet|don'?t|hold off|not now|wait)\s*$/i;
/** Words that make what is said depend on something. */
export const conditional =
  /如果|要是|假如|假设|倘若|若是|若(?=[^干])|万一|的话|一旦|除非|等(?!一?会|一?下[^周个月次]).{1,12}(?:再|就|之?后)|^等(?!一?会|一?下[^周个月次]).{2,30}(?:完|后|了|回来|下来|通过|定|批)|如(?:能|果|若|有|接受|同意|通过|顺利)|(?:能|接受|同意|通过|到位|顺利|点头|付了?|批了?)[^,;]{0,14}就(?:定|签|推|成|给|转|改|可以|能|上|进)|(?:签|定|回|谈|批)了?(?:之后|以后)?(?:我们?|咱们?|你)?(?:再|就)|只要|\b(?:if|unless|once|when|whenever|in case|provided|pending (?:approval|sign-?off|legal|review)|subject to|contingent (?:up)?on|assuming|as soon as)\b/i;
const unsure =
  /\b(?:would|should(?! (?:call|ring|ping|e-?mail|text|visit|follow up|chase|send|get back)\b)|might|may(?!\s\d)|could have)\b/i;
/** What happened elsewhere or long ago, or never did: nothing of it is ours. */
export const tale =
  /做梦|梦(?:见|到)|小说|电影|电视剧|打游戏|段子|表哥|表弟|表姐|堂哥|前东家|上家公司|以前(?:卖|做|在)|上大学|\b(?:back in (?:college|school|the day)|used to|years ago|dreamt|dreamed|in my dreams?|movie|novel|video game|at my (?:last|old|previous) (?:job|company))\b/i;

/** Wishes, near misses, dreams and tales: nothing of that has happened. */
const notReal =
  /差点|险些|几乎|目标(?:是|就是)|希望(?!不大|很大|挺大|不小|渺茫|较大|一般)|但愿|想让|感觉.{0,12}快|快(?:要)?(?:签|赢|丢|成)|做梦|梦(?:见|到)|小说|电影|电视剧|游戏|段子|老板(?:要|让|叫|想)|领导(?:要|让|叫|想)|真想|好想|想把(?!(?:签约?|签单|签合同|合同|成交|下单)[^,;]{0,6}(?:推|延|拖|挪|改))|争取.{0,8}把|表哥|表弟|表姐|堂哥|前东家|上家公司|以前(?:卖|做|在)|上大学|\b(?:back in (?:college|school|the day)|used to|years ago|almost|nearly|hoping|hope|wish(?:es|ing)?|dream(?:t|ed|ing)?|movie|novel|video game|at my (?:last|old|previous) (?:job|company)|(?:the )?(?:boss|manager) wants?|(?:boss|manager|management|leadership|ceo) (?:wants?|would like|needs?)|wants? me to|would love to|goal is|target is|aiming to)\b/i;
/** What others want one to do is a task of one's own, though no news of a deal. */
const bidden =
  /(?:老板|领导)(?:要|让|叫)(?=我)|\b(?:(?:the )?(?:boss|manager|management) )?(?:wants?|needs?) me to\b/gi;
/** I told them we would: our own word is no doubt. */
const given = /\b(?:told|assured|promised)\s[^,;.!]{2,50}?\s(?:i|we)\swould(?=\s)/i;
const question =
  /[吗么嘛]\s*[?!.]*$|\?\s*$|是不是|有没有|能不能|可不可以|要不要|该不该|会不会|[了吗]没有?\s*$|(?<!对|好|要)不\s*$|来着\s*$|[,\s](?:right|correct|huh)\s*$|(?<!(?:知道|清楚).{0,6})(?:被|给)(?:谁|哪家|哪个)[^,;\s]{0,5}\s*$|[我你]了没\s*$|^(?:为什么|为啥|怎么|什么时候|谁|哪|几时)|(?:是|叫|做|要|在|干)(?:啥|什么|谁|哪天|哪个|几号|多少)[呢啊来着]*\s*[?!.]*$|怎么(?:可能|会|就|又|变成)|^是(?:你|他|她|谁|哪个?).{2,30}的\s*[?!.]*$|(?:什么时候|啥时候|何时|几时|怎么|为什么|为啥|谁).{1,20}的\s*[?!.]*$|(?:怎么样了?|如何|多少|几个|哪个|哪些|怎么(?:接话?|说|回|办|答|弄|搞|破|应对))[呢啊]?\s*$|^(?:(?:did|do|does)(?!n'?t| not| an?\s| another\s| my\s| (?:the|our) (?:[\w-]+ ){0,2}(?:walk-?thr(?:u|ough)|tour|visit|demo|call|meeting|mtg|onsite|on-site|presentation|pitch|review)(?:[,.;]| (?:at|with|w|for|to|on|today|yesterday|this|last)\b))|has|have(?=\s(?:we|you|they|i)\b)|had(?=\s(?:we|you|they|i)\b)|is|are|was(?!\s(?:at|on|with|in|over|back|out|onsite)\b)|were|should|shall|(?:will|would)(?=\s(?:we|you|they|he|she|it|i)\b)|may|might|what|when|why|who|whose|which|how|where|any)\b/i;
const hearsay =
  /听说|据说|听.{1,4}说|好像|似乎|传言|据传|估计|(?:说|讲|觉得|认为|希望|想要|想让)|\b(?:heard(?! (?:back|from|nothing|anything|a thing))|apparently|rumou?r|supposedly|allegedly|maybe|perhaps|(?:he|she|they|boss|manager|[a-z]+) (?:says?|said|thinks?|wants?|told)(?: that| me| us)?)\b/i;

const rumoured = new RegExp(
  `听说|据说|听.{1,4}说|好像|似乎|传言|据传|(?:老板|领导|同事|销售总监|${notSurname}(?:主管|经理))(?:说|让|要求)|(?:boss|manager)(?:说|让|要求|says?|said|wants?)|\\b(?:heard(?! (?:back|from|nothing|anything|a thing))|apparently|rumou?r|supposedly|allegedly|maybe|perhaps)\\b`,
  'iu',
);

/** Whether a sentence only repeats a command in quotation marks: 他写了"把恒通推进到报价". A name in quotes is no command. */
export const quotes = (text: string, context: Context) =>
  [...text.matchAll(/"([^"]{2,200})"/g)].some(
    (match) => match[0].length < text.length && writing.has(sentence(match[1] as string, context)?.name ?? ''),
  );

/** Words with a "not" in them that deny nothing here: leads nobody called, what one must not forget. */
const harmless = new RegExp(
  `(?<=是[^,;不]{1,14}[,\\s]{0,2})(?:而)?不是(?=[^,;]{1,10}(?:[,;]|$))|没有?(?:跟进|联系|动静|动|回复|沟通)过?(?=的|线索)|未(?:跟进|联系)(?=的|线索)|${unforgotten}|${unforgottenEn}|没(?:啥|什么)?问题|no (?:objections?|problem|issues?)|没(?:有)?(?:人)?(?:跟|联系|动|碰|管)(?=.{0,12}线索)|no (?:activity|contact)|haven'?t (?:been )?(?:touched|contacted|called|worked)|not (?:been )?(?:touched|contacted|called)|never (?:been )?(?:touched|contacted|called)|不是没批|(?:决策人|拍板的?人?|说了?算的?|做主的?|对接人)\\S{0,2}不是[^,;]{1,8}[,\\s]{0,2}(?:而)?是|(?:decision[ -]?maker|decider|economic buyer)(?: (?:at|for) [^,;]{2,30})? (?:is not|isn't|is no longer|isn’t)(?=.{2,30}(?:,|but))|没(?:接|回|人接|人回|应|理)\\S{0,4}|(?:never|didn'?t|hasn'?t|haven'?t|not|won'?t|wouldn'?t) (?:got|get|heard?|answer(?:ed|ing)?|repl(?:y|ied)|respond(?:ed)?|pick(?:ed)?|call(?:ed)?|show(?:ed)?|take my)`,
  'gi',
);

/** Why a sentence that reads as this command is not meant as one; null when it is meant. */
export function refusal(whole: string, found: Found, context: Context): Refused | null {
  if (!writing.has(found.name)) return null;
  // "could you move …" asks politely; the blanks keep every place where it was.
  const text = unnamed(whole, context);
  const polite = /^(?:(?:please|hey|hi|ok)[\s,]+)?(?:can|could|would|will) (?:you|u)\b/i.exec(text);
  const said = polite ? ' '.repeat(polite[0].length) + text.slice(polite[0].length).replace(/\?\s*$/, '') : text;
  const kept =
    found.name === 'undo'
      ? said.replace(/不要了|不算数?|别记了|didn'?t mean/gi, (word) => ' '.repeat(word.length))
      : said;
  const head = kept.replace(harmless, (word) => ' '.repeat(word.length)).slice(0, found.to);
  const tail = said.slice(found.to);
  if (tale.test(said)) return 'unclear';
  if (quotes(whole, context)) return 'quoted';
  if (conditional.test(telling.has(found.name) ? head : said)) return 'conditional';
  if (question.test(telling.has(found.name) ? head : said.trimStart()) || /[吗?]\s*$|了没有?[啊呀呢]?\s*$/.test(said))
    return 'question';
  const wished = found.name === 'task.add' ? said.replace(bidden, '') : telling.has(found.name) ? head : said;
  if (notReal.test(wished)) return 'unclear';
  const ours = found.name === 'task.add' ? head.replace(given, '') : head;
  const toBe =
    found.name === 'deal.update'
      ? /\b(?:should|would (?:be|say|guess|put|call|reckon))\b/i
      : /\bshould (?:go|move) to\b/i;
  if (unsure.test(ours) && !(/^deal\.(?:update|give)$/.test(found.name) && toBe.test(head))) return 'conditional';
  if (negation.test(head) || (!telling.has(found.name) && afterwards.test(tail))) return 'negated';
  // What a customer tells of their budget is knowledge; what they tell of our stages is not.
  const rumour =
    found.name === 'deal.update' || found.name === 'activity.log' || found.name === 'profile.update'
      ? rumoured
      : hearsay;
  // A lead that is none is only proposed where it is not said in so many words.
  if (rumour.test(head) && /^(?:deal|lead|activity|profile)/.test(found.name) && found.name !== 'lead.reject')
    return 'hearsay';
  return null;
}

/** The text with the names of records made plain, each letter where it was: the 若 of 若水 is no if. */
export function unnamed(text: string, context: Context): string {
  const named = recordsIn(text, context).filter(({ how }) => how !== 'pinyin' && how !== 'initials');
  return named.reduce(
    (left, { start, end }) =>
      left.slice(0, start) +
      left
        .slice(start, end)
        .replace(/\p{Script=Han}/gu, '某')
        .replace(/[a-z]/gi, 'x') +
      left.slice(end),
    text,
  );
}

/** Words that say not to do something. */
export const forbids =
  /\bleave\s.{1,40}\s(?:as is|alone|where it is|be)\b|不要|甭|先不|先别|别(?![人的墅克])|暂不|还没|尚未|\b(?:don'?t|do not|never|hold off)\b/i;
const talksBusiness =
  /推进|赢|输|签|报价|商机|线索|跟进|阶段|合同|\b(?:move|won|win|lost|lose|sign|signed|deal|lead|quote|stage|close)\b/i;

/** Why a sentence nothing was made of, yet about the work, is not a command; null for small talk. */
export function notMeant(whole: string, context: Context): Refused | null {
  const text = unnamed(whole, context);
  if (!talksBusiness.test(text)) return null;
  if (conditional.test(text)) return 'conditional';
  if (forbids.test(text)) return 'negated';
  // Of two sentences the first may ask: 报价单发了没?上次是哪天聊的.
  if (text.split(/(?<=\?)|[;.!\n]/).some((one) => question.test(one))) return 'question';
  return null;
}
