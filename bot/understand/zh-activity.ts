import { activity, type Channel, whoEnds } from './activity.ts';
import type { Found, Rule } from './context.ts';
import { outcomeAt } from './tail.ts';
import { findWords } from './words.ts';

const time =
  '(?:刚刚?|刚才|方才|今[天早晚日]|昨[天晚日]|前天|上午|下午|中午|早上|晚上|已经?|我们?|又|再次?|就|才|[\\s,])*';
const verbs: [Channel, string][] = [
  [
    'call',
    '打了?(?:个|通|一个|一通)?(?:了)?(?:电话|语音)|通了?(?:个|次)?(?:了)?(?:电话|话)|电话(?:沟通|联系|聊|回访|跟进|拜访)?|致电|来电|回访了?|语音(?:通话)?',
  ],
  ['wechat', '(?:发|用|在)?了?(?:个|条)?微信(?:上)?(?:联系|沟通|聊|跟进|回复|发消息|问|上聊)?|加了?微信|微信'],
  ['email', '(?:发|写|回)了?(?:封|个|一封)?(?:了)?(?:邮件|邮箱|email|mail)|邮件(?:联系|沟通|跟进|回复)?'],
  ['message', '(?:发|回)了?(?:条|个|一条)?(?:了)?(?:短信|消息|信息|钉钉)|短信|钉钉(?:联系|沟通)?'],
  ['demo', '(?:做|给|去)?了?(?:个|次|一次|一场)?(?:产品)?(?:演示|demo)'],
  [
    'meeting',
    '开(?:了|完)?(?:个|次|一个)?(?:线上|视频)?会议?|视频会议|线上会|会议|面谈|会面|碰头|碰了?(?:个)?面|吃了?(?:个|顿)?饭',
  ],
  ['visit', '登门拜访|上门拜访|拜访|走访|上门|去了?一?趟|见了?(?:个|一)?面|去见|见到|见|面访|跑了?一?趟|约见|去'],
  ['other', '聊|谈|沟通|联系|跟进'],
];
const done = '(?:了一?下|过了?|了|完了?|好了|一下|到了?)?';
const withVerbs = verbs.map(([channel, words]) => ({
  channel,
  after: new RegExp(
    `^(${time})(?:跟|和|与|给|向|同|找|陪|为|对|在)\\s?(\\S[^,;\\n]{0,40}?)\\s?(?:那边|那里|处|公司)?\\s?(${words})(${done})`,
    'u',
  ),
  before: new RegExp(`^(${time})(${words})(${done})(?:给|跟|和|与)?\\s?(?=\\S)`, 'u'),
  behind: new RegExp(`^(${time})([^,;\\n\\s]{2,30})\\s(${words})(${done})(?=[\\s,;]|没|不|$)`, 'u'),
}));
const unanswered =
  /^(.{2,40}?)\s?(没接电话|电话没接|不接电话|电话打不通|没回微信|微信没回|微信不回|没回邮件|邮件没回|没回(?:消息|短信|信息)|不在公司|没见到人|没见到)(?=$|[\s,;.])/;
const past = /刚|昨|已|了|过|完|前天/;

/** Whether a stretch tells of something done: by its own word for it, or by what came of it. */
const happened = (match: RegExpExecArray, rest: string, objections: boolean) =>
  past.test(`${match[1]}${match.slice(2).join(' ')}`) || outcomeAt(rest) >= 0 || objections;

/** 刚跟恒通王总打了电话, 拜访了宏达, 微信联系李姐没回, 恒通 电话 没接: a touch that took place, not one that is planned. */
export const chineseActivity: Rule = (text, context): Found | null => {
  const objections = findWords(context.objections, text).length > 0;
  const silent = unanswered.exec(text);
  if (silent && !/^(?:刚|跟|给|打|微信|电话)/.test(text)) {
    const channel: Channel = /微信/.test(silent[2] as string)
      ? 'wechat'
      : /邮件/.test(silent[2] as string)
        ? 'email'
        : /消息|短信|信息/.test(silent[2] as string)
          ? 'message'
          : /见|在公司/.test(silent[2] as string)
            ? 'visit'
            : 'call';
    return activity(
      silent[1] as string,
      channel,
      text.slice((silent[1] as string).length),
      { from: 0, to: silent[0].length },
      context,
      0.85,
    );
  }
  for (const { channel, after } of withVerbs) {
    const match = after.exec(text);
    if (!match) continue;
    const rest = text.slice(match[0].length);
    if (!happened(match, rest, objections)) continue;
    return activity(match[2] as string, channel, rest, { from: 0, to: match[0].length }, context);
  }
  for (const { channel, before } of withVerbs) {
    const match = before.exec(text);
    if (!match) continue;
    const rest = text.slice(match[0].length);
    const end = whoEnds(rest, context);
    if (end === 0 || !happened(match, rest, objections)) continue;
    if (channel === 'other' && !/了|过/.test(match[0])) continue;
    return activity(rest.slice(0, end), channel, rest.slice(end), { from: 0, to: match[0].length }, context, 0.9);
  }
  for (const { channel, behind } of withVerbs) {
    const match = behind.exec(text);
    if (!match) continue;
    const rest = text.slice(match[0].length);
    if (channel === 'other' || !happened(match, rest, objections)) continue;
    return activity(match[2] as string, channel, rest, { from: 0, to: match[0].length }, context, 0.8);
  }
  return null;
};
