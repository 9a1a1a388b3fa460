import { beyond } from '../bag.ts';
import type { Context, Rule } from '../context.ts';
import { whole } from '../shared.ts';

const leadWords =
  /这?[几两三四五六七八九十]?[条个位家]?(?:线索|潜客)|\b(?:leads?|prospects?)\b|这?[几两三四五六七八九十][条个位家]|[那这][条个位家]|号/giu;
const pool = /公海池?|池子?|\b(?:the\s)?pool\b/giu;
const back =
  /退回|退|放回|放|扔回|扔|丢回|丢|还回|还|回收|释放|送回|吐回|[到进去里]|\b(?:recycle|release|return|send|put|drop|throw|dump|move|push|give|toss|kick|back|go|goes|into|to)\b/giu;
const takes =
  /归我|给我|分给我|派给我|我来跟?进?|我要|我跟进?|我接|认领|领取|领走|领|捡|拿走|\b(?:claim(?:ing)?|grab(?:bing)?|i'?ll take|i take|i can take|take|pick(?:ing)? up|mine|assign(?:ed)?(?: it)? to me|dibs on)\b/giu;
const aboutMe = /我|来|跟进?|走|里|我的|\b(?:me|my|i'll|that|this|one|it|from|ones|out)\b/giu;
const spent =
  /[,;\s]\s?(?:实在)?(?:跟不动|没戏|没时间|跟不过来|没精力|太忙|联系不上|不跟|没人接|没意向|质量太?差)[了的]?$|[,;]?\s(?:no time|going nowhere|they'?re dead|it'?s dead|not responding|can'?t work (?:it|them)|no interest)$/iu;
const joint = /和|跟|与|以及|还有|及|&|\band\b/giu;

/** Every lead that a text names, by number or by a name we know, and what else it says. */
function leadsIn(text: string, context: Context): { leads: string[]; rest: string } {
  const known = (context.names?.find(text) ?? []).filter(({ kind }) => kind !== 'person');
  const spans = [
    ...[...text.matchAll(/#\s?\d{1,9}/g)].map((one) => ({ start: one.index, end: one.index + one[0].length })),
    ...known,
  ].sort((a, b) => a.start - b.start);
  let rest = text;
  for (const { start, end } of [...spans].reverse()) rest = `${rest.slice(0, start)} ${rest.slice(end)}`;
  return { leads: spans.map(({ start, end }) => text.slice(start, end).replace(/^#\s/, '#')), rest };
}

/** These leads go back to the pool: 郭涛和邓超群放回公海, put #4 and #5 back in the pool. */
export const leadsBack: Rule = (text, context) => {
  if (text.length > 200 || text.search(pool) < 0) return null;
  const { leads, rest } = leadsIn(text.replace(spent, ''), context);
  if (leads.length === 0 || rest.search(back) < 0 || rest.search(takes) >= 0) return null;
  if (beyond(rest, pool, back, leadWords, joint) !== '') return null;
  return whole(text, { name: 'lead.recycle', input: { leads: [...new Set(leads)] } }, 0.9);
};

/** This lead is mine from now on: #63 我来跟, 许文斌这条线索归我, dibs on lead 12. */
export const leadMine: Rule = (text, context) => {
  if (text.length > 80 || !/线索|潜客|公海|领|\b(?:leads?|prospect|pool|claim)\b/i.test(text)) return null;
  const { leads, rest } = leadsIn(text, context);
  if (leads.length !== 1 || rest.search(takes) < 0) return null;
  if (beyond(rest, takes, pool, leadWords, aboutMe, joint) !== '') return null;
  return whole(text, { name: 'lead.claim', input: { lead: leads[0] } }, 0.9);
};

const out = /导出来?|导个|导|下载|拉出来|拉一?份|拉|打包|\b(?:export|download|dump|pull|extract)\b/giu;
const numbers =
  /(?:电话|手机|联系)(?:号码?|方式)?|号码|通讯录|\b(?:phone numbers?|phones?|numbers?|contact (?:details|numbers|info))\b/giu;
const of = /线索|潜客|客户|联系人|\b(?:leads?|customers?|clients?|contacts?|accounts?)(?:'s?|s')?(?![a-z])/giu;
const owner: [RegExp, 'mine' | 'team' | 'all'][] = [
  [/我自己|我名下|我手[上里头]|我|自己|\b(?:my|mine)\b/giu, 'mine'],
  [/我们?团队|团队|我们组|组里|全组|我们|\b(?:the team'?s?|team'?s?|our)\b/giu, 'team'],
  [/全公司|整个公司|公司|全部|所有|\b(?:company[\s-]?wide|company'?s?|everyone'?s?|all|every|whole)\b/giu, 'all'],
];
const usedFor = /[,;]\s?[^,;]{0,16}用$/u;
const file = /列表|名单|清单|表格?|给我|发我|一份|[成为]|\b(?:list|excel|csv|file|sheet|to|as|into)\b/giu;

/** The phone numbers of many, out of the bot: 导一份我自己的线索电话, dump all my customers' numbers. */
export const numbersOut: Rule = (text) => {
  const said = text.replace(usedFor, '');
  if (said.length > 60 || said.search(out) < 0 || said.search(numbers) < 0) return null;
  const bare = said.replace(/[给发帮]我|\bme\b/gi, ' ');
  // 我们团队 is the team's and not mine; my comes before all (all my customers).
  const team = bare.search((owner[1] as [RegExp, string])[0]) >= 0;
  const whose = team ? 'team' : owner.find(([words]) => bare.search(words) >= 0)?.[1];
  if (beyond(bare, out, numbers, of, ...[1, 0, 2].map((at) => (owner[at] as [RegExp, string])[0]), file) !== '')
    return null;
  const kind = /线索|潜客|lead/i.test(said)
    ? 'leads'
    : /客户|customer|client|account/i.test(said)
      ? 'customers'
      : undefined;
  return whole(text, { name: 'phones.export', input: { ...(kind ? { of: kind } : {}), ...(whose ? { whose } : {}) } });
};
