import type { Context, Found, Rule } from './context.ts';
import { findWhens } from './dates.ts';
import { resolve } from './refs.ts';
import { whole } from './shared.ts';

const listZh =
  /^(?:看看|看下|查查|查下|列一下)?(?:我们?|团队|全公司|公司|大家)?(?:的|手上|手里|这边|现在|目前|最近){0,4}(?:有|都有)?(?:哪些|哪几个|哪个|什么|多少)?(?:单子?|商机|客户|项目)?(?:现在|目前|是)?(?:都)?(?:有|存在)?(?:什么|啥|哪些)?(?:风险|危险)(?:的|提醒|预警)?(?:单子?|商机|项目)?(?:有|是)?(?:哪些|哪几个|列表|清单)?[吗呢啊]?[?]?$/u;
const listEn =
  /^(?:so |and |ok )?(?:show me |list |show )?(?:which|what|any|my|our|the|the team'?s|all)?(?: of)?(?: my| our| the)?(?: team'?s)? ?(?:deals?|opps?|opportunities|ones?)?(?:'?s| is| are)? ?(?:at[ -]risk|in (?:danger|trouble)|risky|risks?|(?:going )?stall(?:ed|ing)|stuck)(?: deals?)?(?: do (?:i|we) have)?(?: right now| now| today)?[?]?$/i;
const oneZh =
  /^(?:看看|查查|那)?(.{1,40}?)(?:这单|那单|这个单子)?(?:现在|目前)?(?:(?:都)?(?:有|存在)(?:什么|啥|哪些|没有|多大的?)风险(?:呢|啊)?|的风险(?:大不大|大吗|是什么|有哪些|在哪)?|(?:有|存在)风险(?:吗|没有|么))[?]?$/u;
const oneEn = [
  /^(?:so |and )?(?:what(?:'s| is| are)?|any|show me|show|list)?\s?(?:the )?(?:risks?|dangers?|wrong) (?:of|on|with|for|in|at) (.{1,60}?)[?]?$/i,
  /^(?:is|are) (.{1,60}?) (?:at risk|in (?:danger|trouble)|risky|stall(?:ed|ing)|stuck)[?]?$/i,
  /^(?:why is )(.{1,60}?) (?:at risk|in (?:danger|trouble)|risky|stall(?:ed|ing)|stuck)[?]?$/i,
];
const offZh =
  /^(?:把|将)?(.{0,40}?)(?:的)?风险(?:提醒)?(?:先|暂时)?(?:不提|别提|不用提醒|别提醒)(?:了)?(?:到\s?(.{1,20}))?$/u;
const offEn =
  /^(?:please )?(?:no|stop|mute|snooze|silence)(?: the| any| more){0,2} alerts? (?:for|about|on) (.{1,60}?)(?: (?:until|till|before) (.{1,30}))?$/i;

function whoseOf(text: string): { whose?: 'mine' | 'team' | 'all' } {
  if (/全公司|\ball\b/i.test(text)) return { whose: 'all' };
  if (/团队|大家|\bteam/i.test(text)) return { whose: 'team' };
  return /我的|我手|\bmy\b/i.test(text) ? { whose: 'mine' } : {};
}

/** Which deals are in danger, what is wrong with one, and no alerts about it: 哪些单子有风险, is Acme at risk. */
export const risks: Rule = (text, context) => {
  if (text.length > 90) return null;
  const off = offZh.exec(text) ?? offEn.exec(text);
  if (off) return silenced(text, off[1] ?? '', off[2], context);
  if (/[,;!]/.test(text)) return null;
  if (listZh.test(text) || (/risk|stall|stuck|danger|trouble/i.test(text) && listEn.test(text)))
    return whole(text, { name: 'risk.list', input: whoseOf(text) }, 0.92);
  for (const pattern of [oneZh, ...oneEn]) {
    const said = pattern.exec(text)?.[1]?.trim();
    if (!said || /觉得|担心|认为|怕|嫌|[说问讲]|没有|不/.test(said)) continue;
    const deal = resolve(said, context, ['deal', 'customer']);
    if (deal) return whole(text, { name: 'risk.list', input: { deal } }, 0.9);
  }
  return null;
};

function silenced(text: string, said: string, when: string | undefined, context: Context): Found | null {
  const deal = resolve(said, context, ['deal', 'customer']);
  const until = when && findWhens(when, context)[0]?.value.day;
  if (when && !until) return null;
  const input = { ...(deal ? { deal } : {}), ...(until ? { until } : {}) };
  const found = whole(text, { name: 'risk.snooze', input }, 0.92);
  return deal ? found : { ...found, missing: ['deal'] };
}
