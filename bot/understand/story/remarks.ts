import type { Context, Refused } from '../context.ts';
import { forbids } from '../guards.ts';
import { mask } from '../normalize.ts';
import { dealLabels } from '../pairs.ts';
import { findWords } from '../words.ts';
import { attach, spoke } from './attach.ts';
import { teller } from './loose.ts';
import { refLike } from './names.ts';
import { findObjection, findOutcome } from './outcomes.ts';
import { note, type Telling } from './telling.ts';

/** Words of no weight between the clauses of a story. */
export const chatter =
  /^(?:(?:a few|a couple(?: of)?|two|three|four|five|\d) (?:more |quick |good |bad )?(?:loss(?:es)?|wins?|updates?|things|moves|changes|bits)(?: (?:today|this week|yesterday|from today|to (?:log|report)))?|status|好的?|嗯+|哈+|辛苦了?|谢谢(?:啦|了)?|多谢|收到|加油|不错|太好了|完美|恭喜|哎+|唉+|呃+|那个|就这样|先这样|以上|你好|在吗|ok|okay|thanks?(?: you)?|thx|cheers|great|nice|cool|good|lol|haha+|yay|phew|sorry|hi|hello|that'?s (?:it|all)|fyi|btw|(?:so )?(?:it|that)'?s (?:gone|dead|over|done)|please|pls|(?:please |pls |kindly )?note|(?:pretty|fairly|quite) (?:sure|confident)|麻烦(?:了|记一下|你)?|(?:帮我?|你|给我)?(?:记|更新|改|u[pd]{2}ate)(?:一?下)|帮我?记(?:一下|录)?|记一下|记录一下|更新一下|update)$/i;
const notYet =
  /^(?:先)?(?:不要|别|不用|算了|不急|等等|再等等)[了吧]?$|^(?:not yet|not now|don'?t|hold off|never ?mind|wait)$/i;
const retracts = /推|进(?!口)|改|动|移|转|登|记|\b(?:move|push|change|update|mark|log|do|touch)\b/i;
const commandish = /推进|推到|进入|改成|改为|转给|撤销|\b(?:move|set|change|update|mark|transfer|assign)\b/i;

/** What the figure behind it says better: 格林希望不大, 我给三成. */
const hopes = /(?:希望|机会|把握)(?:不大|不小|很大|挺大|渺茫|一般)(?:了|吧)?$/;

/** A clause that is no command: what they said of a visit, a remark, or words we did not understand. */
export function unread(said: string, told: Telling, context: Context): Refused | null {
  const body = said.replace(teller, '');
  if (ofAnother(said, told, context)) {
    told.activity = null;
    told.leftover.push(said);
    return null;
  }
  const deal = /^(\p{Script=Han}{2,8}?)(?:的|那个?|这个?)?(?:单子|项目|案子|这单|那单)/u.exec(said)?.[1];
  if (told.subject === null && deal && refLike(deal)) told.subject = deal;
  if (hopes.test(said)) return null;
  if (!told.activity) {
    // 折扣先不给 is a matter of its own; 先不推 takes back what was said.
    const other = context.names?.find(said).some(({ start }) => !said.startsWith(told.subject ?? '\n') || start > 0);
    const takesBack = notYet.test(said) || (!other && retracts.test(said));
    if (forbids.test(said) && told.parts.length > 0 && !takesBack) return null;
    if (forbids.test(said) || notYet.test(said)) return 'negated';
    if (commandish.test(said) || findWords(dealLabels(context), body)[0]?.start === 0) {
      told.leftover.push(said);
      if (told.parts.length === 0) return null;
      // Another command of which half was understood stops the whole; what is told of a field is kept as it was said.
      if (commandish.test(said)) return 'unclear';
      told.half = true;
      return null;
    }
    told.leftover.push(said);
    const named = context.names?.find(said).filter(({ kind }) => kind === 'customer' || kind === 'lead') ?? [];
    if (told.subject === null && named.length === 1 && named[0])
      told.subject = said.slice(named[0].start, named[0].end);
    return null;
  }
  spoke(said, told.activity, context);
  const open = told.activity.input.objection === undefined || told.activity.input.outcome === undefined;
  if (!(open && attach(said, told.activity, context)) || says(said, context)) note(said, told);
  return null;
}

/** Whether a clause begins with another record than the one spoken of: then it is no remark on that. */
function ofAnother(said: string, told: Telling, context: Context): boolean {
  const first = context.names?.find(said)[0];
  if (!told.activity || first?.start !== 0 || (first.kind !== 'customer' && first.kind !== 'lead')) return false;
  const spoken = told.subject === null ? undefined : context.names?.find(told.subject)[0];
  return spoken?.ids?.[0] !== undefined && !spoken.ids.some((id) => first.ids?.includes(id));
}

/** Whether a clause says more than how it went and what they objected. */
function says(said: string, context: Context): boolean {
  const read = [findOutcome(said), findObjection(said, context)].filter((one) => one !== null);
  const left = mask(said, read).replace(
    /[\ue000\s,.了的呢吧啊说嫌也还很都又就是]|觉得|认为|表示|客户|对方|他们?|她们?|人家|(?<![a-z])(?:they|he|she|it|is|was|are|were|says?|said|think|thinks|that|'s|s|re|but|and|very|really|super|so|a|the|too|just|also)(?![a-z])/gi,
    '',
  );
  return left.length > 3;
}
