import type { Context, Found, Refused } from './context.ts';
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
  'undo',
  'language',
]);
/** Intents whose tail tells what somebody said or did: an 'if' in there is part of the story. */
const telling = new Set(['activity.log', 'lead.create']);

const negation =
  /不要|先不|不用|不必|不能|不想|不该|暂不|暂时不|先别|别(?![人的墅克])|勿|没有?(?=打|联系|拜访|去|跟|见|发|签|赢|输|推|开|到|给|加)|还没|尚未|并未|未(?=签|赢|输|推|联系|拜访)|不(?=推|移|开|改|是|打)|\b(?:don'?t|do not|doesn'?t|didn'?t|did not|not|never|haven'?t|hasn'?t|won'?t|isn'?t|cannot|can'?t|hold off|stop|without)\b/i;
const afterwards = /(?:先不要|先别|不要|别|算了|not yet|don'?t|hold off|not now|wait)\s*$/i;
const condition =
  /如果|要是|假如|假设|倘若|若是|若(?=[^干])|万一|的话|一旦|除非|等.{1,12}(?:再|就|之?后)|(?:签|定|回|谈|批)了?(?:之后|以后)?(?:再|就)|只要|\b(?:if|unless|once|when|whenever|in case|provided|assuming|as soon as)\b/i;
const unsure = /\b(?:would|should|might|may(?!\s\d)|could have)\b/i;
const question =
  /[吗么嘛]\s*[?!.]*$|\?\s*$|是不是|有没有|能不能|可不可以|要不要|该不该|会不会|[了吗]没有?\s*$|^(?:为什么|为啥|怎么|什么时候|谁|哪|几时)|(?:怎么样了?|如何|多少|几个|哪个|哪些)\s*$|^(?:(?:did|do|does)(?!n'?t| not)|has|have(?=\s(?:we|you|they|i)\b)|had(?=\s(?:we|you|they|i)\b)|is|are|was|were|should|shall|(?:will|would)(?=\s(?:we|you|they|he|she|it|i)\b)|may|might|what|when|why|who|whose|which|how|where|any)\b/i;
const hearsay =
  /听说|据说|听.{1,4}说|好像|似乎|传言|据传|估计|(?:说|讲|觉得|认为|希望|想要|想让)|\b(?:i heard|heard that|apparently|rumou?r|supposedly|allegedly|maybe|perhaps|(?:he|she|they|boss|manager|[a-z]+) (?:says?|said|thinks?|wants?|told)(?: that| me| us)?)\b/i;

/** Whether a sentence only repeats a command in quotation marks: 他写了"把恒通推进到报价". A name in quotes is no command. */
const quotes = (text: string, context: Context) =>
  [...text.matchAll(/"([^"]{2,200})"/g)].some(
    (match) => match[0].length < text.length && writing.has(sentence(match[1] as string, context)?.name ?? ''),
  );

/** Why a sentence that reads as this command is not meant as one; null when it is meant. */
export function refusal(text: string, found: Found, context: Context): Refused | null {
  if (!writing.has(found.name)) return null;
  // "could you move …" asks politely; the blanks keep every place where it was.
  const polite = /^(?:please\s)?(?:can|could|would|will) you\b/i.exec(text);
  const said = polite ? ' '.repeat(polite[0].length) + text.slice(polite[0].length).replace(/\?\s*$/, '') : text;
  const head = said.slice(0, found.to);
  const tail = said.slice(found.to);
  if (quotes(text, context)) return 'quoted';
  if (condition.test(telling.has(found.name) ? head : said)) return 'conditional';
  if (question.test(telling.has(found.name) ? head : said.trimStart()) || /[吗?]\s*$/.test(said)) return 'question';
  if (unsure.test(head)) return 'conditional';
  if (negation.test(head) || (!telling.has(found.name) && afterwards.test(tail))) return 'negated';
  if (hearsay.test(head) && /^(?:deal|lead|activity)/.test(found.name)) return 'hearsay';
  return null;
}

const forbidding = /不要|先不|先别|别(?![人的墅克])|暂不|还没|尚未|\b(?:don'?t|do not|never|hold off)\b/i;
const talksBusiness =
  /推进|赢|输|签|报价|商机|线索|跟进|阶段|合同|\b(?:move|won|win|lost|lose|sign|signed|deal|lead|quote|stage|close)\b/i;

/** Why a sentence nothing was made of, yet about the work, is not a command; null for small talk. */
export function notMeant(text: string, _context: Context): Refused | null {
  if (!talksBusiness.test(text)) return null;
  if (condition.test(text)) return 'conditional';
  if (forbidding.test(text)) return 'negated';
  if (question.test(text)) return 'question';
  return null;
}
