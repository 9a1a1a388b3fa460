import type { Context, Found } from './context.ts';
import { open, update } from './deal.ts';
import { readLead } from './lead.ts';
import { move } from './moves.ts';
import { dealLabels } from './pairs.ts';
import { cleanRef, resolve } from './refs.ts';
import { activityless, sentence } from './sentence.ts';
import { readLanguage, readObjection, whole } from './shared.ts';
import { endStage, isLost, knownStage } from './stage.ts';
import { findWords, lookUp } from './words.ts';

const subs = [
  { key: 'list', words: ['列表', 'ls', '全部', '清单'] },
  { key: 'show', words: ['查看', '看', 'view', 'get', 'see'] },
  { key: 'move', words: ['推进', '推', '移动', 'stage'] },
  { key: 'update', words: ['更新', '修改', '改', 'set', 'edit', 'change'] },
  { key: 'open', words: ['开', '新建', 'create', '创建'] },
  { key: 'new', words: ['新', 'add', '新增', '表单', 'form'] },
  { key: 'won', words: ['赢单', '赢', 'win'] },
  { key: 'lost', words: ['输单', '输', 'lose', '丢单'] },
  { key: 'help', words: ['帮助', '?', '-h', '--help', 'h'] },
  { key: 'done', words: ['完成'] },
  { key: 'snooze', words: ['延后'] },
];
const whoseWords = [
  { key: 'mine', words: ['my', 'me', '我的', '我'] },
  { key: 'team', words: ['团队', 'our'] },
  { key: 'all', words: ['所有', '全部', 'everyone'] },
];

const split = (text: string): [string, string] => {
  const at = text.search(/\s/);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at).trim()];
};

function list(kind: 'lead' | 'deal', text: string, rest: string, context: Context): Found {
  const [first, more] = split(rest);
  const whose = lookUp(whoseWords, first);
  const stage = (whose ? more : rest).trim();
  const input = {
    ...(whose ? { whose } : {}),
    ...(kind === 'deal' && stage ? { stage: knownStage(stage, context) ?? stage } : {}),
  };
  return whole(text, { name: `${kind}.list`, input }, 1, kind === 'lead' ? stage : '');
}

const lacking = (text: string, name: Found['name'], missing: string[], input: Record<string, unknown> = {}): Found => ({
  ...whole(text, { name, input }, 1),
  missing,
});

/** `X 报价`, `X to quote`, `X 到 报价`: a stage of several words is tried before its last word alone. */
function moving(text: string, rest: string, context: Context): Found {
  const joint = /^(.{1,100}?)\s(?:to|到|->|→)\s(.{1,60})$/i.exec(rest);
  if (joint)
    return move(
      joint[1] as string,
      knownStage(joint[2] as string, context) ?? (joint[2] as string),
      '',
      false,
      { from: 0, to: text.length },
      context,
      1,
    );
  for (let at = rest.length > 200 ? -1 : rest.indexOf(' '); at > 0; at = rest.indexOf(' ', at + 1)) {
    const stage = knownStage(rest.slice(at + 1), context);
    if (stage) return move(rest.slice(0, at), stage, '', false, { from: 0, to: text.length }, context, 1);
  }
  const at = rest.lastIndexOf(' ');
  const alone = at < 0 ? knownStage(rest, context) : null;
  if (alone) return move('', alone, '', false, { from: 0, to: text.length }, context, 1);
  if (at < 0)
    return lacking(text, 'deal.move', rest ? ['stage'] : ['deal', 'stage'], rest ? { deal: cleanRef(rest) } : {});
  return move(rest.slice(0, at), rest.slice(at + 1), '', false, { from: 0, to: text.length }, context, 0.9);
}

function show(kind: 'lead' | 'deal' | 'customer', text: string, rest: string, context: Context): Found {
  const ref = resolve(rest, context, [kind]);
  return ref === null
    ? lacking(text, `${kind}.show`, [kind])
    : whole(text, { name: `${kind}.show`, input: { [kind]: ref } }, 1);
}

function lead(text: string, rest: string, context: Context): Found {
  const [first, more] = split(rest);
  const sub = lookUp(subs, first);
  if (rest === '' || (sub === 'new' && more === '')) return whole(text, { name: 'lead.form', input: {} }, 1);
  if (sub === 'list' || (lookUp(whoseWords, first) && more === ''))
    return list('lead', text, sub === 'list' ? more : rest, context);
  if (sub === 'show') return show('lead', text, more, context);
  if (sub === 'help') return whole(text, { name: 'help', input: { topic: 'lead' } }, 1);
  if (/^#\d+$/.test(rest)) return show('lead', text, rest, context);
  return whole(
    text,
    { name: 'lead.create', input: readLead(sub === 'new' || sub === 'open' ? more : rest, context) },
    1,
  );
}

function deal(text: string, rest: string, context: Context): Found | null {
  const [first, more] = split(rest);
  const sub = lookUp(subs, first);
  const span = { from: 0, to: text.length };
  if (rest === '' || sub === 'list' || (lookUp(whoseWords, first) && more === ''))
    return list('deal', text, sub === 'list' ? more : rest, context);
  if (sub === 'help') return whole(text, { name: 'help', input: { topic: 'deal' } }, 1);
  if (sub === 'show') return show('deal', text, more, context);
  if (sub === 'move') return moving(text, more, context);
  if (sub === 'won' || sub === 'lost') {
    const [said, reason] = /[:,]/.test(more)
      ? [more.split(/[:,]/)[0] as string, more.slice(more.search(/[:,]/) + 1)]
      : split(more);
    const stage = endStage(sub === 'won', context);
    return sub === 'won'
      ? move(more, stage, '', false, span, context, 1)
      : move(said, stage, reason, isLost(stage, context) || sub === 'lost', span, context, 1);
  }
  if ((sub === 'new' || sub === 'open') && more === '') return whole(text, { name: 'deal.form', input: {} }, 1);
  if (sub === 'new' || sub === 'open') {
    const named = /^((?:lead\s|线索\s?)?#?\S.{0,60}?)(?=$|[,;:]|\s[$¥€£]?\d|\s(?:worth|closing|close|by)\s)/i.exec(
      more,
    );
    return named
      ? open(named[1] as string, more.slice(named[0].length), span, context)
      : lacking(text, 'deal.open', ['customer']);
  }
  const body = sub === 'update' ? more : rest;
  const label = findWords(dealLabels(context), body)[0];
  const changed = label && update(body.slice(0, label.start).trim(), body.slice(label.start), span, context, 1);
  if (changed) return changed;
  if (sub === 'update') return lacking(text, 'deal.update', ['deal'], {});
  return sentence(rest, context) ?? show('deal', text, rest, context);
}

/** Reads a slash command (/lead /deal /today /talk /digest /crm). Null when the text is no such command. */
export function slash(text: string, context: Context): Found | null {
  const match =
    /^\/(lead|deal|today|talk|digest|crm|线索|商机|今天|话术|日报|help|undo|帮助|撤销)(?:\s+([\s\S]*))?$/i.exec(text);
  if (!match) return null;
  const rest = (match[2] ?? '').trim();
  switch ((match[1] as string).toLowerCase()) {
    case 'lead':
    case '线索':
      return lead(text, rest, context);
    case 'deal':
    case '商机':
      return deal(text, rest, context);
    case 'today':
    case '今天':
      return whole(text, { name: 'plan.today', input: {} }, 1);
    case 'digest':
    case '日报':
      return whole(text, { name: 'digest.show', input: {} }, 1);
    case 'talk':
    case '话术':
      return talk(text, rest, context);
    case 'crm':
      return crm(text, rest, context);
    default:
      return sentence(text.slice(1), context);
  }
}

function talk(text: string, rest: string, context: Context): Found {
  if (rest === '' || lookUp(subs, rest) === 'help') return whole(text, { name: 'help', input: { topic: 'talk' } }, 1);
  const asked = activityless(rest, context);
  if (asked?.name === 'talk.find') return { ...asked, confidence: 1 };
  const named = /^(.{1,80}?)\s(?:for|with|at|对|给)?\s?(#\d+|(?<=(?:for|with|at|对|给)\s?).{1,80})$/i.exec(rest);
  const said = named?.[1]?.replace(/\s(?:for|with|at|对|给)$/i, '') ?? rest;
  const objection = readObjection(said, context);
  const input = { objection: objection ?? said, ...(named ? { deal: cleanRef(named[2] as string) } : {}) };
  return whole(text, { name: 'talk.find', input }, 1);
}

function crm(text: string, rest: string, context: Context): Found | null {
  const [first, more] = split(rest);
  if (rest === '' || (lookUp(subs, first) === 'help' && more === ''))
    return whole(text, { name: 'help', input: {} }, 1);
  if (lookUp(subs, first) === 'help') return whole(text, { name: 'help', input: { topic: more.slice(0, 200) } }, 1);
  const language = /^(?:language|lang|语言)$/i.test(first) ? readLanguage(more) : null;
  if (language) return whole(text, { name: 'language', input: { language } }, 1);
  if (/^show$|^查看$/i.test(first) && /^#\d+$/.test(more)) return show('customer', text, more, context);
  return sentence(rest, context);
}
