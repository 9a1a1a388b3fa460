import type { Rule } from './context.ts';
import { whole } from './shared.ts';

/** Which month or quarter, and which one after the present. */
export const spans: [RegExp, { period: 'month' | 'quarter'; ahead?: 1 }][] = [
  [/下个?季度?(?:的)?|\b(?:(?:for|in) )?next quarter\b/i, { period: 'quarter', ahead: 1 }],
  [/下个?月(?:的)?|\b(?:(?:for|in) )?next month\b/i, { period: 'month', ahead: 1 }],
  [
    /(?:这一?个?|本|当)季度?(?:的|内|里)?|\b(?:(?:for|in) )?(?:this|the|current) quarter\b|\bquarter(?:ly|'s)\b/i,
    { period: 'quarter' },
  ],
  [
    /(?:这一?个?|本|当)月(?:份|底)?(?:的|内|里)?|\b(?:(?:for|in) )?(?:this|the|current) month\b|\bmonth(?:ly|'s)\b/i,
    { period: 'month' },
  ],
];
const owners: [RegExp, 'mine' | 'team' | 'all' | null][] = [
  [/全公司(?:的)?|整个公司(?:的)?|\b(?:company(?: ?-?wide)?|everyone'?s|everybody'?s)\b/i, 'all'],
  [/(?:我们?)?(?:团队|全?组|组里)(?:的)?|\b(?:the )?team'?s?\b/i, 'team'],
  [/我们(?:公司)?(?:的)?|咱们?(?:的)?|\bour\b/i, null],
  [/我(?:自己)?的?(?!们)|\bmy\b/i, 'mine'],
];
const core = new RegExp(
  `^(?:${[
    '(?:看一?看|看一?下|查一?查|查一?下|看|查|来个|出一?[个份]|给我|发我|做一?[个份])?(?:一下)?(?:销售|业绩|成交|签单)?预测(?:一下)?(?:是多少|是?怎么样|怎样|如何|多少|情况)?',
    '预测(?:一下)?(?:销售额?|业绩|成交)?(?:是|能签|能成|能做)?(?:多少)?',
    '(?:大概|预计|估计|大约|到底|还|一共|总共){0,2}(?:能|可以|会){1,2}(?:签|成交|成|做|拿下)(?:下来?|到)?多少(?:钱|业绩)?',
    "(?:what'?s |what is |what does |how'?s |how is |show(?: me)? |give me |see |pull up )?(?:the )?(?:sales |revenue )?forecast(?: look like| looking| look)?",
    'how much (?:can|will|do|are|could|should) (?:we|i) (?:expect to |going to |likely )?(?:close|sign|land|book|win)',
  ].join('|')})$`,
  'iu',
);

/** Takes the first of these out of a text. */
export function without<T>(text: string, families: readonly [RegExp, T][]): { rest: string; value?: T } {
  for (const [pattern, value] of families) if (pattern.test(text)) return { rest: text.replace(pattern, ' '), value };
  return { rest: text };
}

const tidy = (text: string) =>
  text
    .replace(/[\s,?!]+/g, ' ')
    .replace(/(?<=\p{Script=Han}) | (?=\p{Script=Han})/gu, '')
    .replace(/(?: for| in|[呢啊呀吗]){1,2}$|^(?:那|so|ok) ?/gi, '')
    .trim();

/** What the month or quarter brings: 预测, 这个月能签多少, what's the forecast this quarter; with whose deals. */
export const forecast: Rule = (text) => {
  if (text.length > 60) return null;
  const span = without(text, spans);
  const owner = without(span.rest, owners);
  if (!core.test(tidy(owner.rest))) return null;
  const input = { ...span.value, ...(owner.value ? { whose: owner.value } : {}) };
  return whole(text, { name: 'forecast.show', input }, 0.95);
};
