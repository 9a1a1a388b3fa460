import type { Context, Found, Rule } from '../context.ts';
import { cleanRef } from '../refs.ts';
import { whole } from '../shared.ts';

const marks = [
  /^(?:请|帮我|麻烦)?(?:把|将)?(?:线索)?\s?(.{1,30}?)(?:的)?(?:这[条个])?(?:线索)?\s?(?:直接)?(?:标|记|设|改|打|算|作|当|判)(?:记|成|为|作|上|个){0,2}(?:为)?(?:无效|废|作废|垃圾)(?:线索|了|吧|掉){0,3}(?:[\s,:;]+(?:因为|原因是?|理由是?)?(.{1,80}))?$/u,
  /^(?:线索)?\s?(.{1,30}?)(?:的)?(?:这[条个])?(?:线索)?\s?(?:是|属于)(?:一?[条个])?(?:无效|假|垃圾|死)(?:线索|的)(?:[\s,:;]+(.{1,80}))?$/u,
  /^(?:please\s)?(?:mark|flag|set|log|close|put)\s(?:the\s)?(?:lead\s)?(.{1,40}?)(?:\slead)?\s(?:out\s)?(?:as\s)?(?:an?\s)?(?:invalid|dead|junk|bad lead|bogus|disqualified|unqualified|not a fit)(?:\s?[,:;-]\s?|\sbecause\s|\ssince\s|\s-\s|$)(.{0,80})$/i,
  /^(?:please\s)?(?:disqualify|junk|bin|kill|reject)\s(?:the\s)?(?:lead\s)(.{1,40}?)(?:\s?[,:;-]\s?|\sbecause\s|\ssince\s|$)(.{0,80})$/i,
  /^(?:please\s)?(?:disqualify)\s(.{1,40}?)(?:\s?[,:;-]\s?|\sbecause\s|\ssince\s|$)(.{0,80})$/i,
];

const worthless =
  /空号|停机|假(?:号|的|线索)|打错|骗子|同行来(?:问|打听|套)|是(?:同行|学生|中介|骗子)|注销|倒闭|没戏|不靠谱|白跑|根本没(?:需求|预算)|死线索|不是(?:我们的?)?(?:目标)?客户|\b(?:dead(?: end)?|wrong number|bogus|fake|spam|junk|tyre ?kicker|tire ?kicker|not a fit|no fit|out of business|went bust|bankrupt|got (?:bought|acquired)|disconnected|student|not (?:a )?(?:real|serious))\b/i;

/** A lead marked invalid in so many words: 把银杉标为无效 空号, mark Silverton as dead: wrong number. */
export const rejects: Rule = (text, context) => {
  if (text.length > 160) return null;
  for (const pattern of marks) {
    const match = pattern.exec(text);
    if (!match) continue;
    const lead = cleanRef(match[1] as string);
    const reason = match[2]?.trim();
    const known = context.names?.find(lead)[0];
    if (
      lead === '' ||
      /^(?:上|这|那|刚|全部|所有|前)/.test(lead) ||
      known?.kind === 'customer' ||
      known?.kind === 'person'
    )
      return null;
    return whole(text, { name: 'lead.reject', input: { lead, ...(reason ? { reason } : {}) } }, known ? 0.9 : 0.8);
  }
  return hopeless(text, context);
};

/** Silverton is a dead end, wrong number: of a lead we know, so it may be marked; of a customer one says more than that. */
function hopeless(text: string, context: Context): Found | null {
  const named = (context.names?.find(text) ?? []).filter(({ kind }) => kind !== 'person');
  const [one, ...more] = named;
  if (one?.kind !== 'lead' || more.some(({ ids }) => ids?.[0] !== one.ids?.[0])) return null;
  if (!worthless.test(text.slice(0, one.start) + text.slice(one.end))) return null;
  const reason = text
    .slice(one.end)
    .replace(/^(?:那边|这[条个]线索|的|[\s,:;]){1,4}/, '')
    .replace(/^(?:is|was|are|turned out to be)\s(?:an?\s)?/i, '')
    .trim();
  const input = {
    lead: text.slice(one.start, one.end),
    ...(reason.length > 1 ? { reason: reason.slice(0, 200) } : {}),
  };
  return whole(text, { name: 'lead.reject', input }, 0.5);
}
