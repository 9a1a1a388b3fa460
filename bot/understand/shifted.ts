import type { Context, Found, Rule } from './context.ts';
import { findWhens } from './dates.ts';
import { about } from './deal.ts';
import { findNumbers } from './numbers.ts';

const unitsZh: Record<string, string> = { 天: 'D', 日: 'D', 周: 'W', 星期: 'W', 礼拜: 'W', 月: 'M', 季度: 'Q' };
const number = '([\\d一二两三四五六七八九十半]{1,3})';

/** What is known to slip: 签约, 合同, 这单; never a visit or a call. */
const zh = new RegExp(
  `^(?:把|将)?([^,;\\n]{2,24}?)(?:那边|那家)?的?(?:那单|这单|那个单子|这个单子|单子|签约|签单|成交|合同|项目)?(?:时间|日期)?[\\s,]*(?:(?:估计|可能|看来|怕是|预计|大概|肯定|今年|年底|年前|月底|本月|这个?月|这周)[\\s,]*){0,3}(?:(?:签|定|成)不(?:了|下来)|没戏|来不及|赶不上)?[\\s,]*(?:要|得|又|再|只能|估计|可能|大概|先|会|说是?){0,3}(?:往后|向后)?(?:推|延|拖|缓|顺延)(?:迟|后|期)?(?:到)?(?:了|个)?(?:差不多|大概|大约)?${number}个?(天|日|周|星期|礼拜|月|季度)(?:左右|签|再签|成交)?(?:吧|了)?$`,
);
const worksOn = /拜访|演示|会|电话|见面|提醒|跟进|待办|任务|回访|饭|交货|交付|发货|付款/;

const unitsEn: Record<string, string> = { day: 'D', week: 'W', wk: 'W', month: 'M', mth: 'M', quarter: 'Q', qtr: 'Q' };
const countEn = '(an?|one|two|three|four|five|six|\\d{1,2})(?:\\s(?:or so|more))?';
const unitEn = '(day|week|wk|month|mth|quarter|qtr)s?';
const en = [
  new RegExp(
    `^(?:please\\s)?(?:push|move|slide|slip|delay|postpone|shift)(?:ed|d|ing)?\\s(?:the\\s)?(.{2,40}?)(?:'s)?(?:\\s(?:close|closing|close date|signing|deal))?\\s(?:out|back|by|out by|back by)\\s(?:about\\s|by\\s|another\\s)?${countEn}\\s${unitEn}(?:\\s(?:or so|please))?$`,
    'i',
  ),
  new RegExp(
    `^(.{2,40}?)(?:'s)?(?:\\s(?:close|closing|close date|signing|deal))?\\s(?:is\\s|has\\s|will\\s|got\\s|just\\s)?(?:slips?|slipped|slipping|slides?|sliding|slid|pushed|moved|delayed)\\s(?:out\\s|back\\s)?(?:by\\s|about\\s|another\\s)?${countEn}\\s${unitEn}(?:\\sor so)?$`,
    'i',
  ),
];
const worksOnEn =
  /\b(?:visit|demo|call|meeting|mtg|lunch|reminder|task|follow-?up|delivery|payment|invoice|pilot|trial)\b/i;
const words: Record<string, number> = { a: 1, an: 1, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6 };

/** A stretch of time as ISO 8601 has it: P1M; a quarter is three months, half a month fifteen days. */
function duration(said: string, unit: string): string | null {
  if (said === '半') return unit === 'M' ? 'P15D' : unit === 'W' ? 'P4D' : null;
  const count = words[said.toLowerCase()] ?? findNumbers(said)[0]?.value.value;
  if (count === undefined || !Number.isInteger(count) || count < 1 || count > 99) return null;
  return unit === 'Q' ? `P${count * 3}M` : `P${count}${unit}`;
}

/** 签字要拖到下下周一, signing on the 18th now: the day on which they sign has become another. */
const dragged = [
  /^(?:把|将)?([^,;\n]{0,24}?)(?:那边|那家|客户|他们)?的?(?:预计|原定)?(?:签字|签约|签合同|签单|合同|成交)(?:时间|日期)?(?:估计|可能|看来|怕是|大概|又|说是?|[\s]){0,3}(?:要|得|会|只能|被)?(?:往后)?(?:拖|推|延|挪|顺延|改|排)(?:[,\s]{1,2}(?:改|推|挪))?(?:迟|后|期)?到了?\s?([^,;\n]{2,14}?)了?$/u,
  /^(?:please |pls |can you |let's )?(?:push|move|slide|shift|slip)\s(?:the\s)?()(?:close|closing|close date|closing date|signing)\s(?:out |back )?(?:to|till|until)\s((?:the )?[\w ,]{3,20}?)(?:\s(?:please|pls|now))?$/i,
  /^(?:please |pls |can you |let's )?(?:push|move|slide|shift|slip)\s(?:the\s)?(.{2,40}?)(?:'s)?(?:\s(?:close|closing|close date|signing))?\s(?:out |back )?(?:to|until|till)\s((?:the )?[\w ,]{3,20}?)(?:\s(?:please|pls|now))?$/i,
  /^(.{2,40}?)\s(?:wants?|asked|needs?|would like|decided)(?: us)? to (?:push|move|delay|postpone|shift) (?:everything|it(?: all)?|this|that|things|the (?:deal|project|signing|start|decision|whole thing))(?: out| back)? (?:to|until|till) (.{2,20}?)$/i,
  /^(?:so |and |but |then |now )?()(?:it'?s |they'?re |is |are |we'?re )?(?:prob(?:ably)? |likely |now |maybe |should be |looks like (?:we'?re )?){0,3}(?:signing|closing|to sign|to close) (?:on |by |around )?((?:the )?[\w ,]{3,16}?)(?: now| instead)?$/i,
];

function draggedTo(text: string, context: Context): Found | null {
  for (const pattern of dragged) {
    const match = pattern.exec(text);
    // Push close to Feb: a month alone is a day only behind an in.
    const said = match?.[2]?.replace(/^(?=(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*$)/i, 'in ') ?? '';
    const when = findWhens(said, context)[0];
    if (/[想把#]|希望|打算/.test(match?.[1] ?? '')) continue;
    if (!match || when?.start !== 0 || when.end !== said.length) continue;
    const sure = !/prob|likely|maybe|looks like|估计|可能|大概|怕是/i.test(text);
    const found = { name: 'deal.update' as const, input: { closeOn: when.value.day }, leftover: '' };
    return about({ ...found, confidence: sure ? 0.85 : 0.5, from: 0, to: 0 }, 'deal', match[1] as string, context);
  }
  return null;
}

/** 推到1月15号吧: a day some weeks off, of the deal just spoken of. */
const bare =
  /^(?:那?就|先|要|得|估计|可能|只能|再){0,3}(?:往后)?(?:推|拖|延|挪)(?:迟|后)?到了?\s?([^,;\n]{2,14}?)(?:再签|签|再说)?(?:吧|了)?$/u;
const weeksOff = 14 * 86_400_000;

function bareDay(text: string, context: Context): Found | null {
  const front = text.replace(/^(?:把|将)/, '');
  const known = context.names?.find(front)[0];
  const deal = known?.start === 0 && known.kind === 'customer' ? front.slice(0, known.end) : '';
  const said = bare.exec(front.slice(deal.length).replace(/^(?:那边|那单|这单|的|\s){1,3}/, ''))?.[1];
  const when = said === undefined ? undefined : findWhens(said, context)[0];
  if (!said || when?.start !== 0 || when.end !== said.length) return null;
  if (Date.parse(`${when.value.day}T00:00:00Z`) - context.now.getTime() < weeksOff || when.value.clock) return null;
  const found = { name: 'deal.update' as const, input: { closeOn: when.value.day }, leftover: '' };
  return about({ ...found, confidence: 0.5, from: 0, to: 0 }, 'deal', deal, context);
}

/** A deal that is to close later than was thought, by so much: 初禾那单往后推一个月, push Acme out two weeks. */
export const shifted: Rule = (text, context) => {
  if (text.length > 80) return null;
  const day = draggedTo(text, context) ?? bareDay(text, context);
  if (day) return day;
  const chinese = zh.exec(text);
  const english = chinese ? null : (en.map((pattern) => pattern.exec(text)).find((match) => match !== null) ?? null);
  const match = chinese ?? english;
  if (!match || (chinese ? worksOn : worksOnEn).test(text)) return null;
  const unit = chinese ? unitsZh[match[3] as string] : unitsEn[(match[3] as string).toLowerCase()];
  const closeLater = unit ? duration(match[2] as string, unit) : null;
  if (!closeLater) return null;
  const name = (match[1] as string).replace(/(?:估计|可能|看来|今年|年底|年前)$/, '');
  const found = { name: 'deal.update' as const, input: { closeLater }, confidence: 0.85, leftover: '' };
  return about({ ...found, from: 0, to: 0 }, 'deal', name, context);
};
