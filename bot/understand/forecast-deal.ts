import type { Context, Found, Rule } from './context.ts';
import { addDays, dayOf, monthEnd, monthOf, monthStart, quarterEnd, yearOf } from './days.ts';
import { spans, without } from './forecast.ts';
import { resolve } from './refs.ts';
import { whole } from './shared.ts';
import { lookUp } from './words.ts';

type As = 'commit' | 'best_case' | 'pipeline' | 'omitted';

/** What stands around the deal's name, by what it makes the deal count as. */
const zh: [RegExp, As][] = [
  [/^(.{0,30}?)(?:必签|必成|稳签|稳成|铁签|铁定签|包签)(?:的|了|下来?)?$/u, 'commit'],
  [/^(?:把|将)?(.{0,30}?)(?:就|先)?(?:算|列|放|归|标|记)(?:到|进|作|入|为|成|在)?承诺(?:里|了|单)?$/u, 'commit'],
  [
    /^(?:把|将)?(.{0,30}?)(?:就|先)?(?:算|列|放|归|标|记)(?:到|进|作|入|为|成|在)?(?:争取|最好情况)(?:里|了|单)?$/u,
    'best_case',
  ],
  [
    /^(?:把|将)?(.{0,30}?)(?:就|先)?(?:算|列|放|归|标|记)(?:到|进|作|入|为|成|在)?(?:在谈|普通|一般)(?:里|了|单)?$/u,
    'pipeline',
  ],
  [/^(?:把|将)?(.{0,30}?)(?:先|就)?(?:不(?:计入|算进|列入|放进|算在)|移出|剔出)预测(?:里|内)?(?:了)?$/u, 'omitted'],
];
const named = '(.{1,60}?)';
const kind = '(?:a |our |my |the )?';
const en: [RegExp, As][] = [
  [new RegExp(`^(?:please )?(?:i(?:'ll| will|'m)? )?commit(?:ting)?(?: on)? ${named}$`, 'i'), 'commit'],
  ...(
    [
      ['commit(?:ted|ment)?', 'commit'],
      ['(?:best[ -]?case|upside)', 'best_case'],
      ['pipeline', 'pipeline'],
      ['(?:omitted|out of (?:the )?forecast)', 'omitted'],
    ] as [string, As][]
  ).flatMap(([word, as]): [RegExp, As][] => [
    [
      new RegExp(
        `^(?:please )?(?:mark|put|call|set|count|list|move|make) ${named}(?: down)?(?: as| in| to| under)? ${kind}${word}$`,
        'i',
      ),
      as,
    ],
    [new RegExp(`^${named}(?: is|'s| counts as| =|:) ${kind}${word}$`, 'i'), as],
  ]),
  [new RegExp(`^(?:please )?(?:leave|take|keep|drop) ${named} out of (?:the |our |my )?forecast$`, 'i'), 'omitted'],
  [new RegExp(`^(?:please )?omit ${named}(?: from (?:the |our |my )?forecast)?$`, 'i'), 'omitted'],
];
/** Not a deal's name: something is said around it, or it is a thing of another kind. */
const noName =
  /[,;!?]|线索|商机|看|联系|拜访|电话|不|没|能|会|要|吗|如果|\b(?:if|not|never|to|don'?t|won'?t|changes?|meeting|what|who|which)\b/i;

/** What ends a sentence that sorts a deal; a team's own stage of that name is a stage. */
const counts = /(?:commit|best[ -]?case|upside|pipeline)$/i;

/** A deal sorted into the forecast: 恒通这个月必签, 恒通算争取, commit Northwind, Northwind is best case. */
export const counted: Rule = (text, context) => {
  if (text.length > 80) return null;
  const span = without(text, spans);
  const said = span.rest
    .replace(/\s+/g, ' ')
    .replace(/(?: for| in)$/i, '')
    .trim();
  for (const [pattern, as] of [...zh, ...en]) {
    const match = pattern.exec(said);
    if (!match) continue;
    const name = (match[1] ?? '').trim();
    const word = counts.exec(said)?.[0];
    if (noName.test(name) || (word && lookUp(context.stages, word))) return null;
    const period = span.value && daysOf(span.value, context);
    return about(text, 'deal.forecast', name, { as, ...(period && as !== 'omitted' ? period : {}) }, context);
  }
  return null;
};

const odds = '(?:把握|赢面|胜算|胜率|成功率|赢率|赢单率|成交概率|概率|成交的?可能性?|可能性|希望)';
const oddsZh = new RegExp(
  `^(?:看看?|查查?|你觉得|那)?(.{0,30}?)(?:这单|那单)?(?:的)?(?:${odds}(?:有|是|到底|大概)?(?:多大|多少|几成|怎么样|如何|高不高|大不大)|有(?:多大|多少|几成)的?${odds})(?:呢|啊)?$`,
  'u',
);
const oddsEn =
  /^(?:so |and )?(?:how likely (?:is|are)(?: it)?(?: that)? (.{1,60}?)(?: to (?:close|sign|win|land|happen)| closes| signs)?|(?:what(?:'?s| is| are) )?(?:the |our )?(?:win )?(?:odds|chances?|probability|likelihood)(?: of winning)? (?:of|on|for|with|at) (.{1,60}?)(?: closing| signing)?|what(?:'?s| are| is) (.{1,60}?)(?:'s|s'|’s) (?:win )?(?:odds|chances?|probability))$/i;

/** How likely a deal is: 恒通把握有多大, how likely is Northwind. */
export const likelihood: Rule = (text, context) => {
  const said = text.replace(/[\s?!]+$/g, '');
  if (said.length > 80) return null;
  const match = oddsZh.exec(said) ?? oddsEn.exec(said);
  const name = match && (match[1] ?? match[2] ?? match[3] ?? '').trim();
  return name === null || /[,;]/.test(name) ? null : about(text, 'deal.odds', name, {}, context);
};

function about(
  text: string,
  name: 'deal.forecast' | 'deal.odds',
  said: string,
  input: Record<string, unknown>,
  context: Context,
): Found {
  const deal = resolve(said, context, ['deal', 'customer']);
  const found = whole(text, { name, input: deal ? { deal, ...input } : input }, 0.95);
  return deal ? found : { ...found, missing: ['deal'] };
}

/** The first and last day of a month or quarter. */
function daysOf({ period, ahead = 0 }: { period: 'month' | 'quarter'; ahead?: number }, { now, zone }: Context) {
  const today = dayOf(now, zone);
  if (period === 'quarter') return { from: addDays(quarterEnd(today, ahead - 1), 1), to: quarterEnd(today, ahead) };
  const month = monthOf(today) + ahead;
  return { from: monthStart(yearOf(today), month), to: monthEnd(yearOf(today), month) };
}
