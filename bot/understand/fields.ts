import type { Context } from './context.ts';
import { readEmail } from './emails.ts';
import { readMoney } from './money.ts';
import { readNumber } from './numbers.ts';
import { readPhone } from './phones.ts';
import { findWords, lookUp } from './words.ts';

const labels = {
  name: ['客户姓名', '联系人姓名', '姓名', '名字', '联系人', 'contact name', 'full name', 'name', 'contact'],
  title: ['职位', '职务', '头衔', '岗位', 'job title', 'title', 'position', 'role'],
  company: [
    '公司名称',
    '公司名',
    '客户公司',
    '公司',
    '单位',
    '企业',
    '客户名称',
    '客户',
    'company name',
    'company',
    'organisation',
    'organization',
    'account',
    'firm',
  ],
  phone: [
    '手机号码',
    '手机号',
    '联系电话',
    '电话号码',
    '联系方式',
    '电话',
    '手机',
    'phone number',
    'phone',
    'mobile',
    'tel',
    'cell',
  ],
  email: ['电子邮箱', '邮箱地址', '邮箱', '邮件', 'e-mail address', 'email address', 'e-mail', 'email', 'mail'],
  wechat: ['微信号', '微信', 'wechat id', 'wechat', 'weixin'],
  industry: ['所属行业', '行业', 'industry', 'sector'],
  city: ['所在城市', '所在地', '城市', '地区', 'city', 'location'],
  headcount: [
    '公司规模',
    '员工人数',
    '员工数',
    '人数',
    '规模',
    'headcount',
    'employees',
    'company size',
    'size',
    'seats',
  ],
  budget: ['预算', 'budget'],
  pain: ['痛点', '需求', '问题', 'pain points', 'pain point', 'pain', 'needs', 'need'],
  channel: ['线索来源', '来源渠道', '渠道', '来源', 'lead source', 'channel', 'source', 'via'],
  source: ['来源明细', '来源说明', 'sub-source', 'source detail'],
  campaign: ['活动名称', '市场活动', '活动', 'campaign', 'event'],
  note: ['备注', '说明', '其他', 'note', 'notes', 'remark', 'remarks', 'comment'],
} as const;

export type LeadKey = keyof typeof labels;
const all = (Object.entries(labels) as [LeadKey, readonly string[]][])
  .flatMap(([key, words]) => words.map((word) => ({ key, word })))
  .sort((a, b) => b.word.length - a.word.length);
const alternatives = all.map(({ word }) => word.replace(/[-\s]/g, '[-\\s]')).join('|');
const marked = new RegExp(`(?<![\\p{L}\\p{N}])(${alternatives})\\s?[:=]\\s?`, 'giu');
const onLine = new RegExp(`^(${alternatives})\\s+(?=\\S)`, 'i');
const keyOf = (label: string): LeadKey | undefined =>
  all.find(({ word }) => word === label.toLowerCase().replace(/\s+/g, ' '))?.key;

/** Takes the `label: value` pairs of a lead out of a text; `rest` is what stands outside them. */
export function takeLabelled(text: string): { values: Partial<Record<LeadKey, string>>; rest: string } {
  const values: Partial<Record<LeadKey, string>> = {};
  const found = [...text.matchAll(marked)]
    .slice(0, 40)
    .map((match) => ({ key: keyOf(match[1] as string), from: match.index, to: match.index + match[0].length }));
  const lines = text.split('\n').length;
  let rest = text.slice(0, found[0]?.from ?? text.length);
  found.forEach(({ key, to }, index) => {
    const segment = text.slice(to, found[index + 1]?.from ?? text.length);
    const stop = key === 'note' || key === 'pain' ? /[\n|]/.exec(segment) : /[\n;|]|,(?!\d{3})/.exec(segment);
    const value = segment
      .slice(0, stop?.index ?? segment.length)
      .trim()
      .replace(/[,;|]$/, '')
      .trim();
    if (key && value !== '') values[key] = values[key] ? `${values[key]} ${value}` : value;
    rest += stop ? `\n${segment.slice(stop.index + 1)}` : '\n';
  });
  if (lines < 2) return { values, rest };
  const kept: string[] = [];
  for (const line of rest.split('\n')) {
    const label = onLine.exec(line.trim());
    const key = label ? keyOf(label[1] as string) : undefined;
    if (label && key && values[key] === undefined) values[key] = line.trim().slice(label[0].length);
    else kept.push(line);
  }
  return { values, rest: kept.join('\n') };
}

/** A word that begins with a label and has its value right behind (痛点交付慢). Null when it does not. */
export function labelPrefix(piece: string): { key: LeadKey; value: string } | null {
  const match =
    /^(姓名|联系人|职位|职务|公司|电话|手机|邮箱|微信号?|行业|城市|规模|预算|痛点|需求|渠道|来源|活动|备注)[:\s]?(?:是|为)?(.+)$/.exec(
      piece,
    );
  const key = match ? keyOf(match[1] as string) : undefined;
  return match && key ? { key, value: match[2] as string } : null;
}

/** The part of a lead a Chinese word is the label of, when it is nothing but the label. Null when it is none. */
export const loneLabel = (piece: string): LeadKey | null =>
  /^(?:\p{Script=Han}+|title|company|phone|email|wechat|industry|city|budget|source|channel)$/iu.test(piece)
    ? (keyOf(piece) ?? null)
    : null;

/** Reads what was given for one part of a lead. Null when it cannot be that (no such phone number, no amount …). */
export function leadValue(key: string, said: string, context: Context): string | number | ReturnType<typeof readMoney> {
  const value = said.trim();
  switch (key) {
    case 'phone':
      return readPhone(value, context.language, context.zone);
    case 'email':
      return readEmail(value);
    case 'budget':
      return readMoney(value, context.currency);
    case 'headcount': {
      const count = readNumber(value.replace(/\s?(?:people|seats|employees|staff|users|左右|上下)$/i, ''));
      return count !== null && Number.isSafeInteger(Math.round(count)) ? Math.round(count) : null;
    }
    case 'industry':
      return lookUp(context.industries, value) ?? findWords(context.industries, value)[0]?.value ?? value;
    case 'channel':
      return lookUp(context.channels, value) ?? findWords(context.channels, value)[0]?.value ?? value;
    default:
      return value === '' ? null : value;
  }
}
