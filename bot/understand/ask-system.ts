import { beyond } from './bag.ts';
import type { Rule } from './context.ts';
import { whole } from './shared.ts';

const today = /今[天日儿早]|今天下午|\btoday(?:'s)?\b|\bthis (?:morning|afternoon)\b|\bmy day\b/giu;
const doing =
  /跟进|回访|联系|拜访|跟|找|见|打给|打|处理|做|干|忙|跑|去|\b(?:follow(?:ing)?[\s-]?up|call(?:ing)?|chas(?:e|ing)|contact(?:ing)?|ping(?:ing)?|reach(?:ing)? out|touch(?:ing)?|visit(?:ing)?|see(?:ing)?|doing|do)\b/giu;
const open =
  /谁|哪些|哪几个?|哪个|有?什么|有?啥|几个|安排|待办|日程|计划|任务|\b(?:who|whom|what|what's|whats|which|plan|to-?dos?|tasks?|agenda|schedule)\b/giu;
const must =
  /客户|人|家|该|要|应该|需要|得|还|我|有|看看?|的|儿|地方|事|\b(?:customers?|people|accounts?|should|must|gotta|got|i'm|am|be|supposed|going|show|on|my|left|still|first|priorit\w+)\b/giu;
const digest = /日报|简报|战报|周报|摘要|\b(?:digest|daily report|team report|daily summary|daily)\b/iu;
const around =
  /看看?|瞄|瞅|瞧|发|来|今[天日]|昨[天日]|本周|这周|团队|我们?|销售|一份|出|\b(?:show|send|give|see|get|today'?s?|yesterday'?s?|team'?s?|my|our|report|summary|this|week'?s?)\b/giu;
const able =
  /你|都|些|能|会|可以|做|干|帮|什么|啥|嘛|吗|哪些|事|功能|怎么|用|使用|玩|教我?|我|\b(?:what|how|things?|stuff|help|this|work|works|use|bot|even|else|capable|features?|commands?)\b|哪/giu;
const drop =
  /算了|取消|不用了|不弄了|不搞了|不做了|不要了|当我没说|没事了?|先不弄了|先这样|\b(?:cancel|never ?mind|nvm|nm|forget (?:it|about it|that)|drop it|abort|stop|skip it|leave it|no worries|don't worry about it)\b/giu;

const says = (families: RegExp[], text: string) => families.every((family) => text.search(family) >= 0);

/** What one asks of the bot itself, in whatever order: the plan of today, the digest, what it can do, never mind. */
export const askSystem: Rule = (text) => {
  if (text.length > 48 || /#\d|["\n]/.test(text)) return null;
  if (says([digest], text) && beyond(text, new RegExp(digest.source, 'giu'), around) === '')
    return whole(text, { name: 'digest.show', input: {} }, 0.9);
  if (
    says([today, open], text) &&
    says([/[跟联拜找见打处做干忙跑去回安待日计任]|\b[a-z]/iu], text) &&
    says([doing], text) &&
    beyond(text, today, open, doing, must) === ''
  )
    return whole(text, { name: 'plan.today', input: {} }, 0.9);
  if (
    /^.{0,6}你.{0,4}[能会可]|\bwhat.{0,12}\b(?:you|u)\b.{0,4}\bdo\b/iu.test(text) &&
    /什么|啥|嘛|哪些|what/i.test(text) &&
    beyond(text, able, /\bdo\b/giu) === ''
  )
    return whole(text, { name: 'help', input: {} }, 0.9);
  if (
    says([drop], text) &&
    beyond(text, drop, /先|那就?|\b(?:actually|oh|well|that|lol|sorry|nah|no|nope|hmm|ah)\b/giu) === ''
  )
    return whole(text, { name: 'cancel', input: {} }, 0.9);
  return null;
};
