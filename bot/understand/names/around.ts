import { hasFirstName } from '../first-names.ts';
import { isEveryday, isPlace } from './everyday.ts';
import { fold, isHan, isLetter } from './fold.ts';
import type { Hit } from './stands-for.ts';

/** Words of the trade that follow a name only as a part of it. */
const tradeHan =
  /精密|机械|机电|电子|科技|电气|电器|实业|工业|制造|贸易|商贸|仪器|仪表|五金|模具|塑胶|塑料|纺织|服饰|食品|医药|制药|药业|化工|能源|新能源|环保|建材|置业|传媒|光电|半导体|通信|重工|钢铁|金属|家具|轴承|阀门|照明|陶瓷|酒店|银行|控股|智能|自动化/y;
const tradeLatin =
  / (?:Industries|Partners|Labs|Foods|Energy|Logistics|Medical|Systems|Solutions|Technologies|Technology|Media|Capital|Pharma|Electronics|Motors|Bank|Software|Manufacturing|Traders|Trading|Consulting|Robotics)(?![a-z])/y;

/** Words of every day that companies' names begin with, each in front of another word: Blue Harbor, North Ridge. */
const firstWord =
  /^(?:North|South|East|West|Blue|Red|Green|Black|White|Gold|Golden|Silver|Grand|Royal|Old|Bridge|Stone|Oak|River|Lake|Ocean|Mountain|Valley|Forest|Sun|Star|Sky|Iron|Bright)$/;
const wordInFront = /(?:(^|[.!?:;,\n]\s?)|\s)([A-Z][a-z]{2,})\s$/;
const called = /(?:ed|ing|ly)$|^(?:Yay|Boom|Woo|Ugh|Damn|Sadly|Hurrah|Phew|Rang|Told|Spoke|Bumped|Pls|Kindly)$/;

/** Whether a Latin name is the end of a longer one, as that of another company: Blue Harbor is not Harbor & Pine. */
export function isEndOfOther(text: string, { start, how, role }: Hit): boolean {
  if (how === 'whole' || role !== 'company' || !/^[A-Z]/.test(text[start] ?? '')) return false;
  const [, begins, word = ''] = wordInFront.exec(text.slice(Math.max(0, start - 24), start)) ?? [];
  if (word === '' || hasFirstName(word)) return false;
  if (isEveryday(word.toLowerCase())) return firstWord.test(word);
  return begins === undefined || !called.test(word);
}

const givenName = /[国华强军伟芳娜敏静丽磊洋勇艳杰娟涛超霞平刚桂英文辉玉红梅鹏飞晨雨欣怡涵浩宇轩梓峰琳婷明]/;

/** Whether words that may be others as well are a name here. */
export function isName(text: string, folded: string, hit: Hit, isCommon: (word: string) => boolean): boolean {
  const { start, end, how } = hit;
  const word = folded.slice(start, end);
  if (how === 'whole' ? isEveryday(word) : isCommon(word)) {
    const capital = /^\p{Lu}/u.test(text.slice(start, start + 2));
    const within = /[^ .!?:;"\n-] *$/.test(text.slice(Math.max(0, start - 9), start));
    return (capital && within) || text.trim().length === word.length;
  }
  if (hit.role === 'person' && word.length === 2 && goesOn(folded, end)) return false;
  if (!isHan(folded.charCodeAt(start)) || (how !== 'part' && word.length > 2)) return true;
  return (/[和跟与给把找约向]/.test(folded[start - 1] ?? '') || !isAcross(folded, start)) && !isAcross(folded, end);
}

/** Whether the name goes on, as that of another company: 恒通电气 is not 恒通精密. */
export function isOther(text: string, folded: string, { start, end, how, name, seen }: Hit): boolean {
  for (const [trade, said] of [
    [tradeHan, folded],
    [tradeLatin, text],
  ] as const) {
    trade.lastIndex = end;
    const next = trade.exec(said)?.[0].toLowerCase() ?? '';
    if (next && (how === 'part' || end - start >= 4) && !fold(name).includes(next)) return true;
  }
  return !seen && [2, 3].some((length) => isPlace(folded.slice(end, end + length)));
}

/** Whether a name of two characters is the beginning of one of three: 王建 in 王建国. */
const goesOn = (folded: string, end: number): boolean =>
  givenName.test(folded[end] ?? '') && !isEveryday(folded.slice(end, end + 2));

/** Whether an everyday word lies across this place: 明天 in 约王明天见, so that it is not 王明 who is met. */
function isAcross(folded: string, at: number): boolean {
  const isWord = (from: number) => from >= 0 && isEveryday(folded.slice(from, from + 2));
  return isWord(at - 1) && !isWord(at - 2) && !isWord(at);
}

/** A part of an e-mail address or of a longer word with dots. */
export function isInAddress(folded: string, start: number, end: number): boolean {
  const letter = (at: number) => isLetter(folded.charCodeAt(at));
  const [before, after] = [folded[start - 1] ?? '', folded[end] ?? ''];
  if (letter(start) && (/[._/]/.test(before) || (before === '@' && letter(start - 2)))) return true;
  return letter(end - 1) && (/[@_]/.test(after) || (after === '.' && letter(end + 1)));
}

/** Whether Chinese characters stand beside a Latin word. */
export const isAmongHan = (folded: string, start: number, end: number): boolean =>
  /\p{Script=Han}\s?$/u.test(folded.slice(Math.max(0, start - 2), start)) ||
  /^\s?\p{Script=Han}/u.test(folded.slice(end, end + 2));
