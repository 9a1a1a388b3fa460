import { chineseCities, chineseCity } from './cities.ts';
import type { Context, Reading } from './context.ts';
import { hasFirstName } from './first-names.ts';
import { companyAndPost } from './lead-apart.ts';
import { findTitled, nameLikeness } from './people.ts';
import { findWords } from './words.ts';

const han = /\p{Script=Han}/u;
const jobs =
  /^(?:[\p{Script=Han}\w]{0,8}(?:总监|副?总?经理|主管|主任|厂长|店长|校长|院长|部长|科长|处长|副?总裁|副总|总工|总助|负责人|董事长|创始人|合伙人|工程师|专员|老板|采购|财务|行政|人事|法人)(?:助理)?|[\p{Script=Han}]{1,6}\s?(?:director|manager|head|lead|vp)|ceo|cto|cfo|coo|cio|cmo|md|founder|co-founder|owner|co-owner|president|partner|buyer|(?:vp|svp|evp|head|director|manager|chief)(?:\s.{1,40})?|a?gm(?:\s(?:purchase|purchasing|sales|operations|ops|finance|procurement|it|hr|marketing|production|projects|supply chain))?|.{1,40}\s(?:manager|mgr|director|engineer|lead|officer|president|buyer|planner|supervisor|coordinator|foreman|superintendent))$/iu;

/** 车 is a surname, and 车间主任 is no person. */
const office =
  /^(?:车间|项目|生产|采购|技术|销售|财务|市场|运营|行政|人事|信息|设备|质量|质检|研发|工程|仓库|物流|总务|办公室|大区|区域|安全|计划|供应链)/;
export const isJob = (said: string) => jobs.test(said) && (nameLikeness(said) < 3 || office.test(said));

/** A part of a lead that its words name, or words yet to be sorted. */
export type Piece =
  | { key: 'name' | 'company' | 'title' | 'city' | 'pain' | 'channel' | 'note'; value: string }
  | string;

/** What says how somebody came to us, around the word for the channel. */
const came =
  /来的?$|过来|进来|看到|搜到|找到|加的|认识|介绍|推荐|咨询|留言|私信|留资|扫码|联系(?:我们|的)|转来|换的?|上(?:的|看|认)|\b(?:saw|seen|came|come|found|heard|through|via|from|clicked|signed up|reached out|downloaded|met|referred|refer|inbound|attended|visited|filled)\b/i;

/** Where a lead is from, when a piece says nothing else: 小红书看到的, he saw our Google ad. The last word counts. */
export function cameFrom(piece: string, context: Context): string | null {
  const said = piece.replace(/refer(?![a-z])/i, 'referred');
  const all = findWords(context.channels, said);
  const last = all.at(-1);
  if (!last || !came.test(said) || said.length > 40) return null;
  return last.value;
}

/** 宝利的采购经理, 顺达的张总, Wexford的IT manager, Solstice的Emma: whose somebody is, and who. */
function owned(piece: string, context: Context): Piece[] {
  const works = /^在(.{2,16}?)(?:做|当|任|担任|负责)(.{2,10})$/u.exec(piece);
  if (works) return [works[1] as string, works[2] as string];
  const lives = new RegExp(`^(?:人|公司|总部)?在(${chineseCities})市?(.*)$`).exec(piece);
  if (lives) return [{ key: 'city', value: lives[1] as string }, lives[2] as string];
  if (/^(?:做|搞|干|卖).{1,8}的$/.test(piece)) return [piece];
  const trade = /^(?:一?[个位家])?((?:做|搞|干|卖|开).{1,8})的(老板|客户|人|朋友|厂|工厂|公司|企业)$/u.exec(piece);
  if (trade)
    return [
      { key: 'note', value: trade[1] as string },
      ...(trade[2] === '老板' ? [{ key: 'title', value: '老板' } as const] : []),
    ];
  const bare = piece.replace(/(?:介绍|来|认识|加|推荐|遇到|碰到)的$/, (said) => said.slice(0, -1)).replace(/的$/, '');
  const post = companyAndPost(bare);
  if (post)
    return (['company', 'title', 'name'] as const).flatMap((key) => (post[key] ? [{ key, value: post[key] }] : []));
  const both = /^(.{2,30}?)的(.{2,24})$/u.exec(bare);
  if (!both) return [bare];
  const [, of = '', whose = ''] = both;
  if (chineseCity.test(of))
    return [
      { key: 'city', value: of },
      /^(?:一家)?\p{Script=Han}{0,4}(?:公司|客户|企业|厂|工厂|店)$/u.test(whose) ? '' : whose,
    ];
  const titled = findTitled(whose)[0];
  if (titled?.start === 0 && titled.end < whose.length && cameFrom(whose.slice(titled.end), context))
    return [{ key: 'company', value: of }, { key: 'name', value: titled.value }, whose.slice(titled.end)];
  if (isJob(whose)) return [of, { key: 'title', value: whose }];
  const person =
    nameLikeness(whose) > 1 || /^[A-Z][a-z]+(?:\s[A-Z][a-z]+)?$/.test(whose) || titled?.end === whose.length;
  if (person && !findWords(context.channels, of)[0])
    return [
      { key: 'company', value: of },
      { key: 'name', value: whose },
    ];
  return person || nameLikeness(whose) > 0 ? [of, whose] : [bare];
}

const called =
  /^(?:有个|个)?(?:叫|名叫|名字叫|联系人叫|姓名)(?:做)?\s?([\p{Script=Han}]{2,4}|[A-Z][\w'-]*(?:\s[A-Z][\w'-]*)?)(?:的|$)/u;
/** 姓冯: a surname alone, with the title it goes with. */
const surnamed = /^姓(?!名)(\p{Script=Han})$/u;
const companyIs = /^(?:公司|单位|企业)(?:名?叫|名字叫|名称?是?|是)\s?(.{2,20})$/u;
const wishes = /^(?:他们|客户|对方)?(?:想|希望|需要|要)(?:解决|改善|搞定|处理)\s?(.{2,60})$/u;
const painsEn =
  /^(?:they(?:'re)?\s|he(?:'s)?\s|she(?:'s)?\s|are\s|is\s|who\s)?((?:keeps?|struggl(?:es?|ing)|can'?t|cannot|fed up|tired of|sick of|drowning|losing|hates?)\s.{3,80})$/i;
const labelledPain = /^(?:their\s)?(?:pain|problem|issue)(?:\s(?:is|point is))\s(.{3,80})$/i;
const small = /^(?:(?:he|she|they)(?:'s|'re|\sis|\sare)\s|who(?:'s|\sis)\s)?(?:the\s|an?\s|their\s|our\s)?(?=\S)/i;
const based =
  /^(?:(?:they(?:'re)?|he|she|who)\s)?(?:are\s|is\s)?(?:based|located|headquartered)\s(?:in|out of|at)\s([A-Z][\w.-]+(?:\s[A-Z][\w.-]+)?)$/;

/** One stretch between marks as the pieces it holds: a part it names itself, or words to be sorted by their looks. */
export function piecesOf(segment: string, context: Context): Piece[] {
  const said = segment.trim();
  const words = han.test(said) ? said.split(/\s+(?=\p{Script=Han})|(?<=\p{Script=Han})\s+/u) : [];
  if (words.length > 1) return words.flatMap((word) => piecesOf(word, context));
  const surname = surnamed.exec(said)?.[1];
  if (surname) return [{ key: 'name', value: surname }];
  const [from, value] = firstOf(said, [
    ['name', called],
    ['company', companyIs],
    ['pain', wishes],
    ['pain', painsEn],
    ['pain', labelledPain],
    ['city', based],
  ]);
  // 叫蓝鲸精工: four characters that are nobody's name are a company's.
  if (from === 'name' && /^\p{Script=Han}{4}$/u.test(value) && nameLikeness(value) < 2) {
    const company: Piece = { key: 'company', value };
    return [company, ...piecesOf(said.replace(called, ''), context)].filter((one) => one !== '');
  }
  if (from)
    return [{ key: from, value }, ...(from === 'name' ? piecesOf(said.replace(called, ''), context) : [])].filter(
      (one) => one !== '',
    );
  const channel = cameFrom(said, context);
  const covers = channel !== null && !/的.{2,}/.test(said.replace(/的$/, '')) && said.split(/\s/).length <= 7;
  if (covers && channel && !/^(?:from|via|through)\s/i.test(said)) return [{ key: 'channel', value: channel }];
  if (han.test(said)) {
    return owned(said.replace(/^(?:是|就是)(?=.{2})/, ''), context);
  }
  const apart =
    /^(.{2,40}?)\s(?:from|at|@)\s(?:the\s)?(.{2,60})$/i.exec(said) ??
    /^([^\s].{1,40}?)\sof\s([A-Z].{1,60})$/.exec(said) ??
    /^(c[a-z]o|owner|co-owner|founder|co-founder|president|partner|gm|md|buyer)\sof\s(.{2,60})$/i.exec(said);
  const doing = runs.exec(said)?.[1];
  if (doing) return [doing];
  if (!apart) return nameAndJob(said) ?? [jobs.test(said) ? said.replace(small, '') : said];
  const [all, first = '', second = ''] = apart;
  const named = nameAndJob(first);
  if (named) return [named[0], { key: 'title', value: named[1] }, second];
  const oneTitle =
    new RegExp(`^.{${first.length}}\\sof\\s`, 'i').test(all) &&
    jobs.test(`${first} of x`) &&
    /^(?:[a-z]|IT|HR|R&D|QA|Ops|Sales|Operations|Engineering|Procurement|Finance|Marketing|Purchasing|Product|Supply|Technology|Sourcing|Security|People|Digital|Data)/.test(
      second,
    );
  return oneTitle ? [said.replace(small, '')] : [first.replace(small, ''), second];
}

/** Runs procurement for Talus: whom somebody works for. */
const runs =
  /^(?:(?:he|she|who)\s)?(?:runs|heads(?: up)?|leads|manages|handles|in charge of)\s.{2,30}?\s(?:for|at|over at)\s(?:the\s)?(.{2,40})$/i;

/** Sue Kimball logistics mgr: a first name and another word, and behind them a job. */
function nameAndJob(said: string): [string, string] | null {
  const match = /^([a-z][\w'-]+\s[a-z][\w'-]+)\s(.{2,30})$/i.exec(said);
  return match && hasFirstName(said) && isJob(match[2] as string) ? [match[1] as string, match[2] as string] : null;
}

function firstOf<K extends string>(said: string, all: [K, RegExp][]): [K, string] | [null, ''] {
  for (const [key, pattern] of all) {
    const value = pattern.exec(said)?.[1];
    if (value !== undefined) return [key, value.replace(/的$/, '').trim()];
  }
  return [null, ''];
}

/** Whether a word covers most of a piece. */
export const covers = (one: Reading<string> | undefined, piece: string) =>
  one !== undefined && (one.end - one.start) * 2 >= piece.length;
