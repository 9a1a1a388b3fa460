import { colleaguesIn, onDeals, type Said, tells } from './said.ts';

const before =
  /本来|原本|原先|当初|早先|起初|一开始|去年|前年|往年|上上?个?季度|\b(?:originally|initially|at first|last (?:year|quarter)|the year before|back then|previously|formerly|was at [$¥€£]?\d)\b/i;
/** What has become of it since makes it news again: 原本80万,现在改成60万. */
const since =
  /现在|如今|改[成为到]|降[到至]|涨[到至]|变成|结果签|\b(?:now|today|instead|changed?|went (?:up|down)|dropped|raised)\b/i;

/** Whether a sentence tells how things once were, and nothing of how they are. */
export const isBygone = (said: Said) =>
  (onDeals(said) && before.test(said.text) && !since.test(said.text)) ||
  (tells(said, 'activity.log') && /\bwas at [$¥€£]?\d/i.test(said.text));

const speaks =
  /^(?:跟我|和我|跟我们|刚才?|又|也|还|老|总|在群里|在会上|\s){0,3}(?:说|讲|提到|觉得|认为|告诉|透露|开玩笑)|^\s?(?:just |also |keeps? )?(?:says?|saying|said|told|thinks?|mentioned|claims?|reckons?|jok(?:ed|es|ing)|wrote|texted|emailed|messaged|pinged)\b|^(?:'s|s') (?:e-?mail|message|text|note|slack)\b/i;

/** Whether a colleague is the one who says so: what they know of a deal is theirs to write. */
export const isColleaguesWord = (said: Said) =>
  onDeals(said) && colleaguesIn(said.text, said.context).some(({ end }) => speaks.test(said.text.slice(end)));

const later =
  /^(?:right )?after\b.{3,40}\b(?:move|push|set|mark|put|change|update|bump|give|drop)\b(?! on)|\b(?:move|push|set|mark|put|change|update|bump|give|drop)\b.{3,60}\b(?:after|until|till|upon)\b(?= (?:the|they|he|she|we|legal|his|her|their|our|i)\b)/i;
/** 演示完推进, after the demo move …: an order for when something else is over. */
export const isForLater = (said: Said) => onDeals(said) && later.test(said.text);

const theirs =
  /打(?:篮|羽毛|乒乓|高尔夫)?球|踢球|球[队赛]|比赛|下棋|打牌|麻将|市值|营收|营业额|利润|融资|融了|估值|注册资本|股价|收购|罚款|被罚|\b(?:revenue|valuation|market cap|series [a-f]|profits?|fined|lawsuit|acquired?|headcount|raised (?=[$€£]?\d))\b|\blost (?:his|her|their|its|an?(?! (?:deal|client|customer|account)))\b|\S (?:just |has |have |already )?signed (?:up )?with (?!us|me)(?!.{0,40}\bours?\b)|(?:\bis|'s|\boffice) closed (?:today|tomorrow|on|for|until|this|next|mon|tue|wed|thu|fri|sat|sun)(?:days?|s?day|nesday|rsday|urday)?\b|\b(?:lost|won) (?:the|a) (?:game|match|bet)\b/i;
const weSigned = /\b(?:we|i|got|have)(?: just|'ve| have| finally)? signed (?:up )?with\b/i;
/** What a company earns, loses or signs with others is no deal of ours. */
export const isTheirOwn = (said: Said) => onDeals(said) && theirs.test(said.text) && !weSigned.test(said.text);
