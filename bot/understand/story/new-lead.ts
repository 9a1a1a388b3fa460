import type { Context, Found, Rule } from '../context.ts';
import { readLead } from '../lead.ts';
import { mask } from '../normalize.ts';
import { findWords } from '../words.ts';

const head =
  /^([^\n#]{0,40}?)((?:新|潜在)?(?:线索|潜客)|(?:new\s)?leads?(?![a-z])|新客户(?=[\s:,])|(?<=[录记加]一?)条|(?:一张)?名片)(?:\s?(?:就是|是|叫|来了))?[\s:,;-]*(?!列表|表单|list|#?\d+$)(.{4,})$/isu;
const makes =
  /新|加|录|登记|添|增|建|来|介绍|收到|有|得|转来|add|new|got|create|log|enter|record|inbound|from|web|card|met|引荐/i;
const otherwise =
  /合并|退回|回收|导出|领取?|认领|查看?|看|我的|团队|全部|所有|分配|转商机|claim|merge|convert|turn|show|list|recycle|return|export|my|all|team|how many|多少|哪些|做梦|质量/i;

/** A new lead in the words people use: 老客户介绍了一个新线索 泽润的赵总 …, got a new lead off the website, Omar Aziz …. */
export const newLead: Rule = (text, context): Found | null => {
  const match = head.exec(text);
  if (!match) return null;
  const [, before = '', word = '', body = ''] = match;
  if (!makes.test(before + word) || otherwise.test(before)) return null;
  const input = readLead(body, context);
  if (!(input.name || input.company)) return null;
  const channel = findWords(context.channels, before)[0];
  if (channel && input.channel === undefined) input.channel = channel.value;
  return { name: 'lead.create', input, confidence: 0.9, leftover: '', from: 0, to: before.length + word.length };
};

const met =
  /(?:加了?个?(?:人|微信|客户|好友)|认识了?(?:个|一个|一位)?(?:客户|人)?|换了?(?:张)?名片|拿到?(?:了)?(?:张|一张)?名片|收了?张名片|来了个?(?:询盘|咨询|客户)|有人?(?:咨询|留资|留了电话)|got (?:a |his |her |their )?(?:business )?(?:card|contact|details)(?: (?:from|of))?|(?:met|ran into|talked to) (?:someone|a guy|a lady|a woman|a man)(?: called| named)?|business card(?: of| from)?:?|new contact:?|inbound(?: enquiry| inquiry)?(?: from)?:?|enquiry from:?|inquiry from:?|referral from:?|referred by)/i;

/** Somebody met or who wrote to us, with a way to reach them or a company. */
export function metSomebody(text: string, context: Context, confidence: number): Found | null {
  const match = met.exec(text);
  const channel = findWords(context.channels, text)[0];
  const said = match ? mask(text, [{ start: match.index, end: match.index + match[0].length }]) : text;
  const input = readLead(said.replace(/^[\s,:;-]+/, ''), context);
  if (channel && input.channel === undefined) input.channel = channel.value;
  if (!(input.name || input.company) || !(input.phone || input.email || input.wechat || (input.name && input.company)))
    return null;
  return { name: 'lead.create', input, confidence, leftover: '', from: 0, to: 0 };
}

export const meets = (text: string): boolean => met.test(text);
