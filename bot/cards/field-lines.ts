import { masked } from '../i18n/index.ts';
import type { Change, Value } from '../sales/change.ts';
import { changeFacts } from './deals.ts';
import type { Reader } from './reader.ts';
import { label, show, silent } from './values.ts';

/** What one command changed, to be told in lines. */
export interface Told {
  intent: string;
  changes: Change[];
  /** The currency of the record's amounts. */
  currency?: string | undefined;
  /** How it is called when its changes have no words of their own. */
  title: string;
  /** False where a group reads along: numbers are masked. */
  whole: boolean;
}

/** A line of a card of changes; `only` is the field that it alone is about. */
export interface Line {
  text: string;
  detail?: string;
  only?: string;
}

/** A record's change field by field, old → new; a new contact is one line. */
export function fieldLines(reader: Reader, told: Told, change: Change): Line[] {
  if (change.entity === 'Touch' || change.entity === 'Activity' || change.entity === 'Approval') return [];
  if (change.entity === 'Quote') return change.version === null ? [quoteLine(reader, change)] : [];
  if (change.version === null) return newcomer(reader, told, change);
  const { nextAt, ...others } = change.fields;
  const shown = change.fields.nextStep ? others : change.fields;
  return Object.keys(shown).flatMap((field) => {
    if (silent.has(field) || field === 'grade') return [];
    const pair = change.fields[field] as [Value, Value];
    const block = changeFacts(reader, { ...change, fields: { [field]: pair } }, told.currency);
    const facts = block.kind === 'facts' ? block.facts : [];
    return facts.map(({ label: name, value, was }, index): Line => {
      const only = field === 'facts' ? `facts.${changedKeys(pair)[index]}` : field;
      const seen = (text: string, one: Value) => (field === 'phone' && one ? showPhone(reader, told, one) : text);
      const now =
        field === 'nextStep' && nextAt?.[1]
          ? dotted(value, reader.appointment(new Date(nextAt[1] as string)))
          : seen(value, pair[1]);
      const called = field === 'title' && change.entity !== 'Opportunity' ? label(reader, 'position') : name;
      return { text: `${called}${colon(reader)}${was === undefined ? '' : `${seen(was, pair[0])} → `}${now}`, only };
    });
  });
}

/** A new version of a quote is one line: how much, and what comes off it. */
function quoteLine(reader: Reader, { fields }: Change): Line {
  const { t } = reader;
  const of = (field: string) => fields[field]?.[1];
  const [amount, discount] = [of('amount'), of('discount')];
  const said = dotted(
    t.quote.version(Number(of('number'))),
    amount && reader.money(amount, String(of('currency'))),
    discount && show(reader, 'discount', Number(discount)),
    of('state') === 'draft' && t.approval.states.asked,
  );
  return { text: `${t.quote.kind}${colon(reader)}${said}` };
}

/** Somebody who is new there is one line: a contact without a name is none. */
function newcomer(reader: Reader, told: Told, { fields }: Change): Line[] {
  const of = (field: string) => fields[field]?.[1];
  const phone = of('phone');
  const said = dotted(of('name'), of('title'), phone && showPhone(reader, told, phone), of('email'), of('wechat'));
  return [{ text: `${reader.t.fields.contact}${colon(reader)}${said}` }];
}

function changedKeys([old, now]: [Value, Value]): string[] {
  const [before, after] = [old ?? {}, now ?? {}] as Record<string, Value>[];
  return Object.keys(after ?? {}).filter((key) => JSON.stringify(before?.[key]) !== JSON.stringify(after?.[key]));
}

/** Numbers are masked where a group reads along. */
export function showPhone(reader: Reader, { whole }: Told, phone: Value): string {
  return whole ? show(reader, 'phone', phone) : masked(String(phone));
}

export function dotted(...texts: unknown[]): string {
  return texts.filter(Boolean).join(' · ');
}

export function colon({ language }: Reader): string {
  return language === 'zh' ? '：' : ': ';
}
