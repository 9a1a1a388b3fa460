import type { Money } from '../intents.ts';
import type { Context, FieldWords, Reading } from './context.ts';
import { findWhens, toMoment } from './dates.ts';
import { becomes, behindValue, joining, joiningText } from './joining.ts';
import { findMoney } from './money.ts';
import { leftovers, mask } from './normalize.ts';
import { findNumbers } from './numbers.ts';
import { readPerson } from './people.ts';
import { rivalName } from './story/rivals.ts';
import { findWords, lookUp } from './words.ts';

/** 不是王总,是李副总: the other one. */
const rather =
  /^(?:不是|并非)[^,;\s]{1,8}?[,\s]{0,2}(?:而)?是(?:他们|对方)?的?(?:新来|新上任|新任|刚来|现在)?的?(\p{Script=Han}{2,6}?)(?=$|[\s,;]|了|说了算)/u;

export type Fact = string | number | boolean | Money;

/** What a deal itself holds, beside the fields of the playbook. */
export const dealFields: FieldWords[] = [
  {
    key: 'amount',
    type: 'money',
    words: [
      '金额',
      '成交金额',
      '合同额',
      '成交价',
      '成交额',
      '总金额',
      '单子金额',
      '合同金额',
      '总价',
      '总额',
      '商机金额',
      '合同总额',
      '合约金额',
      '合约额',
      '总盘子',
      'amount',
      'amt',
      'deal size',
      'deal total',
      'total price',
      'total value',
      'deal value',
      'value',
      'worth',
    ],
  },
  {
    key: 'close_on',
    type: 'date',
    words: [
      '预计成交',
      '成交日期',
      '预计成交日期',
      '预计成交时间',
      '成交时间',
      '预计签约',
      '预计签单',
      '签约日期',
      '签单日期',
      '关闭日期',
      '结单日期',
      'close date',
      'closing date',
      'expected close',
      'expected close date',
      'closing',
      'closes',
      'close on',
      'close',
      'expected to close',
      'will close',
    ],
  },
  {
    key: 'next_step',
    type: 'text',
    words: [
      '下一步',
      '下步',
      '下一步计划',
      '下步计划',
      '下一步行动',
      '下一步安排',
      'next step',
      'next steps',
      'next action',
    ],
  },
  { key: 'budget', type: 'money', words: ['预算', 'budget'] },
];

export interface Pairs {
  values: Record<string, Fact>;
  nextAt?: string;
  /** Where the first label begins; -1 when there is none. */
  first: number;
  /** Words between the labels and values nothing was made of. */
  leftover: string;
}

const yes = /^(?:是|有|对|已|要|可以|能|yes|yep|y$|true|done|ok|✓|√)/i;
const no = /^(?:否|没|无|不|no|n$|false)/i;

/** 账期谈不拢 tells what they object to, and not what the terms are. */
const complaint =
  /^(?:那边|里|上|这块|方面)?(?:(?:还|都|也|有)?(?:要|得|需要?)(?:再)?(?:改|调|谈|磨|过|看|走|审)|(?:\p{Script=Han}{0,4})(?:太|偏|过于|有点)(?:长|短|高|低|死|苛刻|严|多|狠)|(?:还|都|一直|也)?(?:谈不|没谈|卡|僵|不接受|不同意|接受不|不能接受|不认可|不肯|过不了|有(?:意见|问题|异议|分歧|争议)))/u;

/** Budget about $35k: so much is not to the letter. */
const roughly = /(?:~|\b(?:about|around|approx\.?|approximately|roughly|circa|ballpark|somewhere around)\s?)$/i;

/** A value of a field at the head of a text, and how much of the text it took. Null when there is none of its kind. */
export function takeValue(field: FieldWords, text: string, context: Context): (Reading<Fact> & { at?: string }) | null {
  const between = field.type === 'text' ? joiningText : joining;
  const skipped = between.exec(text)?.[0].length ?? 0;
  const body = text.slice(skipped).replace(/[\s,;]+$/, '');
  const placed = (one: Reading<Fact> | undefined) =>
    one ? { ...one, start: one.start + skipped, end: one.end + skipped } : null;
  if (body === '' || (field.key === 'contract_terms' && complaint.test(body))) return null;
  const part = /^[^,;\n]+/.exec(body)?.[0].trimEnd() ?? '';
  const whole = { start: 0, end: body.length, value: body };
  switch (field.type) {
    case 'money': {
      const all = findMoney(body, context.currency);
      const one = all.at(-1) ?? findMoney(body, context.currency, true)[0];
      const rough = one && roughly.exec(body.slice(0, one.start));
      return placed(rough ? { start: rough.index, end: one.end, value: { ...one.value, about: true } } : one);
    }
    case 'number': {
      const one = findNumbers(body)[0];
      return placed(one && { ...one, value: one.value.value });
    }
    case 'date': {
      const one =
        findWhens(body, context)[0] ?? findWhens(body.replace(/^(?=\d{1,2}(?:st|nd|rd|th)\b)/i, 'the '), context)[0];
      return placed(one && { ...one, end: Math.min(one.end, body.length), value: one.value.day });
    }
    case 'person': {
      const byRole =
        /^(?:(?:their|the|our|his|her)\s)?(?:[\w&]+\s){0,2}(?:C[A-Z]O|VP|GM|MD|owner|founder|president|director|manager|head|buyer|lead),\s?((?:[A-Z][\w'-]+)(?:\s[A-Z][\w'-]+){0,2})/.exec(
          body,
        );
      const other = rather.exec(body);
      const another = other && readPerson(other[1] as string);
      if (other && another) return placed({ start: 0, end: other[0].length, value: another });
      if (/^(?:不是|并非|not\s)/i.test(body)) return null;
      if (byRole) return placed({ start: 0, end: byRole[0].length, value: byRole[1] as string });
      for (const said of [part, part.replace(/(?:了|的|吧)$/, ''), part.split(/[\s(]/)[0] ?? '']) {
        if (/[了吧]$/.test(said)) continue;
        const person = readPerson(said);
        if (person) return placed({ start: 0, end: said.length, value: person });
      }
      return null;
    }
    case 'choice': {
      const known = findWords(field.options ?? [], body)[0];
      return placed(known ?? (part === '' ? undefined : { start: 0, end: part.length, value: part }));
    }
    case 'yesno': {
      const said = yes.exec(body) ?? no.exec(body);
      return placed(said ? { start: 0, end: part.length, value: yes.test(body) } : undefined);
    }
    default:
      // 账期谈不拢 is what they object to, and no term.
      return field.key === 'contract_terms' && objected.test(body) ? null : placed(whole);
  }
}

const objected =
  /谈不[拢妥来下]|没谈[拢妥]|[不没](?:能)?(?:接受|同意|认可|答应|通过)|接受不了|过不了|不肯|有(?:意见|问题|异议|分歧|争议)|卡(?:住|着|在)|僵|太[长短高低多少死严狠苛]|苛刻|\b(?:too (?:strict|long|short|rigid|harsh|high|tight)|(?:can|wo|do|does)n'?t (?:accept|agree|work)|unacceptable|not acceptable|stuck|an issue|a problem)\b/i;

/** Tom Price is a person, whatever `price` means elsewhere. */
const isSurname = (text: string, at: number) =>
  /\p{Lu}/u.test(text[at] as string) && /\p{Lu}[\p{Ll}'.-]+\s$/u.test(text.slice(Math.max(0, at - 20), at));

/** 用友 报得比我们低: what is told of a rival, behind the name. */
const afterRival = /[\s,](?:报|比|价|便宜|他们|已经|也|给|说|做|在|据说|之前|上次).*$/u;

/** 预算批下来了 62万, budget came through, 62k: that there is a figure, before the figure. */
const granted =
  /^(?:也|都|总算|终于|已经)?(?:批(?:复|准)?|定|确认|落实|申请|审)(?:下来|好|过|到)?了[\s,]{1,2}(?:一?共|总共|有|是|大概)?(?=[\d一二两三四五六七八九])|^\s(?:(?:has|have|just|finally)\s)?(?:came through|got approved|is approved|was approved|approved)[\s,-]{1,3}(?=[$¥€£\d])/i;

/** Reads `label value label value …` (决策人王总 预算50w) into values by field key. */
export function readPairs(text: string, fields: readonly FieldWords[], context: Context): Pairs {
  const whens = findWhens(text, context);
  // "next" is a label of its own but none in "next Wed".
  const labels = findWords(fields, text).filter(
    ({ start, end, value }) =>
      !whens.some((when) => when.start <= start && when.end >= end) &&
      !isSurname(text, start) &&
      // sees no reason to switch: none is given.
      !(value === 'loss_reason' && /\b(?:no|any|good|a|every)\s$/i.test(text.slice(0, start))),
  );
  const pairs: Pairs = { values: {}, first: labels[0]?.start ?? -1, leftover: '' };
  const rest: string[] = [];
  labels.forEach((label, index) => {
    const field = fields.find(({ key }) => key === label.value) as FieldWords;
    const segment = text
      .slice(label.end, labels[index + 1]?.start ?? text.length)
      .replace(granted, (said) => ' '.repeat(said.length));
    if (field.key === 'next_step') {
      const step = readStep(segment, context);
      if (step.what) pairs.values.next_step = step.what;
      if (step.at) pairs.nextAt = step.at;
      if (!step.what && !step.at) rest.push(text.slice(label.start, label.end));
      return;
    }
    const value = takeValue(field, segment, context);
    if (!value) {
      rest.push(text.slice(label.start, label.end) + segment);
      return;
    }
    const more = field.key === 'competitor' && typeof value.value === 'string' ? afterRival.exec(value.value) : null;
    pairs.values[field.key] = more
      ? rivalName((value.value as string).slice(0, more.index))
      : field.key === 'competitor' && typeof value.value === 'string'
        ? rivalName(value.value)
        : value.value;
    if (more) rest.push(more[0].trim());
    const between = field.type === 'text' ? joiningText : joining;
    const head = segment.slice(0, value.start).replace(between, '').replace(becomes, '');
    rest.push(leftovers(mask(head, [])), leftovers(segment.slice(value.end).replace(behindValue, '')));
  });
  pairs.leftover = rest.filter((said) => said.trim() !== '').join(' ');
  return pairs;
}

/** A next step: what is to be done and when (下周三发报价, send quote next Wed). */
export function readStep(text: string, context: Context): { what?: string; at?: string } {
  const body = text.replace(joining, '').trim();
  const when = findWhens(body, context)[0];
  const what = (when ? `${body.slice(0, when.start)} ${body.slice(when.end)}` : body)
    .replace(/\s+/g, ' ')
    .replace(
      /^[\s,;.:]*(?:(?:要|去(?!.{0,4}(?:车间|厂|现场|公司|工地|门店|办公室))|再|会|给他们?|is|to|on|by|at)(?=\s?\S))?[\s,:]*|[\s,;.:]+$/g,
      '',
    )
    .replace(/\s(?:on|by|at|before)$/i, '');
  return { ...(what === '' ? {} : { what }), ...(when ? { at: toMoment(when.value, context.zone) } : {}) };
}

const labelled = new WeakMap<FieldWords[], FieldWords[]>();

/** All labels a deal understands: the playbook's fields first, with the words every deal has added to them. */
export function dealLabels(context: Context): FieldWords[] {
  const known = labelled.get(context.fields);
  if (known) return known;
  const own = context.fields.map((field) => {
    const extra = dealFields.find(({ key }) => key === field.key);
    return extra ? { ...field, type: extra.type, words: [...field.words, ...extra.words] } : field;
  });
  const all = [...own, ...dealFields.filter(({ key }) => !own.some((field) => field.key === key))];
  labelled.set(context.fields, all);
  return all;
}

/** The key of a choice a text means, or the text itself. */
export const optionOf = (field: FieldWords | undefined, text: string): string =>
  lookUp(field?.options ?? [], text) ?? findWords(field?.options ?? [], text)[0]?.value ?? text;
