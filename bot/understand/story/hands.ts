import type { Rule } from '../context.ts';
import { smallNumber } from '../dates-zh-said.ts';
import { cleanRef, resolve } from '../refs.ts';
import { says } from '../shared.ts';
import { nameOf } from './names.ts';
import { newLead } from './new-lead.ts';

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
  newLead,
  (text, context) => {
    const match =
      /^(?:请|帮我|麻烦)?(?:把|将)\s?([^,;]{0,40}?)\s?(?:这单|那单|这个单子|那个单子|的单子|单子|客户|商机)?\s?(?:转给|转交给?|交给|移交给?|分给|给|让给|转到|分配给|交接给)\s?([^\s,;]{1,20}?)\s?(?:名下|负责|跟进?|接手|来跟|去跟|继续跟|处理)?了?吧?$/u.exec(
        text,
      ) ??
      /^([^,;]{0,30}?)\s?(?:这单|那单|的单子|以后|后面|就)?\s?(?:转给|转交给?|移交给?|交接给)\s?([^\s,;]{1,20}?|[A-Z]\w+\s[A-Z]\w+)\s?(?:名下|负责|跟进?|接手|来跟|去跟)?了?吧?$/u.exec(
        text,
      ) ??
      /^(?:please\s)?(?:give|hand(?:\s?over)?|assign|transfer|reassign|pass|hand off)\s(?:the\s)?(.{1,60}?)(?:\sdeal|\saccount)?\s(?:over\s)?to\s([\p{L}][\p{L}'.-]*(?:\s[\p{L}][\p{L}'.-]*)?)$/iu.exec(
        text,
      );
    const owns = match
      ? null
      : /^([\p{L}][\w .'-]{1,40}?)\s(?:owns|takes over|will own|handles)\s(.{2,40}?)(?:\sfrom now on|\snow)?$/iu.exec(
          text,
        );
    const owned = owns && nameOf(owns[2] as string, context);
    if (owns && owned && context.names?.find(owns[1] as string)[0]?.kind === 'person')
      return {
        name: 'deal.give',
        input: { deal: owned, to: owns[1] as string },
        confidence: 0.85,
        leftover: '',
        from: 0,
        to: owns[0].length,
      };
    const belongs = match
      ? null
      : /^(?:以后|后面|今后)?\s?([^,;\s]{2,20}?)(?:以后|后面|今后)?(?:归|由|让)\s?([^\s,;]{2,12}?)\s?(?:管|跟|负责|来跟|接手)了?吧?$/u.exec(
          text,
        );
    const theirs = belongs && nameOf(belongs[1] as string, context);
    if (belongs && theirs)
      return {
        name: 'deal.give',
        input: { deal: theirs, to: belongs[2] as string },
        confidence: 0.85,
        leftover: '',
        from: 0,
        to: belongs[0].length,
      };
    if (
      !match ||
      /(?:team|组|队|部|区)$/i.test(match[2] as string) ||
      /^(?:他|她|他们|客户|对方|him|her|them|it)$/i.test(match[2] as string)
    )
      return null;
    const name = nameOf(match[1] as string, context);
    if (name === null || /不$/.test((match[1] as string).trim())) return null;
    const deal = resolve(name, context, ['deal', 'customer', 'lead']);
    const found = { name: 'deal.give' as const, confidence: 0.9, leftover: '', from: 0, to: match[0].length };
    const person = context.names?.find(match[2] as string).find(({ kind }) => kind === 'person');
    const to = person ? (match[2] as string).slice(person.start, person.end) : cleanRef(match[2] as string);
    return deal ? { ...found, input: { deal, to } } : { ...found, input: { to }, missing: ['deal'] };
  },
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
    /^(?:请|帮我)?(?:把)?\s?线索\s?((?:#?\d+[\s,和、]*){1,30})\s?(?:都)?(?:退回|放回|回收|扔回|丢回|释放)(?:到|进|给)?(?:公海)?(?:池)?(?:去)?(?:吧|了)?$/,
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
    /^(?:please\s)?(?:recycle|release|return)\sleads?\s((?:#?\d+[\s,]*(?:and\s)?){1,30})(?:\s?(?:back\s)?to the pool)?$/i,
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
