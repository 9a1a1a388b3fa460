import { type Intent, intents } from '../intents.ts';
import type { Context, Draft, FieldWords } from './context.ts';
import { findWhens, toMoment } from './dates.ts';
import { lossFacts } from './losses.ts';
import { findMoney } from './money.ts';
import { leftovers, mask } from './normalize.ts';
import { findNumbers } from './numbers.ts';
import { dealLabels, type Fact, readPairs, takeValue } from './pairs.ts';
import { readPerson } from './people.ts';
import { cleanRef } from './refs.ts';
import { takeStage } from './stage.ts';
import { refLike } from './story/names.ts';
import { findWords } from './words.ts';

const ordinals = '一二三四五六七八九十';
const words = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'];

/** The option a text picks: its number (1, 2., 第一个, the first one) or its label. Null when it picks none. */
export function pick(text: string, options: readonly { label: string; intent: Intent }[]): Intent | null {
  const said = text
    .trim()
    .replace(/[.)、!]+$/, '')
    .toLowerCase();
  const number =
    /^#?(\d{1,2})$/.exec(said)?.[1] ??
    /^(?:第|选|选第|要|就?第)\s?(\d{1,2})(?:个|条|项|家)?[吧的]?$/.exec(said)?.[1] ??
    /^(?:option|number|no\.?)\s(\d{1,2})$/.exec(said)?.[1];
  const spelled = /^(?:就?是?选?第)?([一二三四五六七八九十])(?:个|条|项|家)?[吧的]?$/.exec(said)?.[1];
  const english = /^(?:the\s)?([a-z]+)(?:\sone)?$/.exec(said)?.[1] ?? '';
  const last = /^(?:最后一个|the last(?: one)?)$/.test(said) ? options.length - 1 : -1;
  const index = number
    ? Number(number) - 1
    : spelled
      ? ordinals.indexOf(spelled)
      : words.includes(english)
        ? words.indexOf(english)
        : last;
  if (index >= 0 && options[index]) return options[index].intent;
  const exact = options.filter(({ label }) => label.trim().toLowerCase() === said);
  if (exact.length === 1) return exact[0]?.intent ?? null;
  return calledSo(said, options) ?? calledSo(bareChoice(said), options);
}

/** The one option whose label has all of the words in it; null when none has, or more than one. */
function calledSo(said: string, options: readonly { label: string; intent: Intent }[]): Intent | null {
  const words = said.split(' ').filter((word) => word !== '');
  if (said.length < 2 || words.length === 0 || words.length > 8) return null;
  const within = options.filter(({ label }) => words.every((word) => label.toLowerCase().includes(word)));
  return within.length === 1 ? (within[0]?.intent ?? null) : null;
}

/** 质量追溯那个, "the asset register one": what says that a choice is made, around what is chosen. */
const bareChoice = (said: string) =>
  said
    .replace(/^(?:就?是|我?说的是|选|要|那个|the\s|it'?s\s(?:the\s)?|i mean(?:t)?\s(?:the\s)?){1,3}/, '')
    .replace(
      /(?:的?那?(?:个|家|条|单|单子)(?:商机|单子|客户)?|的)[吧啊呀]?$|\s(?:one|deal|account|please|pls){1,2}$/,
      '',
    )
    .trim();

const nothing =
  /^(?:不知道|不清楚|不确定|还?没有?(?:呢|定)?|暂无|无|好的?|嗯+|哦|谢谢|收到|ok(?:ay)?|thanks?|thank you|yes|no|not sure|(?:i )?don'?t know|dunno|none|n\/a|hi|hello|你好|在吗|哈+|稍等|等等|等一下|wait|later|待定|tbd|\?+)[.!。~]*$/i;

/** What says that the question itself is wrong, or not to go on. */
const takesBack =
  /没(?:有)?(?:输|丢|赢|签|成|黄|说|打|去|见)|搞错|弄错|不是这|先不|再想|想想|算了|等会儿?|(?:did|have|has)n'?t (?:lost|won|signed)|not (?:lost|won|yet)|never ?mind|hold on/i;

/** Longer than this, in characters, is no reason but a story. */
const longestReason = 40;
/** Words of a request, a question or a contact: none of them says why a deal was lost. */
const requests =
  /今[天日]|明[天日]|提醒|我的|看看|查|日报|商机|线索|联系人|电话|[^\d]1[3-9]\d{9}|@|咋|啥|什么|谁|哪|多少|\b(?:show|remind|my|today|tomorrow|what|who|how|list|deals?|leads?|plan)\b/i;

/** Whether words that are no option of the playbook are said of something else than what was asked. */
const isAnotherThing = (text: string, { names }: Context): boolean =>
  text.length > longestReason ||
  requests.test(text) ||
  (names?.find(text) ?? []).some(({ kind }) => kind === 'customer' || kind === 'lead');

/** Whether a text is about a record that is not the one asked about: it answers nothing of that one. */
function namesAnother(text: string, { input }: Intent | Draft, { names, about }: Context): boolean {
  const known = (names?.find(text) ?? []).filter(({ kind }) => kind === 'customer' || kind === 'lead');
  const asked = Object.values(input).filter((value) => typeof value === 'string');
  const isAsked = ({ name, start, end, ids = [] }: (typeof known)[number]) =>
    [...asked, ...Object.values(about ?? {})].some(
      (ref) => ids.some((id) => ref === `#${id}`) || ref.includes(text.slice(start, end)) || name.includes(ref),
    );
  return known.length > 0 && !known.some(isAsked);
}

/** What each thing of a sentence calls the record it is about. */
const recordOf: Partial<Record<Draft['name'], string>> = {
  'activity.log': 'who',
  'task.add': 'who',
  'profile.update': 'who',
  'deal.update': 'deal',
  'deal.move': 'deal',
  'deal.give': 'deal',
  'deal.pause': 'deal',
  'deal.pipeline': 'deal',
  'deal.forecast': 'deal',
};

/** A sentence of several things that named nobody, with the name that answers; null when the text can be none. */
function named(whole: Draft, text: string): { draft: Draft; leftover: string; labelled: boolean } | null {
  const ref = cleanRef(text);
  if (!isName(ref)) return null;
  const parts = (whole.input.parts as Draft[]).map(({ name, input }) => {
    const key = recordOf[name];
    return key && input[key] === undefined ? { name, input: { [key]: ref, ...input } } : { name, input };
  });
  return { draft: { name: 'several', input: { parts } }, leftover: '', labelled: false };
}

const isName = (ref: string) => !nothing.test(ref) && !takesBack.test(ref) && refLike(ref);

/**
 * The intent we asked about with the answer filled in: by its labels (决策人王总 预算50w), or, without, by its kind when
 * only one thing of that kind is missing. Null when the text does not answer.
 */
export function answer(
  text: string,
  pending: { intent: Intent | Draft; missing: string[] },
  context: Context,
): { draft: Draft; leftover: string; labelled: boolean; open?: true } | null {
  const labels = dealLabels(context);
  const asked = pending.intent;
  if (asked.name === 'several') return named(asked as Draft, text);
  const [lone, ...others] = pending.missing;
  if (lone !== undefined && others.length === 0 && isOpen(lone, labels))
    return openly(text, pending.intent, lone, labels);
  const fields = pending.missing.map((key) => labels.find((field) => field.key === key) ?? ownField(key));
  const known = [...fields, ...labels.filter(({ key }) => !pending.missing.includes(key))];
  const pairs = readPairs(text, known, context);
  const values: Record<string, Fact> = { ...pairs.values };
  const labelled = Object.keys(values).length > 0;
  let leftover = labelled ? [leftovers(text.slice(0, pairs.first)), pairs.leftover].filter(Boolean).join(' ') : text;
  if (
    !labelled &&
    (nothing.test(text.trim()) ||
      takesBack.test(text) ||
      /[?]\s*$|[吗呢]$/.test(text) ||
      /^(?:如果|等|要是|不要|别|if|when|don'?t)/i.test(text))
  )
    return null;
  if (!fields.some(({ key }) => reference.has(key)) && namesAnother(text, asked, context)) return null;
  const when = !labelled && pending.missing.includes('at') ? findWhens(leftover, context)[0] : undefined;
  if (when) {
    values.at = toMoment(when.value, context.zone);
    leftover = leftovers(mask(leftover, [when]));
  }
  if (!labelled && pending.missing.length === 1 && pending.missing[0] === 'loss_reason') {
    const told = lossFacts(text, context);
    const options = labels.find(({ key }) => key === 'loss_reason')?.options ?? [];
    if (!options.some(({ key }) => key === told.loss_reason) && isAnotherThing(text, context)) return null;
    Object.assign(values, told);
    leftover = '';
  }
  const open = fields.filter(({ key }) => key !== 'at' && values[key] === undefined);
  if (leftover !== '') leftover = byKind(leftover, open, values, context);
  if (Object.keys(values).length === 0) return null;
  return { draft: merge(pending.intent, values, pairs.nextAt), leftover, labelled };
}

/** Whether it is a question one answers in words of one's own: then nothing in them is looked for. */
const isOpen = (key: string, labels: readonly FieldWords[]) =>
  key === 'reason' || labels.some((field) => field.key === key && field.open);

/** The answer to an open question, as it was said. Null when it is none. */
function openly(
  text: string,
  intent: Intent | Draft,
  key: string,
  labels: readonly FieldWords[],
): ReturnType<typeof answer> {
  const said = text.trim();
  if (nothing.test(said) || takesBack.test(said) || /[?]\s*$|[吗呢]$/.test(said) || said.length > 200) return null;
  const words = labels.find((field) => field.key === key)?.words ?? ['原因', '理由', 'because'];
  const label = words.find((word) => said.toLowerCase().startsWith(word.toLowerCase()));
  const value = label ? said.slice(label.length).replace(/^\s?(?:是|:|is)?\s?/i, '') : said;
  return { draft: merge(intent, { [key]: value || said }, undefined), leftover: '', labelled: true, open: true };
}

/** A part of an intent's own input, as a field: what it is called without a playbook. */
function ownField(key: string): FieldWords {
  const type =
    { amount: 'money', budget: 'money', closeOn: 'date', headcount: 'number', contact: 'person', name: 'person' }[
      key
    ] ?? 'text';
  return { key, type: type as FieldWords['type'], words: [key] };
}

/** Fills fields from unlabelled words where their kind leaves no doubt; returns the words not used. */
function byKind(text: string, open: readonly FieldWords[], values: Record<string, Fact>, context: Context): string {
  let left = text;
  const use = (start: number, end: number) => {
    left = mask(left, [{ start, end }]);
  };
  for (const type of ['money', 'date', 'number', 'choice', 'yesno'] as const) {
    const alike = open.filter((field) => field.type === type);
    const field = alike.length === 1 ? alike[0] : undefined;
    if (!field) continue;
    const lone = open.length === 1;
    const found =
      type === 'money'
        ? (findMoney(left, context.currency)[0] ?? (lone ? findMoney(left, context.currency, true)[0] : undefined))
        : type === 'date'
          ? findWhens(left, context).map((one) => ({ ...one, value: one.value.day }))[0]
          : type === 'number'
            ? findNumbers(left).map((one) => ({ ...one, value: one.value.value }))[0]
            : type === 'choice'
              ? findWords(field.options ?? [], left)[0]
              : lone
                ? (takeValue(field, left, context) ?? undefined)
                : undefined;
    if (!found) continue;
    values[field.key] = found.value;
    use(found.start, found.end);
  }
  const people = open.filter((field) => field.type === 'person' && values[field.key] === undefined);
  if (people.length === 1) {
    for (const piece of left
      .split(/[\ue000,;\n]+/)
      .flatMap((part) => (/\p{Script=Han}/u.test(part) ? part.split(/\s+/) : [part]))
      .map((part) => part.trim())) {
      const person = piece === '' ? null : readPerson(piece);
      if (!person) continue;
      (values as Record<string, Fact>)[people[0]?.key as string] = person;
      const at = left.indexOf(piece);
      use(at, at + piece.length);
      break;
    }
  }
  const texts = open.filter((field) => field.type === 'text' || (field.type === 'choice' && open.length === 1));
  const rest = leftovers(left);
  const one = texts.length === 1 ? texts[0] : undefined;
  if (!one || values[one.key] !== undefined || rest === '' || rest.length > 200) return rest;
  if (reference.has(one.key) && !isName(cleanRef(rest))) return rest;
  values[one.key] =
    one.key === 'stage' ? (takeStage(rest, context)?.stage ?? rest) : reference.has(one.key) ? cleanRef(rest) : rest;
  return '';
}

const reference = new Set(['deal', 'customer', 'lead', 'who', 'person', 'touch']);
const renamed: Record<string, string> = { close_on: 'closeOn', next_step: 'nextStep' };

/** Puts each value into the intent's own input when it has a place of that name, else among its facts. */
function merge(intent: Intent | Draft, values: Record<string, Fact>, nextAt: string | undefined): Draft {
  const shape = intents[intent.name].shape as Record<string, unknown>;
  const input: Record<string, unknown> = { ...intent.input };
  const facts: Record<string, unknown> = { ...(input.facts as Record<string, unknown> | undefined) };
  for (const [key, value] of Object.entries(values)) {
    const own = key in shape ? key : (renamed[key] as string) in shape ? (renamed[key] as string) : null;
    if (own && own !== 'facts') input[own] = value;
    else if ('facts' in shape) facts[key] = value;
  }
  if (Object.keys(facts).length > 0) input.facts = facts;
  if (nextAt && 'nextAt' in shape) input.nextAt = nextAt;
  return { name: intent.name, input };
}
