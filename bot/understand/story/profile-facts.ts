import { chineseCities, englishCities, englishCity } from '../cities.ts';
import type { Context, Reading } from '../context.ts';
import { findNumbers } from '../numbers.ts';
import { findTitled } from '../people.ts';
import { findWords } from '../words.ts';

const staff =
  /^[\s-]?(?:来|多)?\s?(?:个)?(?:名员工|人|号人|员工|(?:people|person|persons|employees|staff|seats|users|headcount|ppl|folks|strong)(?![a-z]))/i;
const sized =
  /(?:人数|员工数?|员工人数|规模|headcount|team size|company size|team of)(?:[:\s是约有到]|大概|大约|现在|目前|变成|涨到|is|now|at|of|about|around|went|up|to){0,4}$/i;
const notStaff =
  /再?(?:加|增|多|扩|补)(?:购|加)?\s?$|\b(?:add|adding|another|extra|buy|order|need|demo'?d?.{0,30}|call.{0,30}|meeting.{0,30}|morning|afternoon|today),?\s?$|第|\bof\s|见了|来了|去了|跟|陪|一行|带了|\b(?:had|met|brought|(?<!(?:company|firm|business|outfit|group|shop|maker|chain|provider|manufacturer|agency) )with|invited?|saw|trained)\s$/;
/** People who were at something are not all that work there. */
const present =
  /^\s?(?:参观|参加|开会|到场|来|听|过来|at (?:the|our)|in (?:the|our)|on the call|showed|attended|joined)/i;

/** How many people work there: 三百来号人, 员工数是300, a 300 person company. */
export function sizeIn(text: string): Reading<number> | null {
  for (const { start, end, value } of findNumbers(text)) {
    const unit = staff.exec(text.slice(end));
    const label = sized.exec(text.slice(0, start));
    if (!unit && !label) continue;
    if (!label && notStaff.test(text.slice(Math.max(0, start - 18), start))) continue;
    if (unit && present.test(text.slice(end + unit[0].length))) continue;
    if (!Number.isSafeInteger(Math.round(value.value)) || value.value < 1) continue;
    return {
      start: start - (label?.[0].length ?? 0),
      end: end + (unit?.[0].length ?? 0),
      value: Math.round(value.value),
    };
  }
  return null;
}

const place = '([A-Z][\\w.-]+(?:\\s[A-Z][\\w.-]+)?)';
const cities = [
  new RegExp(
    `(?:总部|公司|工厂|他们|人|新址|办公室)?(?:设在|搬到|搬去|搬至|迁到|迁至|迁去|落户|在|到|于|位于|是)\\s?(${chineseCities})市?(?=$|[\\s,.了有]|那边|的)`,
  ),
  new RegExp(`^(${chineseCities})的(?:公司|客户|企业)?`),
  new RegExp(`(?:base|总部|公司)?(?:在|搬到|搬去|迁到)\\s?${place}`),
  new RegExp(
    `\\b(?:(?:is|are|'s)\\s)?(?:based|located|headquartered|hq'?d?(?:\\sis)?|HQ(?:\\sis)?|offices?\\s(?:is|are)|company)\\s(?:in|at|out of|to)\\s${place}`,
  ),
  new RegExp(`\\b(?:is|are|'s)\\s(?:now\\s)?in\\s(?!the\\s)${place}`),
  new RegExp(`\\b(?:moved|moving|relocated|relocating|moves)\\s(?:their\\s\\w+\\s|over\\s)?to\\s${place}(?=$|[,.\\s])`),
  new RegExp(`\\b(?:working|works|operates?|people|staff|employees)?\\s?out of\\s${place}(?=$|[,.\\s])`),
  // All in small letters only a city that we know is one.
  new RegExp(
    `\\b(?:based|located|headquartered|hq|moved|relocated|works)\\s(?:in|at|out of|to|from)\\s(${englishCities})(?=$|[,.\\s])`,
    'i',
  ),
];
/** "moved to Proposal" is a stage, "is in Negotiation" too: a place is a known one where a stage has its name. */
export function cityIn(text: string, context: Context): Reading<string> | null {
  for (const pattern of cities) {
    const match = pattern.exec(text);
    const value = match?.[1]?.trim();
    if (!match || !value) continue;
    const stage = findWords(context.stages, value)[0];
    const risky =
      /moved|moving|moves|\bin\s/i.test(match[0]) && !/based|located|headq|hq|office|company|relocat/i.test(match[0]);
    if (stage || (risky && /^[A-Z]/.test(value) && !englishCity.test(value) && /mov/i.test(match[0]))) continue;
    return { start: match.index, end: match.index + match[0].length, value };
  }
  return null;
}

const tradeBefore =
  /(?:做|搞|干|从事|卖|开|属于|是一?家|是个|主营|行业是?|industry(?: is)?|\bin|\bin the|\bdo|\bdoes|\bdoing|\bsells?|works? in|\bis an?|\bare an?|they'?re an?)\s?(?:[\p{Script=Han}]{0,4}|the\s|local\s|small\s|big\s)?$/iu;
const tradeAfter =
  /^(?:行业|业务?|类|公司|企业|生意|\s?(?:industry|sector|business|space|company|firm|outfit))?(?:的|了)?(?=$|[\s,.\ue000]|在|，)/i;

/** The trade a company is in, when the words around its name say so: 是做财税的, works in banking, a logistics company. */
export function tradeIn(text: string, context: Context): Reading<string> | null {
  for (const one of findWords(context.industries, text)) {
    const before = tradeBefore.exec(text.slice(0, one.start));
    const after = tradeAfter.exec(text.slice(one.end));
    if (before && after)
      return { start: one.start - before[0].length, end: one.end + after[0].length, value: one.value };
    if (/^(?:行业|industry|sector)/i.test(text.slice(one.end).trimStart()) && after)
      return { ...one, end: one.end + after[0].length };
  }
  return null;
}

const jobZh =
  '(?:集团|公司|区域|大区|销售|采购|市场|技术|财务|运营|行政|人事|生产|项目|信息|供应链|[\\p{Script=Han}]{0,3})?(?:总监|副?总经理|经理|主管|主任|厂长|店长|副?总裁|副总|董事长|负责人|工程师|合伙人|部长|院长|校长|科长|处长)';
const stop = '(?!(?:at|now|for|over|from|in|with|who|and|is|was|there|since|starting|effective|as|but|so)\\b)';
export const jobEn = `(?:CEO|CTO|CFO|COO|CIO|CMO|CPO|GM|MD|founder|president|buyer|owner|partner|(?:S|E)?VP(?:\\sof)?(?:\\s${stop}[a-z&]+){0,2}|head\\sof(?:\\s${stop}[a-z&]+){1,2}|director(?:\\sof(?:\\s${stop}[a-z&]+){1,2})?|(?:[a-z&]+\\s){0,2}(?:manager|mgr|director|lead|buyer|supervisor|coordinator|planner|engineer))`;
const became =
  "(?:is|was|'s(?=\\s(?:now|been|the|their)\\b)|has been|been|got|gets|became|becomes|becoming|made|named|appointed|(?:got\\s)?(?:moved|bumped|stepped|stepping|kicked|promoted)(?:\\sup)?|took over|takes over|taking over|now)";
const titles = [
  new RegExp(`(?:title|职位|头衔|职务)(?:现在|改成|变成)?\\s?(?:是|为|:|is|now)*\\s?(${jobZh}|${jobEn})`, 'iu'),
  new RegExp(
    `(?:现在|目前|已经|新)?(?:升职?(?:为|任|到|成|了)?|任|调任|调到|改任|提拔(?:为|成|到)?|晋升(?:为|到|成)?|当上|做了|换成|现在是|已经是|是)了?\\s?(${jobZh}|${jobEn})了?(?=$|[\\s,.])`,
    'iu',
  ),
  new RegExp(
    `\\b(?:${became}[\\s,]{1,2}){1,3}(?:(?:she|he)'?s\\s)?(?:now\\s|promoted\\s|moved up\\s)?(?:to\\s|as\\s|into\\s)?(?:the\\s|their\\s|an?\\s|new\\s){0,3}(${jobEn})(?:\\snow)?(?:,?\\s(?:was|used to be|formerly|previously)\\s(?:just\\s)?[^,;.]{2,30})?(?=$|[\\s,.])`,
    'iu',
  ),
];

/** What somebody has become: 升总经理了, title是Buyer, moved up to COO. */
export function titleIn(text: string): Reading<string> | null {
  if (/决策|拍板|说了算|decision/i.test(text)) return null;
  for (const pattern of titles) {
    const match = pattern.exec(text);
    // 联系人换成赵经理了: 赵经理 is who it is, and not what somebody has become.
    if (match && !(/换成/.test(match[0]) && findTitled(match[1] as string)[0]?.start === 0))
      return { start: match.index, end: match.index + match[0].length, value: (match[1] as string).trim() };
  }
  return null;
}
