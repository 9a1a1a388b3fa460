import type { Context, Found, KnownName, Reading, Rule } from '../context.ts';
import { findEmails } from '../emails.ts';
import { isJob } from '../lead-pieces.ts';
import { gone, leftovers, mask } from '../normalize.ts';
import { findTitled } from '../people.ts';
import { findPhones } from '../phones.ts';
import { isPronoun, resolve } from '../refs.ts';
import { readWho } from '../who.ts';
import { refLike } from './names.ts';
import { meets, metSomebody } from './new-lead.ts';
import { cityIn, sizeIn, titleIn, tradeIn } from './profile-facts.ts';
import { type Whose, whoseIn } from './profile-who.ts';

const kinds = ['customer', 'deal', 'lead'] as const;
const han = /\p{Script=Han}/u;
const wechat = /(?:微信号?|wechat(?: id)?|wx|vx)[:\s是]{0,3}([a-z][-_a-z0-9]{4,19})(?![a-z0-9@.])/i;
const noise =
  /(?:的?(?:联系)?(?:电话|手机号?码?|座机|邮箱|邮件|微信号?|联系方式|号码|地址|人数|规模)(?:号码)?|换号了?|新号码?|新的?|记一?下|顺便|公司|他们|大概|大约|现在|大小|一共|总共|员工|有|是|为|改成|改为|换成了?|变成了?|换了|变更为?|更新为?|名片上写的?|补充|:|也)|(?<![A-Za-z])(?:'s\s)?(?:(?:new|best|direct|work|desk|office|personal|correct|right)\s){0,2}(?:phone|mobile|mob|cell|hp|tel|number|#(?=\s)|e-?mail|mail|wechat|address|headcount|line|extension|no)(?:\s(?:number|no\.?|id|address))?(?![A-Za-z])|(?<![A-Za-z])can be reached (?:at|on|via)(?![A-Za-z])|(?<![A-Za-z])(?:is|has|have|about|around|they|their|new|now|and|with|changed to|btw|it's|got an?|got|employs?|roughly|switched to|(?:just )?(?:got|was|been) (?:promoted|bumped up)|contact update|contact info|update|fyi|now|out of|base|reach|on|from now on|profile|headcount)(?![A-Za-z])/gi;

/** Words that are of a profile whoever it is of. */
const surely =
  /总部|搬到|搬去|迁到|升职?(?:为|任|到|成|了|总|副|经理|部)|调任|晋升|提拔|职位|头衔|是一?家|是做.{1,8}的/;

const knownIn = (text: string, context: Context) =>
  context.names?.find(text).some(({ kind }) => kind === 'customer' || kind === 'lead') === true;

/** Whether little is said beside the facts and whom they are of: a story is no profile. */
function fits(masked: string, { who, contact, title }: Whose): boolean {
  let left = masked.replace(noise, gone);
  for (const said of [who, contact, title]) if (said) left = left.replace(said, gone);
  return (
    leftovers(
      left.replace(
        /(?:那边|那家|这边|公司|联系人|对接人|加了?个?|换了?|buyer|contact|叫|的|了|是|在|有|at|from|of|is|title|base|works?|the|a|an|new|their|update)/gi,
        gone,
      ),
    ).length <= 8
  );
}

/** Bob Keller, bob@acme.com, ops manager: a job that stands alone between marks. */
function jobAlone(masked: string): Reading<string> | null {
  for (const { 0: piece, index } of masked.matchAll(/[^,;\n\ue000]+/g)) {
    const value = piece.trim();
    if (index > 0 && value.length <= 40 && isJob(value)) return { start: index, end: index + piece.length, value };
  }
  return null;
}

/** The best for Carl Boone: in English a name we know stands for all the words around it. */
function plainly(said: string, known: KnownName[]): string {
  const one = known.find(({ kind }) => kind === 'customer') ?? known[0];
  const rest = one ? `${said.slice(0, one.start)} ${said.slice(one.end)}` : '';
  return one && !han.test(said) && !/\p{Lu}|\s(?:at|from|of|@)\s/u.test(rest) ? said.slice(one.start, one.end) : said;
}

/** 新来一个 老客户浪花介绍的 叫蓝鲸精工: somebody new, whoever sent them. */
const arrived =
  /^(?:今天|刚才?|又)?(?:新来|来)了?一?[个家位]新?(?:的)?(?:客户|线索)?(?=[\s,:]|$)|^(?:(?:我们?的?)?老客户|朋友|\p{Script=Han}{2,8}?)(?:\p{Script=Han}{0,8}?)(?:介绍|推荐|转介绍)(?:了|来了?|过来)?一?[个家位](?:新客户|客户|公司|线索)?(?=[\s,:叫]|$)/u;

/** What became known of somebody (phones, addresses, size, city, trade, title): of a record, or of somebody new, a lead. */
export const readProfile: Rule = (text, context): Found | null => {
  if (text.length > 500) return null;
  if (arrived.test(text)) return metSomebody(text.replace(arrived, ' '), context, 0.5);
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
  take('phone', findPhones(mask(text, spans), context.language, context.zone)[0]);
  const reach = spans.length;
  const told = whoseIn(mask(text, spans), context);
  if (meets(text) && !(told?.contact && (knownIn(text, context) || told.introduced)))
    return metSomebody(text, context, 0.85);
  take('headcount', sizeIn(mask(text, spans)));
  const veiled = () => mask(text, [...spans, ...(context.names?.find(text) ?? [])]);
  take('city', cityIn(veiled(), context));
  take('industry', tradeIn(veiled(), context));
  take('title', titleIn(mask(text, spans)));
  const whose = whoseIn(mask(text, spans), context);
  if (spans.length === 0 && !whose?.introduced) return null;
  if (reach > 0 && !whose?.title) take('title', jobAlone(mask(text, spans)));
  if (whose && (whose.contact || knownIn(text, context)) && fits(mask(text, spans), whose)) {
    const { who, contact, title } = whose;
    const more = { ...(contact ? { contact } : {}), ...(title && input.title === undefined ? { title } : {}) };
    return {
      name: 'profile.update',
      input: { who, ...more, ...input },
      confidence: reach > 0 ? 0.85 : 0.8,
      leftover: '',
      from: 0,
      to: 0,
    };
  }
  const open = mask(text, spans)
    .replace(/\(([^)]{2,40})\)/g, ' at $1')
    .replace(/\s(?:at|of)\s(?:his|her|their)\s(?:company|firm|place|shop)(?![a-z])/gi, '')
    .replace(noise, (said) => gone.repeat(said.length));
  const said = open
    .replaceAll(gone, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s,:;.的]+|(?:[\s,:;.的了啊哈]|那家|这家){1,10}$/g, '')
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
  if (reach === 0 && known.length === 0 && input.headcount === undefined && !/^[A-Z]/.test(said) && !surely.test(text))
    return null;
  const plain = plainly(said, known);
  // Tara left Juniper, the new GM is Hal: more is told than a number, and of whom is a guess.
  const much = plain !== said && leftovers(said.replace(plain, '')).length > 12;
  const { who, contacts } = readWho(plain, context);
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
    ...(much || /[了的吗]/.test(contacts[0] ?? '') ? { confidence: 0.5 } : {}),
  };
};
