import type { Intent } from '../../intents.ts';
import { conditional, unnamed } from '../guards.ts';
import { ahead } from '../plan/ahead.ts';
import { findWays } from '../story/ways.ts';
import { aboutDeals, onDeals, recordOf, type Said, tells } from './said.ts';

const believed =
  /想着|寻思|琢磨|打算|准备(?=把|将|推|让)|计划|以为|应该(?=是|能|会|可以|要)|估计|可能(?!性)|大概(?=是|能|会|要)|多半|八成(?=是|要|会)|(?:应该|可能|估计|大概)[吧了]?[.!~]*$|了[吧嘛][.!~]*$|可以.{1,12}吧[.!~]*$|竞争对手的|\b(?:probably|likely|presumably|word is|rumou?r|plan(?:s|ning)? to|going to|intend|think(?=\s\S+\s(?:is|was|has|will))|guess)\b/i;
/** What is only meant to come about is no news: 早该推了, 考虑打九折, trying to get Acme to 80k. */
const intended =
  /比如|要不|(?:实在)?不行就|建议|是时候|早该|本该|(?<!预算)(?:应该|该)(?=把|给|推|打|报|让|定)|(?<![取值晓觉记获])得(?=把|给|去|让|拿)|打算|考虑|琢磨|准备(?=给|把|报|让|打)|想(?=把|给|让|要|报|打)|要(?=能|把)|争取|力争|必须|务必|即将|(?:马上|眼看|就)要|快(?:要|到|进|签|赢|丢|成|可以)|差不多(?:可以|该|能)|\b(?:wants?|ask(?:s|ed|ing)? for|demand(?:s|ed)?) (?:an? )?\d+(?:\.\d+)?\s?%|\b(?:should|ought|must|could(?! (?:you|u)\b)|thinking (?:about|of)|considering|(?:try|look|hop|aim|shoot|push)(?:ing)? (?:to|for|at)\b|want(?:s|ed)? to (?:get|close|win|move|push|bring|land|see|give|drop|sell|have)|needs? to|has to|gotta|(?:need|want) \S+ (?:at|to)|aim for|about to|close to|see \S+ (?:going|at)|counting on|(?:we|they|it)'d (?:win|lose|close|sign|take|pay|go|get))\b/i;
const supposed =
  /貌似|疑似|恐怕|怕是|看样子|看来|印象[中里]|(?:我|要是|如果)?没记错|我记得|据.{0,6}(?:消息|透露|称)|有消息|\b(?:reportedly|seems?|looks? like|sounds? like|feels? like|i (?:think|believe|reckon)|pretty sure|iirc|afaik|if memory serves|as far as i (?:know|remember|recall))\b/i;
const heard =
  /听说|据说|听.{1,3}说|听.{1,6}(?:意思|口气|说法)|传言|好像|似乎|(?:他们|人家|有人|别人)(?:说|讲)|\b(?:they (?:said|say)|heard|apparently|supposedly|(?:i'?m|i was|been|we were) told)\b/i;
const hedged =
  /说不定|也许|没准|不一定|不确定|看情况|记不[清得住准太]|不记得|记混|搞混|弄混|分不清|拿不准|说不[清准好]|不好说|要么|(?:就是|是)?反过来|忘了(?:是|哪|谁|多少)|有一[家个]是|哪一?[家个](?:来着|是)|\b(?:maybe|perhaps|possibly)(?!\s+(?:[$¥€£]?\d|around|about|half))|\b(?:i guess|i suppose|who knows|not sure|no idea|(?:can'?t|don'?t|cannot) (?:quite )?(?:remember|recall|tell which)|(?:i forget|forgot) (?:which|who|what|if)|one of (?:the|them|us|these|those)|between \S.{1,30} and \S.{1,30} one|mixed up|the other way (?:a)?round|or was it)\b/i;
const guessed =
  /未必|不见得|撑死|顶多|才怪|按理|照理|理论上|[丢输签赢]了就[丢输签赢]了|要[签赢].{0,6}也得|系统(?:里|上)?(?:显示|写着?|说|是)|看板上|\b(?:in theory|theoretically|on paper|someone|somebody|(?:system|crm|dashboard|board|report) (?:shows?|says?|has|lists))\b|猜|赌(?=.{1,12}(?:会|能|要|有))|\b(?:expects?|betting|bets?|forecast)\b/i;
/** 恒通不接受九折, Acme turned down 10% off: what was offered is not what holds. */
const refused =
  /拒绝|回绝|婉拒|不接受|不同意|不认|看不上|嫌.{0,8}(?:低|少)|也(?:还)?嫌贵|没(?:有)?(?:那么|这么)|\b(?:turn(?:ed|s)? down|reject(?:ed|s)?|refus(?:ed|es)|declin(?:ed|es)|won'?t accept|walk(?:ed)? away from)\b/i;
/** What stands beside a name that is left out, or is one of two to choose from. */
const apart =
  /除了|除.{1,10}[外]|以外|之外|或者?(?!许)|\b(?:except|but not|everyone but|all but|other than|either|or)\b/i;
/** 都赢了: of all of them, when one is spoken of. */
const ofAll =
  /^(?:他们|大家|那几[个家]|几[个家])?(?:都|全都?|全部)(?!没)|\b(?:all|both|everything|every one) of (?:them|it)\b/i;
/** Whoever is called away in the middle has not said it all. */
const brokenOff =
  /算了[\s,]{0,2}(?:回头|下次|以后|晚点|等会)|(?:等下|等等|等会)(?:有人|我|来人)|先不说了|来人了|\b(?:brb|hang on|hold on|gotta (?:go|run)|let me (?:check|think)|scratch that|never ?mind)\b|[a-z],? (?:and|but|so) (?:he|she|they|we)[\s,.]*(?:brb)?$/i;

const moves = new Set(['deal.move', 'deal.give', 'deal.open', 'lead.recycle', 'lead.merge']);
const isMoved = ({ writes }: Said) => writes.some(({ name }) => moves.has(name));

/** Whether more than a chance is written: of that alone one may well say what one thinks. */
const firm = (intent: Intent) =>
  intent.name === 'deal.move' ||
  (intent.name === 'deal.update' && Object.keys(intent.input).some((key) => key === 'amount' || key === 'discount'));

export const isBelieved = (said: Said) => isMoved(said) && believed.test(said.text);
export const isApart = (said: Said) => isMoved(said) && apart.test(said.text);
export const isOfAll = (said: Said) => isMoved(said) && said.writes.length === 1 && ofAll.test(said.text);
export const isHedged = ({ text }: Said) => hedged.test(text);
export const isGuessed = (said: Said) => onDeals(said) && guessed.test(said.text);
export const isRefused = (said: Said) =>
  said.writes.some(({ name }) => name === 'deal.update') &&
  said.text.split(/[,;.!\n]/).some((clause) => refused.test(clause) && /[\d一二三四五六七八九十]/.test(clause));
const unable =
  /(?:推|进|拿|签|走|搞|谈|撬|升)不(?:到|进|了|下|成|动|过|妥)|\b(?:unable to|fail(?:ed|s|ing) to|no way)\b/i;
export const isUnable = (said: Said) => onDeals(said) && unable.test(said.text);
/** Acme needs to close this month: a day that is wanted is not a day that is expected. */
const demanded = /必须|务必|一定要|\b(?:needs? to|has to|have to|must|better)\b/i;
export const isDemanded = ({ text, writes }: Said) =>
  demanded.test(text) && writes.some((intent) => intent.name === 'deal.update' && intent.input.closeOn !== undefined);
export const isSupposed = (said: Said) =>
  (said.writes.some(firm) || (said.writes.length === 1 && onDeals(said) && /据|消息/.test(said.text))) &&
  said.writes.every((intent) => intent.name !== 'deal.update' || intent.input.odds === undefined) &&
  supposed.test(said.text);
const eitherDay =
  /(?:周|星期|礼拜)[一二三四五六日天].{0,8}(?:还是|或者?)(?:(?:下?(?:周|星期|礼拜))?[一二三四五六日天])|\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri)\w* or (?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri)/i;
/** 周五还是周四: one of two days. */
export const isEitherDay = ({ text }: Said) => eitherDay.test(text);
export const isBrokenOff = ({ text }: Said) => brokenOff.test(text);

/** Whether the clause in which something changes says only that it is meant to. */
export const isIntended = (said: Said) =>
  said.writes.some(firm) &&
  said.text.split(/[,;.!\n]/).some((clause) => intended.test(clause) && hasRecord(clause, said));

const hasRecord = (clause: string, { writes }: Said) =>
  writes.some(
    (intent) => firm(intent) && (clause.includes(recordOf(intent) ?? '') || /^#/.test(recordOf(intent) ?? '')),
  );

const depends = /(?:到账?|过会|到位|下来|点头|盖章)了?(?:就|再)(?=把|推|改|转|给|定|签|进)/;
/** 恒通签了我就改: what hangs on something yet to happen, where no talk was told that it could be a part of. */
export const isDepending = ({ text, writes, context }: Said) =>
  writes.some(
    ({ name, input }) =>
      aboutDeals.test(name) || (name === 'activity.log' && (input as { channel?: string }).channel === 'other'),
  ) &&
  !findWays(text).some(({ done }) => done) &&
  (conditional.test(unnamed(text, context)) || depends.test(text));

const verify = /(?:确认|核对|核实|看看|查|对)一?下|^(?:please )?(?:check|verify|confirm|double-?check)\b(?! in)/i;
/** 确认一下金额80万: it is to be looked at, not to be set. */
export const isToVerify = ({ text, writes }: Said) =>
  writes.some(({ name }) => name === 'deal.update' || name === 'deal.move') && verify.test(text);

const shouldHave = /(?:应该|早该|本该|(?<!不)该)(?=[^,;]{0,12}(?:打|去|见|拜访|联系|发|约|跟))/;
/** 上个月就应该给他打电话: what ought to have been done was not. */
export const isOwed = (said: Said) => tells(said, 'activity.log') && shouldHave.test(said.text);

/** Whether a deal is changed by what was only heard: the word for it stands before the name, in the same clause. */
export function isHeard({ text, writes }: Said): boolean {
  const clauses = text.split(/[,;.!\n]/);
  return writes.some((intent) => {
    if (!aboutDeals.test(intent.name)) return false;
    const record = recordOf(intent);
    return clauses.some((clause) => {
      const at = record ? clause.indexOf(record) : -1;
      const match = heard.exec(clause);
      return match !== null && (at < 0 ? intent.name === 'deal.move' : match.index < at);
    });
  });
}

/** 年底前把枫桥拿下: a deal that is moved by a day to come has not moved yet. */
export function isToCome({ text, writes, context }: Said): boolean {
  const [only] = writes;
  if (writes.length !== 1 || only?.name !== 'deal.move') return false;
  if (Object.values(only.input.facts ?? {}).some((fact) => typeof fact === 'string' && /^\d{4}-/.test(fact)))
    return false;
  return !/[了到]/.test(text) && ahead(text, context) !== null;
}
