import { chineseCities } from '../cities.ts';
import type { Found, Reading, Rule } from '../context.ts';
import { findEmails } from '../emails.ts';
import { gone, leftovers, mask } from '../normalize.ts';
import { findNumbers } from '../numbers.ts';
import { findTitled } from '../people.ts';
import { findPhones } from '../phones.ts';
import { isPronoun, resolve } from '../refs.ts';
import { readWho } from '../who.ts';
import { findWords } from '../words.ts';
import { refLike } from './names.ts';
import { meets, metSomebody } from './new-lead.ts';

const kinds = ['customer', 'deal', 'lead'] as const;
const han = /\p{Script=Han}/u;
const wechat = /(?:微信号?|wechat(?: id)?|wx|vx)[:\s是]{0,3}([a-z][-_a-z0-9]{4,19})(?![a-z0-9@.])/i;
const staff =
  /^\s?(?:来|多)?\s?(?:个)?(?:名员工|人|号人|员工|(?:people|employees|staff|seats|users|headcount|ppl)(?![a-z]))/i;
const cityZh = new RegExp(
  `(?:总部|公司|工厂|他们|搬)?(?:在|到|于|位于)\\s?(${chineseCities})市?(?=$|[\\s,.]|那边|的)|^(${chineseCities})的(?:公司|客户|企业)?`,
);
const cityEn =
  /\b(?:(?:is|are|'s)\s)?(?:based|located|headquartered|hq'?d?)\s(?:in|at)\s([A-Z][\w.-]+(?:\s[A-Z][\w.-]+)?)|\b(?:is|are|'s)\sin\s(?!the\s)([A-Z][\w.-]+(?:\s[A-Z][\w.-]+)?)|\bmoved to\s([A-Z][\w.-]+(?:\s[A-Z][\w.-]+)?)$/;
const trade =
  /(?:是|属于)?(?:做|搞|干|从事|卖)?\s?([\p{Script=Han}\w]{1,10}?)(?:行业|业的|类的|(?<=做.{1,8})的)|\b(?:(?:is|are|'s)\s)?in\s(?:the\s)?([a-z &-]{2,30}?)\s(?:industry|sector|business|space)\b/iu;
const job =
  /(?:现在|目前|已经|新)?(?:是|任|升任?了?|升为|升到|调任|调到|改任|换成|做)了?\s?([\p{Script=Han}A-Za-z ]{0,8}(?:总监|经理|主管|主任|厂长|店长|总裁|总经理|董事长|负责人|工程师|CEO|CTO|CFO|COO|CIO|VP))了?(?=$|[\s,.])|\b(?:is|was|'s|got|has been|been)\s(?:now|promoted to|moved up to|the new|their new|made)\s(?:the\s|an?\s)?((?:[A-Z][\w&/-]*|of|and|head|director|manager|vp|sales|ops)(?:\s(?:[A-Z][\w&/-]*|of|and|sales|ops|purchasing|procurement|engineering))*?)(?:\snow)?$/u;
const noise =
  /(?:的?(?:联系)?(?:电话|手机号?码?|座机|邮箱|邮件|微信号?|联系方式|号码|地址|人数|规模)(?:号码)?|换号了?|新号码?|新的?|记一?下|顺便|公司|他们|大概|大约|现在|大小|一共|总共|员工|有|是|为|改成|改为|换成了?|变成了?|换了|变更为?|更新为?|名片上写的?|补充|:|也)|(?<![A-Za-z])(?:'s\s)?(?:new\s)?(?:phone|mobile|cell|tel|number|e-?mail|mail|wechat|address|headcount|direct line|no)(?:\s(?:number|no\.?|id))?(?![A-Za-z])|(?<![A-Za-z])(?:is|has|have|about|around|they|their|new|now|and|with|changed to|btw|it's|got an?|got|employs?|roughly|update|fyi|now|out of|base|reach|on|from now on|profile|headcount)(?![A-Za-z])/gi;

/** What became known of somebody (phones, addresses, size, city, trade, title): of a record, or of somebody new, a lead. */
export const readProfile: Rule = (text, context): Found | null => {
  if (text.length > 500) return null;
  const input: Record<string, unknown> = {};
  const spans: { start: number; end: number }[] = [];
  const take = (key: string, one: Reading<unknown> | null | undefined) => {
    if (!one || input[key] !== undefined) return;
    input[key] = one.value;
    spans.push(one);
  };
  const group = (pattern: RegExp, where: string): Reading<string> | null => {
    const match = pattern.exec(where);
    const value = match?.slice(1).find((one) => one !== undefined);
    return match && value ? { start: match.index, end: match.index + match[0].length, value: value.trim() } : null;
  };
  take('email', findEmails(text)[0]);
  take('wechat', group(wechat, mask(text, spans)));
  take('phone', findPhones(mask(text, spans), context.language)[0]);
  const reach = spans.length;
  if (meets(text)) return metSomebody(text, context, 0.85);
  const size = findNumbers(mask(text, spans)).flatMap(({ start, end, value }) => {
    const unit = staff.exec(text.slice(end));
    return unit ? [{ start, end: end + unit[0].length, value: Math.round(value.value) }] : [];
  })[0];
  if (size && !/第|\bof\s|见了|来了|去了|跟|陪|一行|带了/.test(text.slice(Math.max(0, size.start - 3), size.start)))
    take('headcount', size);
  const veiled = () => mask(text, [...spans, ...(context.names?.find(text) ?? [])]);
  take('city', group(cityZh, veiled()) ?? group(cityEn, veiled()));
  const industry = group(trade, veiled());
  const key = industry && findWords(context.industries, industry.value)[0]?.value;
  if (industry && key) take('industry', { ...industry, value: key });
  if (!/决策|拍板|decision/i.test(text)) take('title', group(job, mask(text, spans)));
  if (spans.length === 0) return null;

  const open = mask(text, spans)
    .replace(/\(([^)]{2,40})\)/g, ' at $1')
    .replace(noise, (said) => gone.repeat(said.length));
  const said = open
    .replaceAll(gone, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s,:;.的]+|[\s,:;.的]+$/g, '')
    .replace(/(?<=\p{Script=Han})\s(?=\p{Script=Han})/gu, '');
  const found = { confidence: reach > 0 ? 0.85 : 0.8, leftover: '', from: 0, to: 0 };
  if (said === '' || isPronoun(said)) {
    const who = resolve('', context, kinds);
    return who
      ? { name: 'profile.update', input: { who, ...input }, ...found }
      : reach > 0
        ? { name: 'profile.update', input, ...found, missing: ['who'] }
        : null;
  }
  const known = (context.names?.find(said) ?? []).filter(({ kind }) => kind !== 'person');
  const words = leftovers(said).split(' ').length;
  if (known.length === 0 && reach > 0 && words >= (han.test(said) ? 2 : 3) && !/\sat\s/.test(said))
    return metSomebody(text, context, 0.7);
  if (known.length === 0 && !refLike(said.replace(/\sat\s/, ' ')))
    return reach > 0 ? metSomebody(text, context, 0.7) : null;
  if (reach === 0 && known.length === 0 && input.headcount === undefined && !/^[A-Z]/.test(said)) return null;
  const { who, contacts } = readWho(said, context);
  const subject = resolve('', context, kinds);
  const person =
    who !== null && (findTitled(who)[0]?.end === who.length || known[0]?.kind === 'contact') && contacts.length === 0;
  if (!who) return null;
  if (person && subject && known.length === 0)
    return { name: 'profile.update', input: { who: subject, contact: who, ...input }, ...found };
  return {
    name: 'profile.update',
    input: { who, ...(contacts[0] ? { contact: contacts[0] } : {}), ...input },
    ...found,
  };
};
