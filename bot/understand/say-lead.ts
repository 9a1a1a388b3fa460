import { type Intent, readIntent } from '../intents.ts';

const names: [string, string, string][] = [
  ['name', '姓名', 'name'],
  ['title', '职位', 'title'],
  ['company', '公司', 'company'],
  ['phone', '电话', 'phone'],
  ['email', '邮箱', 'email'],
  ['wechat', '微信', 'wechat'],
  ['industry', '行业', 'industry'],
  ['city', '城市', 'city'],
  ['headcount', '人数', 'headcount'],
  ['budget', '预算', 'budget'],
  ['pain', '痛点', 'pain'],
  ['channel', '渠道', 'channel'],
  ['source', '来源明细', 'source'],
  ['campaign', '活动', 'campaign'],
  ['note', '备注', 'note'],
];
const heads = {
  zh: { 'lead.create': '新线索 ', anyway: '仍新建线索 ', 'lead.form': '线索表单 ' },
  en: { 'lead.create': 'new lead ', anyway: 'new lead anyway ', 'lead.form': 'lead form ' },
} as const;
const bar = ' | ';

/** A lead in words, each part under its name: 新线索 姓名:王建国 | 公司:恒通. Null when the intent is about no lead's parts. */
export function sayLead(intent: Intent, language: 'zh' | 'en'): string | null {
  if (intent.name !== 'lead.create' && intent.name !== 'lead.form') return null;
  const { anyway, ...lead } = intent.input as Record<string, unknown>;
  if (anyway === false) return null;
  const parts: string[] = [];
  for (const [key, zh, en] of names) {
    const value = lead[key];
    if (value === undefined) continue;
    const money = value as { amount: number; currency?: string; about?: boolean };
    const text = key === 'budget' ? `${money.about ? '≈' : ''}${money.amount} ${money.currency ?? ''}` : String(value);
    parts.push(`${language === 'zh' ? zh : en}:${text.trim()}`);
  }
  if (parts.length < 2) return null;
  return heads[language][anyway ? 'anyway' : intent.name] + parts.join(bar);
}

/** Reads what `sayLead` wrote, every value as it stands there. Null for anything else, also for what a person typed freely. */
export function unsayLead(text: string): Intent | null {
  if (!text.includes(bar)) return null;
  for (const language of ['zh', 'en'] as const) {
    for (const [kind, head] of Object.entries(heads[language]).reverse()) {
      if (!text.startsWith(head)) continue;
      const input: Record<string, unknown> = kind === 'anyway' ? { anyway: true } : {};
      const known = text
        .slice(head.length)
        .split(bar)
        .every((part) => take(part, language, input));
      if (known) return readIntent({ name: kind === 'lead.form' ? kind : 'lead.create', input });
    }
  }
  return null;
}

function take(part: string, language: 'zh' | 'en', input: Record<string, unknown>): boolean {
  const at = part.indexOf(':');
  const key = names.find(([, zh, en]) => part.slice(0, at) === (language === 'zh' ? zh : en))?.[0];
  const value = part.slice(at + 1);
  if (!key || value === '' || input[key] !== undefined) return false;
  if (key === 'phone' && !/^\+\d{7,15}$/.test(value)) return false;
  if (key === 'headcount') {
    if (!/^\d{1,9}$/.test(value)) return false;
    input[key] = Number(value);
  } else if (key === 'budget') {
    const money = /^(≈?)(-?\d{1,15}(?:\.\d{1,6})?)(?: ([A-Z]{3}))?$/.exec(value);
    if (!money) return false;
    input[key] = {
      amount: Number(money[2]),
      ...(money[3] ? { currency: money[3] } : {}),
      ...(money[1] ? { about: true } : {}),
    };
  } else input[key] = value;
  return true;
}
