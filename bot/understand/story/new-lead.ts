import type { Context, Found, Rule } from '../context.ts';
import { hasFirstName } from '../first-names.ts';
import { readLead } from '../lead.ts';
import { isJob } from '../lead-pieces.ts';
import { planFor, splitPlan } from '../lead-plan.ts';
import { mask } from '../normalize.ts';
import { findWords } from '../words.ts';
import { findObjection, findOutcome } from './outcomes.ts';

const head =
  /^([^\n#]{0,40}?)((?:新|潜在)?(?:线索|潜客)|(?:new\s|walk-in\s|inbound\s|warm\s|cold\s|hot\s|referral\s)?(?:leads?|prospects?)(?![a-z])|新客户(?=[\s:,])|(?<=[录记加]一?)条|(?:一张)?名片)(?:\s?(?:就是|是|叫|来了|吧|啊|哈))?[\s:,;-]*(?!列表|表单|list|#?\d+$)(.{4,})$/isu;
/** 展会上换的名片, 记个线索: …. */
const again =
  /^(?:请|帮我|麻烦)?(?:新建|新增|录入|登记|加|录|记|建)(?:一?[个条下]|了){0,3}新?(?:线索|潜客|客户)[\s:,]*/;
const makes =
  /新|加|录|登记|添|增|建|来|介绍|收到|有|得|转来|换|拿|收|扫|留|walk-in|warm|hot|add|new|got|create|log|enter|record|inbound|from|web|card|met|引荐/i;
const otherwise =
  /合并|退回|回收|导出|领取?|认领|查看?|看|我的|团队|全部|所有|分配|转商机|claim|merge|convert|turn|show|list|recycle|return|export|my|all|team|how many|多少|哪些|做梦|质量/i;

/** Somebody who came to us, told without the word lead: 抖音私信来的客户 叫白洁, 朋友介绍了个客户, 有个叫老范的想了解…. */
const arrived =
  /^([^,;:\s]{0,16}?(?:来|介绍|推荐|留言|咨询|加|认识|遇到|碰到|转来|引荐|refer)(?:了|的|过来的|进来的)?(?:一?个|一?位)?新?(?:意向|潜在)?(?:客户|潜客|老板))[\s,:;]+(.{4,})$|^()(有(?:一?个|一?位)(?:新?客户)?叫\S{2,4}?的(?:想|要|来|问|咨询|打|加).{4,})$/su;

function whoCame(text: string, context: Context): Found | null {
  const match = arrived.exec(text);
  const body = match?.[2] ?? match?.[4];
  if (!match || !body || otherwise.test(match[1] ?? '')) return null;
  const input = readLead(body, context);
  const channel = findWords(context.channels, match[1] ?? '').at(-1);
  if (channel && input.channel === undefined) input.channel = channel.value;
  if (!(input.name || input.company) || !(input.phone || input.email || input.wechat)) return null;
  return { name: 'lead.create', input, confidence: 0.85, leftover: '', from: 0, to: match[1]?.length ?? 0 };
}

const ofJob =
  /\b(?:ops|operations|tech|technical|team|project|product|engineering|design|procurement|sourcing|it|data|sales|marketing|program|shift|line|plant|quality|security|support|finance|supply chain)\s$/i;
const verbMet =
  /^(?:(?:just|i|we|also|today|yesterday)\s){0,3}(?:met|ran into|bumped into|got (?:talking|chatting) (?:to|with))\s(?:with\s|(?:a (?:guy|lady|woman|man) )?(?:named|called)\s)?(?=[a-z][\w'-]+\s[a-z][\w'-]+(?:,\s|\s-\s))/i;

/** Somebody new met by name, with what they are and where: met Jane Poole, ops lead at Carver Mills, wants a demo. */
function metByName(text: string, context: Context): Found | null {
  const match = verbMet.exec(text);
  if (!match || context.names?.find(text).some(({ kind }) => kind !== 'person')) return null;
  const body = text.slice(match[0].length);
  const [name = '', job = ''] = body.split(/,\s|\s-\s/);
  const works = /^(?:the\s|an?\s|their\s)?(.{2,40}?)\s(?:at|of|from|with|for|@|over at)\s.{2,}$/i.exec(job);
  if (!works || !isJob(works[1] as string) || !(hasFirstName(name) || /^[A-Z]/.test(name))) return null;
  const { card, plan } = splitPlan(body, context);
  const input = readLead(card, context);
  if (!input.name || !input.company) return null;
  return {
    name: 'lead.create',
    input,
    confidence: 0.85,
    leftover: '',
    from: 0,
    to: match[0].length,
    ...planFor(plan, input),
  };
}

/** Bumped into Tom from Brightline at the station: nobody we know, and whether to keep them is asked. */
const ranInto =
  /^(?:(?:just|i|we|also|today|yesterday)\s){0,3}(?:bumped into|ran into|got (?:talking|chatting) (?:to|with)|sat next to)\s([a-z][\w'-]+(?:\s[a-z][\w'-]+)?)\s(?:from|at|of|with)\s([a-z][\w&-]+(?:\s(?!at\b|on\b|in\b|today\b|yesterday\b|last\b|this\b|and\b)[a-z][\w&-]+){0,2})(?=$|[,.;]|\s(?:at|on|in|today|yesterday|last|this)\s)/i;

function metSomewhere(text: string, context: Context): Found | null {
  const match = ranInto.exec(text);
  if (!match || (context.names?.find(match[0]) ?? []).length > 0 || !hasFirstName(match[1] as string)) return null;
  const rest = text
    .slice(match[0].length)
    .replace(/^[^,;.]*[,;.]\s?/, '')
    .trim();
  const input = {
    name: capital(match[1] as string),
    company: capital(match[2] as string),
    ...(rest ? { note: rest } : {}),
  };
  return { name: 'lead.create', input, confidence: 0.5, leftover: '', from: 0, to: match[0].length };
}

const capital = (name: string) => name.replace(/(?<!\S)[a-z]/g, (letter) => letter.toUpperCase());

/** A new lead in the words people use: 老客户介绍了一个新线索 泽润的赵总 …, got a new lead off the website, Omar Aziz …. */
export const newLead: Rule = (text, context): Found | null => {
  const match = head.exec(text);
  if (!match) return whoCame(text, context) ?? metByName(text, context) ?? metSomewhere(text, context);
  const [, before = '', word = '', said = ''] = match;
  const body = said.replace(again, '');
  // Jane Poole, ops lead at Carver Mills: a lead of that kind is a job.
  if (/^lead$/i.test(word.trim()) && ofJob.test(before) && /^(?:at|of|for|from|with|@)\s/i.test(body))
    return metByName(text, context);
  if (!makes.test(before + word) || otherwise.test(before)) return null;
  const { card, plan } = splitPlan(body, context);
  const input = readLead(card, context);
  if (!(input.name || input.company)) return null;
  const channel = findWords(context.channels, before)[0];
  if (channel && input.channel === undefined) input.channel = channel.value;
  const span = { from: 0, to: before.length + word.length };
  // "met another prospect, price too high" tells of a talk: who it was is not said.
  const reachable = input.phone || input.email || input.wechat;
  const confidence = !reachable && (findObjection(body, context) || findOutcome(body)) ? 0.5 : 0.9;
  return { name: 'lead.create', input, confidence, leftover: '', ...span, ...planFor(plan, input) };
};

const met =
  /(?:加了?个?(?:人|微信|客户|好友)|认识了?(?:个|一个|一位)?(?:客户|人)?|换了?(?:张)?名片|拿到?(?:了)?(?:张|一张)?名片|收了?张名片|来了个?(?:询盘|咨询|客户)|有人?(?:咨询|留资|留了电话)|got (?:a |his |her |their )?(?:business )?(?:card|contact|details)(?: (?:from|of))?|(?:met|ran into|talked to) (?:someone|a guy|a lady|a woman|a man)(?: called| named)?|(?:someone|somebody|a (?:guy|lady|woman|man)) (?:called|named)|(?:介绍|推荐)(?:来|过来)?(?:了)?(?:一?个|一?家)新的?(?:客户)?|business card(?: of| from)?:?|new contact:?|inbound(?: enquiry| inquiry)?(?: from)?:?|enquiry from:?|inquiry from:?|referral from(?: [a-z' ]{2,30}(?=:))?:?|referred by)/i;

/** Somebody met or who wrote to us, with a way to reach them or a company. */
export function metSomebody(text: string, context: Context, confidence: number): Found | null {
  const match = met.exec(text);
  const channel = findWords(context.channels, text)[0];
  const said = match ? mask(text, [{ start: match.index, end: match.index + match[0].length }]) : text;
  const { card, plan } = splitPlan(said, context);
  const input = readLead(
    card.replace(/^(?:[\s\ue000,:;-]|(?:just|got|have|had|an?|another|new|some|i|we|and)(?=[\s\ue000])){1,10}/i, ''),
    context,
  );
  if (channel && input.channel === undefined) input.channel = channel.value;
  if (!(input.name || input.company) || !(input.phone || input.email || input.wechat || (input.name && input.company)))
    return null;
  return { name: 'lead.create', input, confidence, leftover: '', from: 0, to: 0, ...planFor(plan, input) };
}

export const meets = (text: string): boolean => met.test(text);
