import type { Reading } from './context.ts';
import { findNumbers } from './numbers.ts';
import { findPercents } from './percents.ts';

const even =
  /\b50\s?[/-]\s?50\b|\bfifty[\s-]fifty\b|五五开|对半(?:开|分)?(?=吧|了|$|[\s,])|一半一半|(?:一半|半数)(?=的?(?:把握|机会|可能|胜算))|\b(?:a )?coin[\s-](?:flip|toss)\b|\beven (?:odds|money|chance)\b/i;
const mostly = /十有八九|八九不离十|十拿九稳/;
const of = /^\s(out\sof|in)\s$/i;
const chance = /^\s(?:chance|shot|odds|probability|likelihood)\b/i;
/** What may stand behind "7 out of 10" where it is a chance and no count of things. */
const open =
  /^[\s,.!]*(?:$|(?:chance|shot|odds|likely|confident|confidence|sure|it|that|we|they|he|she|on|for|at|with|in|this|imo|i|now|right|honestly|probably|maybe|to|will|close[sd]?|把握|吧|了)\b)|^[\s,]*\p{Script=Han}/iu;
/** Words that say a share is a chance. */
export const likely =
  /把握|概率|可能性?|机会|机率|胜算|赢率|成功率|赢面|胜率|成单率|希望|likely|likelihood|chances?|odds|probability|confiden(?:t|ce)|sure|win rate|\bshot\b/i;
const guessed =
  /(?:\b(?:at|as|it|say|put|guess|reckon|call|feels? like|around|about|i'?m|we'?re|is|now)|[是有到约估算觉得至剩])\s?$/i;
const ends =
  /^(?:能成|能签(?:下来|成|单)?|能拿下|能下来?|有戏|能定)?[\s,.!]*(?:(?:now|right now|currently|honestly|imo|i think|i guess|probably|maybe|at best|or so|tops|today|吧|左右|了|上下|的样子|不到)[\s,.!]*){0,2}$/i;
/** Shares of something else: a deposit, a margin, a growth. */
const otherShare =
  /(?:毛利|净利|利润率?|税率?|提成|佣金|占比?|份额|涨幅?|增长|首付|首款|首期款?|进度款|验收款|预付款?|定金|订金|尾款|质保金|付了?|返点|margin|tax|deposit|upfront|commission|share|retention|growth|prepay(?:ment)?|down payment|interest|grew|up|down)(?:\s?(?:of|is|was|是|为|by|了|到))?\s?$/i;
/** 回款到三成, 便宜两成: shares of money. */
const ofMoney =
  /(?:回款|收款|进度|完成率?|便宜|价格低|[低高贵]|undercut|cheaper|lower|higher|below|above|beat|off|less|more(?! like)|by)[^,;\n]{0,10}$/iu;
const upfront =
  /^\s?(?:(?:lower|cheaper|higher|less|more|below|above|under|over|off)\b|up\s?front|deposit|down\b|on (?:delivery|signing|acceptance)|预付|首付|定金|尾款|的?(?:毛利|税|佣金|提成|尾款))/i;

/** How likely a sentence calls a deal: 七成把握, at 70% now, 7 out of 10, a coin flip. The first that is said. */
export function findOdds(text: string, closing: boolean): Reading<number> | null {
  const said = likely.test(text);
  for (const { start, end, value } of findPercents(text)) {
    if (value.kind === 'off') continue;
    const before = text.slice(0, start);
    const after = text.slice(end);
    if (otherShare.test(before) || ofMoney.test(before.slice(-20)) || upfront.test(after)) continue;
    if (said || closing || ends.test(after) || (guessed.test(before) && ends.test(after.split(/[,;]/)[0] ?? '')))
      return { start, end, value: value.fraction };
  }
  const numbers = findNumbers(text);
  for (const [index, low] of numbers.entries()) {
    const high = numbers[index + 1];
    const joint = high && of.exec(text.slice(low.end, high.start));
    if (!high || !joint) continue;
    const [a, b] = [low.value.value, high.value.value];
    const after = text.slice(high.end);
    if (!(a > 0 && a <= b && b <= 100 && b > 1)) continue;
    if (
      chance.test(after) ||
      (/out/i.test(joint[1] as string)
        ? open.test(after)
        : said || (guessed.test(text.slice(0, low.start)) && ends.test(after)))
    )
      return { start: low.start, end: high.end, value: Number((a / b).toPrecision(4)) };
  }
  for (const [pattern, value] of [
    [even, 0.5],
    [mostly, 0.85],
  ] as const) {
    const match = pattern.exec(text);
    if (match) return { start: match.index, end: match.index + match[0].length, value };
  }
  return null;
}
