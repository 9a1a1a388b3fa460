import type { Rule } from './context.ts';
import { findNumbers } from './numbers.ts';
import { whole } from './shared.ts';

const stageZh = '(?:阶段|环节|节点|步骤)';
const deals = '(?:单子?|商机|项目|客户|deals?|pipeline)';
const rate = '(?:转化率?|通过率|流失率|丢单率|停留(?:时间|时长|天数|多久|几天)?|耗时|用时|时长)';
const chinese = new RegExp(
  `^(?:${[
    '(?:销售|单子)?流程(?:的)?(?:体检|复盘|诊断|瓶颈)(?:在哪儿?里?)?',
    `复盘(?:一下)?(?:销售)?流程${stageZh}?`,
    `${deals}(?:一般|通常|大多|主要|都|是|老是|总是|基本|\\s){0,4}(?:卡|死|丢|输|停|堵|拖)在(?:了|哪儿?里?|哪个?${stageZh}|哪一?步|什么地方){1,2}`,
    `都?(?:卡|死|丢)在(?:哪个|什么)${stageZh}(?:最多)?`,
    `(?:哪个|哪些|哪一?个|什么)${stageZh}(?:的)?(?:${deals})?(?:最|比较|特别|走得|待得|停得|丢得|输得|丢单|输单){1,3}(?:慢|久|拖|卡|堵|多|长|容易(?:丢单?|输|卡))`,
    `哪一步(?:最|走得最)(?:慢|久|卡)|最(?:慢|卡|拖|久)的(?:是)?(?:哪个)?${stageZh}(?:是哪个)?`,
    `(?:各个?|每个?|分)${stageZh}(?:之间)?的?${rate}(?:是多少|怎么样|如何|情况|多少)?`,
    `(?:阶段|环节|漏斗)(?:的)?(?:转化率?|通过率|流失率|停留时间)(?:是多少|怎么样|如何|情况)?`,
    `(?:销售|成交|流程)(?:的)?瓶颈(?:在哪儿?里?|是什么|是哪个${stageZh})?|瓶颈(?:在哪儿?里?|是哪个${stageZh})`,
  ].join('|')})$`,
  'iu',
);
const english = new RegExp(
  `^(?:${[
    '(?:stage|pipeline|process|funnel) (?:x-?ray|conversions?(?: rates?)?|bottlenecks?|health check)',
    '(?:stage|pipeline|process|funnel) review',
    'conversion(?: rates?)? (?:by|per|between|for each|of each|in each|across) (?:the )?stages?',
    '(?:time|days) (?:in|per|by) (?:each )?stage',
    'how long do deals (?:stay|sit|spend|take|wait) (?:in|at) (?:each|every|a|which) stage',
    'where (?:do|are|did) deals (?:(?:usually|mostly|always|tend to|get|getting|all) ){0,3}(?:stuck|stall(?:ing)?|die|dying|lost|wait(?:ing)?|loop(?:ing)?|slow down|sit(?:ting)?)(?: the most| most)?',
    '(?:which|what) stage (?:is|takes|loses|costs|has|kills)(?: us)? (?:the )?(?:slowest|longest|worst|bottleneck|(?:the )?most(?: deals| time| days)?)',
    "(?:what'?s|what is|which is|where'?s|where is) (?:the )?(?:slowest stage|bottleneck|pipeline bottleneck)",
  ].join('|')})$`,
  'i',
);

const number = '[\\d一二两三四五六七八九十]{1,3}|two|three|four|five|six|nine|ten|twelve';
const spans: [RegExp, number | null][] = [
  [new RegExp(`(?:最近|近|过去|前|这|上)?\\s?(${number})\\s?个月(?:以来|来|里|内|的)?`, 'iu'), null],
  [new RegExp(`(?:over |in |for |during |of )?(?:the )?(?:last|past) (${number}) months?`, 'i'), null],
  [
    /(?:最近|近|过去|这)(?:的)?半年(?:以来|来|里|内|的)?|(?:over |in |for )?(?:the )?(?:last|past) half(?: a)? year/i,
    6,
  ],
  [/(?:最近|近|过去)(?:的)?一?年(?:以来|来|里|内|的)?|(?:over |in |for )?(?:the )?(?:last|past) year/i, 12],
  [/(?:最近|近|过去)(?:的)?一?个?季度?(?:以来|来|里|内|的)?|(?:over |in |for )?(?:the )?past quarter/i, 3],
  [/(?:最近|近|过去)(?:的)?(?:一个|这个)?月(?:以来|来|里|内|的)?|(?:over |in |for )?(?:the )?(?:last|past) month/i, 1],
];
const owners: [RegExp, 'mine' | 'team' | 'all' | null][] = [
  [/全公司(?:的)?|整个公司(?:的)?|所有人(?:的)?|\b(?:company(?: ?-?wide)?|everyone'?s|everybody'?s)\b/i, 'all'],
  [/(?:我们?)?(?:团队|全?组|组里)(?:的)?|\b(?:the )?team'?s?\b/i, 'team'],
  // What is ours is what one usually sees.
  [/我们(?:公司)?(?:的)?|咱们?(?:的)?|\bour\b/i, null],
  [/我(?:自己)?的?(?!们)|\bmy\b/i, 'mine'],
];
const around =
  /^(?:(?:看一?看|看一?下|看|查一?查|查一?下|查|来一?[个份]|来|做一?[个次份]|出一?[个份]|给我|帮我|发|我?想知道|现在|目前)\s?){1,4}|^(?:(?:show|give|send|get|run|do|see)(?: me)?(?: the| a)?|the) (?=\S)|(?:看看|一下|呢|啊|呀|吗)?[?!]*$/giu;

/** Takes the first of these out of a text. */
function take<T>(text: string, families: [RegExp, T][]): { rest: string; value: T; match: RegExpExecArray } | null {
  for (const [pattern, value] of families) {
    const match = pattern.exec(text);
    if (match) return { rest: text.replace(match[0], ' '), value, match };
  }
  return null;
}

const tidy = (text: string) =>
  text
    .replace(/[\s,]+/g, ' ')
    .replace(/(?<=\p{Script=Han}) | (?=\p{Script=Han})/gu, '')
    .trim();

/** Where deals wait, loop and die: 流程体检, 单子都卡在哪, which stage is slowest; with a span of months and whose deals. */
export const stages: Rule = (text) => {
  if (text.length > 60) return null;
  const months = take(text, spans);
  const owner = take(months?.rest ?? text, owners);
  const core = tidy(tidy(owner?.rest ?? months?.rest ?? text).replace(around, ''));
  if (!chinese.test(core) && !english.test(core)) return null;
  const count = months && (months.value ?? findNumbers(months.match[1] ?? '')[0]?.value.value);
  const input = {
    ...(count ? { months: Math.max(1, Math.min(24, Math.round(count))) } : {}),
    ...(owner?.value ? { whose: owner.value } : {}),
  };
  return whole(text, { name: 'xray.show', input }, 0.9);
};
