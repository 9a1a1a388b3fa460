import type { Rule } from '../context.ts';
import { smallNumber } from '../dates-zh-said.ts';
import { says } from '../shared.ts';
import { handKnown } from './hand-known.ts';
import { leadMine, leadsBack, numbersOut } from './hand-leads.ts';
import { handOver } from './hand-over.ts';
import { newLead } from './new-lead.ts';
import { giveBack, sameLead, takeLead } from './pool.ts';
import { putOff } from './snooze.ts';
import { takeBack } from './take-back.ts';
import { ticked } from './tick.ts';

const days = (count: string | undefined, unit: string | undefined) => {
  const number = smallNumber(count);
  if (Number.isNaN(number)) return undefined;
  return Math.round(number * (/周|week|星期/i.test(unit ?? '') ? 7 : /月|month/i.test(unit ?? '') ? 30 : 1));
};
const refs = (said: string) =>
  said
    .split(/[\s,和与跟、]+|\band\b/)
    .map((one) => one.trim())
    .filter((one) => one !== '')
    .map((one) => (/^\d+$/.test(one) ? `#${one}` : one));

/** What goes from hand to hand, and what touches many at once. */
export const hands: Rule[] = [
  takeBack,
  ...ticked,
  putOff,
  sameLead,
  giveBack,
  takeLead,
  leadsBack,
  leadMine,
  numbersOut,
  newLead,
  handKnown,
  handOver,
  says(
    'lead.recycle',
    /^(?:请|帮我)?(?:把)?(?:我的?)?(?:所有)?\s?(?:超过)?(\d+|[一二两三四五六七八九十]+|半)(个?)(天|周|星期|个?月)(?:以上)?(?:都)?(?:没有?(?:跟进|联系|动静|动|回复|沟通)|未跟进|未联系|沉默)(?:过)?(?:的)?(?:所有)?线索(?:都|全部|全都|全)?(?:退回|放回|回收|扔回|丢回|释放|还)(?:到|进|给|回)?(?:公海)?(?:池)?(?:去)?(?:吧|了)?$/,
    (m) => {
      const silentDays = days(m[1], m[3]);
      return silentDays ? { silentDays } : null;
    },
  ),
  says(
    'lead.recycle',
    /^(?:请|帮我)?(?:回收|释放|退回|清理)(?:一下)?(?:我的?)?\s?(?:超过)?(\d+|[一二两三四五六七八九十]+)(个?)(天|周|星期|月)(?:以上)?(?:没有?(?:跟进|联系|动静|动)|未跟进|未联系|沉默)(?:过)?的?线索(?:到公海|回公海)?$/,
    (m) => {
      const silentDays = days(m[1], m[3]);
      return silentDays ? { silentDays } : null;
    },
  ),
  says(
    'lead.recycle',
    /^(?:请|帮我)?(?:把)?\s?线索\s?([#\d][#\d\s,和、]{0,300}?)\s?(?:都)?(?:退回|放回|回收|扔回|丢回|释放)(?:到|进|给)?(?:公海)?(?:池)?(?:去)?(?:吧|了)?$/,
    (m) => ({ leads: refs(m[1] as string) }),
  ),
  says(
    'lead.recycle',
    /^(?:请|帮我)?(?:回收|释放|退回)(?:没人跟的?|沉默的?|僵尸)?线索(?:到公海)?$|^(?:please\s)?recycle (?:my |all )?(?:silent |stale |dead |cold )?leads$/i,
    () => ({}),
  ),
  says(
    'lead.recycle',
    /^(?:please\s)?(?:recycle|release|return|send back|put back|move)\s(?:all\s)?(?:the\s)?(?:my\s)?leads\s(?:that (?:i|we) (?:haven'?t|have not) (?:touched|contacted|called)|(?:that are |that were )?(?:silent|untouched|not touched|not contacted|stale|quiet|idle)|with no (?:touch|activity|contact))(?:\s(?:for|in|since))?\s(?:over\s|more than\s)?(\d+)\s?(days?|weeks?|months?)(?:\s(?:back\s)?to the pool)?$/i,
    (m) => {
      const silentDays = days(m[1], m[2]);
      return silentDays ? { silentDays } : null;
    },
  ),
  says(
    'lead.recycle',
    /^(?:please\s)?(?:recycle|release|return)\sleads?\s([#\d][#\d\s,and]{0,300}?)(?:\s?(?:back\s)?to the pool)?$/i,
    (m) => ({ leads: refs(m[1] as string) }),
  ),
  says(
    'lead.claim',
    /^(?:我要?)?(?:领取|认领|领|捡|claim|take)\s?(?:一下)?(?:线索|lead)?\s?(#?\d+|.{2,30}?)(?:线索)?$/i,
    (m) => {
      const [lead] = refs((m[1] as string).replace(/^lead\s/i, ''));
      return lead && (lead.startsWith('#') || /线索|lead|认领|领取|claim/i.test(m[0])) ? { lead } : null;
    },
  ),
  says(
    'lead.merge',
    /^(?:请|帮我|把)?\s?(?:合并|并)\s?(?:一下)?(?:线索)?\s?(\S{1,30}?)\s?(?:和|与|跟|,|\s)\s?(?:线索)?\s?(\S{1,30})$/,
    (m) => ({ keep: refs(m[1] as string)[0] as string, drop: refs(m[2] as string)[0] as string }),
  ),
  says(
    'lead.merge',
    /^(?:请|帮我)?(?:把)\s?(?:线索)?\s?(\S{1,30}?)\s?(?:和|与|跟)\s?(?:线索)?\s?(\S{1,30}?)\s?合并(?:一下|了|成一个|起来)?$/,
    (m) => ({ keep: refs(m[1] as string)[0] as string, drop: refs(m[2] as string)[0] as string }),
  ),
  says(
    'lead.merge',
    /^(?:请|帮我)?(?:把)\s?(?:线索)?\s?(\S{1,30}?)\s?(?:合并|并)(?:到|进|入)\s?(?:线索)?\s?(\S{1,30})$/,
    (m) => ({ keep: refs(m[2] as string)[0] as string, drop: refs(m[1] as string)[0] as string }),
  ),
  says(
    'lead.merge',
    /^(?:please\s)?merge\s(?:the\s)?(?:leads?\s)?(#?\S{1,30})\s(?:and|with|&)\s(?:lead\s)?(#?\S{1,30})$/i,
    (m) => ({ keep: refs(m[1] as string)[0] as string, drop: refs(m[2] as string)[0] as string }),
  ),
  says('lead.merge', /^(?:please\s)?merge\s(?:lead\s)?(#?\S{1,30})\sinto\s(?:lead\s)?(#?\S{1,30})$/i, (m) => ({
    keep: refs(m[2] as string)[0] as string,
    drop: refs(m[1] as string)[0] as string,
  })),
  says(
    'phones.export',
    /^(?:请|帮我)?(?:导出|导一下|导|下载|拉一份)\s?(我的?|我们的?|团队的?|全部的?|所有的?)?\s?(?:的)?(线索|客户|联系人)?的?(?:电话|手机号?码?|联系方式|号码|通讯录)(?:列表|名单|清单)?(?:出来)?$/,
    (m) => exported(m[1], m[2]),
  ),
  says(
    'phones.export',
    /^(?:请|帮我)?(?:把)\s?(我的?|我们的?|团队的?|全部的?|所有的?)?\s?(线索|客户|联系人)?的?(?:电话|手机号?码?|联系方式|号码)(?:都)?(?:导出来?|导一下|发我|列出来)(?:吧|给我)?$/,
    (m) => exported(m[1], m[2]),
  ),
  says(
    'phones.export',
    /^(?:please\s)?(?:export|download|dump)\s(?:the\s)?(my|our|the team'?s|team|all|all the)?\s?(leads?'?|customers?'?|clients?'?|contacts?'?)?\s?(?:phones?|phone numbers|numbers|contact (?:details|numbers))(?:\s(?:of|for)\s(?:the\s)?(my|our|team|all)?\s?(leads?|customers?|clients?|contacts?))?$/i,
    (m) => exported(m[1] ?? m[3], m[2] ?? m[4]),
  ),
];

function exported(whose: string | undefined, of: string | undefined) {
  const who = !whose
    ? {}
    : /^(?:我们|团队|our|team|the team)/i.test(whose)
      ? { whose: 'team' as const }
      : /^(?:我|my)/i.test(whose)
        ? { whose: 'mine' as const }
        : { whose: 'all' as const };
  const kind = !of ? {} : /线索|lead/i.test(of) ? { of: 'leads' as const } : { of: 'customers' as const };
  return { ...kind, ...who };
}
