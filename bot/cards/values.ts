import { discount, percent, phone } from '../i18n/index.ts';
import type { Value } from '../sales/change.ts';
import type { Reader } from './reader.ts';

/** The label of a column or of a playbook's field (`facts.pain`, `pain`). */
export function label(reader: Reader, field: string): string {
  const key = field.replace(/^facts\./, '');
  const own = reader.playbook.fields.find((one) => one.key === key);
  if (own && (field.startsWith('facts.') || !reader.t.fields[key])) return reader.text(own.name);
  return reader.t.fields[key] ?? key;
}

/** A stored value as a person reads it. */
export function show(reader: Reader, field: string, value: Value, currency = reader.playbook.currency): string {
  if (value === null || value === undefined || value === '') return '—';
  const { t, playbook } = reader;
  const key = field.replace(/^facts\./, '');
  if (key === 'amount' || key === 'budget') {
    const money =
      typeof value === 'object' && 'amount' in value ? (value as { amount: string; currency: string }) : null;
    return money ? reader.money(money.amount, money.currency) : reader.money(value, currency);
  }
  if (key === 'pipeline') {
    const known = playbook.pipelines.find((one) => one.key === value);
    return known ? reader.text(known.name) : String(value);
  }
  if (Array.isArray(value)) return t.list(value.map((one) => label(reader, String(one)))) || '—';
  if (key === 'stage') return reader.stage(String(value));
  if (key === 'closeOn' || key === 'close_on' || key === 'pausedUntil' || key === 'quietUntil' || key === 'validUntil')
    return reader.day(new Date(String(value)));
  if (key === 'nextAt' || key === 'dueAt' || key === 'lastTouchAt' || key === 'stageAt')
    return reader.moment(new Date(String(value)));
  if (key === 'odds') return percent(Number(value), reader.language);
  if (key === 'forecast') return t.forecast.categories[value as keyof typeof t.forecast.categories] ?? String(value);
  if (key === 'discount') return discount(Number(value), reader.language);
  if (key === 'closeLater') return t.lasting(Number.parseInt(String(value).slice(1), 10), String(value).slice(-1));
  if (key === 'phone') return phone(String(value));
  if (key === 'language') return t.languages[String(value)] ?? String(value);
  if (key === 'role') return t.roles[String(value)] ?? String(value);
  if (key === 'status') return t.status[String(value)] ?? String(value);
  if (key === 'industry' || key === 'channel') {
    const known = [...playbook.industries, ...playbook.channels].find((one) => one.key === value);
    return known ? reader.text(known.name) : String(value);
  }
  const field_ = playbook.fields.find((one) => one.key === key);
  const option = field_?.options?.find((one) => one.key === value);
  if (option) return reader.text(option.name);
  if (field_?.type === 'date') return reader.day(new Date(String(value)));
  if (typeof value === 'boolean') return value ? t.yes : t.no;
  if (value instanceof Date) return reader.moment(value);
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** Fields a person does not need to see change: they follow from others. */
export const silent = new Set([
  'stageAt',
  'lastTouchAt',
  'version',
  'nameKey',
  'companyKey',
  'pinyin',
  'wallTime',
  'zone',
  'doneAt',
  'closedAt',
  'currency',
  'createdAt',
  'removedAt',
  'personId',
  'codeHash',
  'customerId',
  'leadId',
  'ownerId',
  'gradeReasons',
  'playbookVersion',
  'state',
]);
