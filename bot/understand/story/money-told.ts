import type { Money } from '../../intents.ts';
import type { Context } from '../context.ts';
import { findMoney } from '../money.ts';

const raised =
  /(?:涨|加|提|砍|降|减|压|缩|缩水|调|改|变|追加|谈|谈成|谈妥|谈拢|敲定|上调|缩减|提高|增加|降低|扩|扩大|下调|落|松口|松|报|定|暂定|给)(?:到|至|成|为|了|在)?(?:了)?\s?$|(?:now|to|at|up to|down to|bumped|raised|cut|dropped|increased|lowered|grew|is|are|worth|around|about|approved|confirmed|for|=|->|→|become|became|ballpark|roughly|call it|comes to|total(?:s|ling)?)\s?(?:an?\s)?$/i;
const change =
  /(?:\b(?:bumped|raised|cut|dropped|increased|lowered|grew|grown|shrank|shrunk|shrinks|fell|jumped|climbed|went|gone|goes|come|came|moved|trimmed|upped|up|down|changed|revised|reduced|expanded|scaled|scale|doubled|ballpark|settled|agreed|negotiated)\b|涨|加到|提到|砍|降到|减|压到|缩|调到|调整|改成|改为|改到|变成|变为|追加|谈到|谈成|谈妥|谈拢|谈下来|敲定|扩|暂定|定在)/i;
const budget =
  /预算|budget|心里价|心理价|价位|(?:客户|他们|对方)?(?:最多|顶多|大概|只)?(?:能|可以|肯|愿意)?(?:出到|拿得出|出得起|掏得出|能出|能拿出?|肯出)|手里有|手头有|can (?:only )?(?:spend|afford)|willing to (?:spend|pay)|to spend\b|\bspend up to|won'?t (?:go|pay) (?:over|above|more)|max(?:es)? out|ceiling/i;
/** 最多给110: of what they would spend at most the 万 is left out. */
const atMost =
  /(?<!我们?|咱们?)(?:最多|顶多|撑死|至多|封顶|上限)(?:也)?(?:就|只|是)?(?:能|可以|肯|愿意)?(?:给|出|批|拿|掏)(?:得?出|到)?(?:了)?\s?(?=[\d一二两三四五六七八九])/;
const roughly =
  /出头|大概|大约|差不多|估计|估摸|左右|上下|来万|\b(?:around|about|roughly|approx\w*|some|ish|ballpark)\b|~/i;
const moneyUp =
  /\b(?:bump|raise|drop|cut|lower|take|make|set|put|change|up)\s(?:it|that|them|this)\b|\b(?:spend|afford|came down|price|worth)\b|能到|能做到|大概能|做到|能有|值|差不多/i;
const amount =
  /金额|总价|总额|总共|一共|合计|单价|合同额|报价|价格|价钱|盘子|单子|这单|那单|商机|deal|amount|\bamt\b|value|worth|size|price|quote|total|contract|\bnumber\b/i;

/** Sums of theirs that are neither ours nor a budget. */
const other =
  /营收|营业额|产值|流水|年收入|销售额|注册资本|融资|没松口|没答应|没同意|不同意|没让步|没接受|罚款|工资|revenue|turnover|salary|raised (?:a )?(?:seed|series)|funding|profit|valuation|didn'?t (?:agree|budge|accept)|\ba year\b/i;

export interface MoneyTold {
  value: Money;
  budget: boolean;
  spans: { start: number; end: number }[];
}

/** The amount or the budget that words without a label tell of: 砍到60万, grew to 54k, 能出到25万, ballpark 70k. */
export function moneyTold(text: string, context: Context): MoneyTold | null {
  const most = atMost.exec(text);
  const sure = findMoney(text, context.currency);
  const bare = most && sure.length === 0 ? findMoney(text, context.currency, true) : [];
  const all = bare.length === 1 && bare[0]?.start === (most?.index ?? 0) + (most?.[0].length ?? 0) ? bare : sure;
  const last = all.at(-1);
  if (!last || other.test(text) || all.length > 2 || !(all.length === 1 || change.test(text) || /从|from/.test(text)))
    return null;
  const isBudget = budget.test(text) || most !== null;
  if (
    !(
      isBudget ||
      amount.test(text) ||
      moneyUp.test(text) ||
      raised.test(text.slice(0, last.start)) ||
      change.test(text)
    )
  )
    return null;
  const value = roughly.test(text) ? { ...last.value, about: true } : last.value;
  return { value, budget: isBudget, spans: all };
}
