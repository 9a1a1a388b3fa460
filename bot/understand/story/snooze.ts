import { beyond } from '../bag.ts';
import type { Context, Rule } from '../context.ts';
import { findWhens, readWhen, toMoment } from '../dates.ts';
import { whole } from '../shared.ts';

const later =
  /挪到?|推到?|推迟到?|延后到?|延期到?|延到?|顺延到?|改到?|放到?|往后|晚点|回头|再(?:来)?(?:叫|提醒|通知|喊|弹|说|做|处理|跟|弄|搞)|提醒我?|叫我|喊我|\b(?:snooz(?:e|ing)|postpone|delay|defer|push(?:ing)?(?: back)?|move|bump|reschedule|remind me|ping me|nudge me|hit me up|come back to|get back to|later|again)\b/giu;
const around =
  /我|待办|任务|提醒|这[条个]|号|再|到|至|之?后|就|\b(?:about|task|reminder|to-?do|until|till|by|that|this|it|one|in|back)\b/giu;
/** Why it is not done now. */
const excuse =
  /来不及|没空|没时间|没来得及|忙|开车|开会|在外面?|路上|出差|高铁|飞机|医院|不方便|顾不上|搞不完|做不完|弄不完|\b(?:busy|driving|no time|in a meeting|in meetings|on the road|slammed|swamped|traveling|travelling|tied up|out (?:today|this)|can'?t (?:get to|today|now|do|talk)|won'?t (?:get to|make)|running late|on a (?:plane|train|flight|call))\b/iu;

const after = /(?:过|等|隔)([\d一二两三四五六半]{1,3}个?半?(?:小时|钟头|分钟|天))(?!后)/u;

/** A reminder put off, with or without why: #120今天来不及了，挪到周五下午; slammed today, push #98 to Monday. */
export const putOff: Rule = (text, context: Context) => {
  const numbers = [...text.matchAll(/#\d{1,15}/g)];
  const [number] = numbers;
  if (text.length > 100 || !number || numbers.length > 1 || text.search(later) < 0) return null;
  const left: string[] = [];
  let until: string | null = null;
  for (const piece of text.split(/[,;.!]\s?/)) {
    // 过两个小时 is two hours from now.
    const clause = piece.replace(after, '$1后');
    if (excuse.test(clause) && (clause.search(later) < 0 || until)) continue;
    const whens = findWhens(clause, context);
    const last = whens.at(-1);
    const said = last
      ? readWhen(clause.slice(last.start, last.end).replace(/^(?:till?|until|by|before)\s/i, ''), context)
      : null;
    if (said) until = toMoment(said, context.zone);
    left.push(last ? `${clause.slice(0, last.start)} ${clause.slice(last.end)}` : clause);
  }
  if (!until || beyond(left.join(' ').replace(number[0], ' '), later, around) !== '') return null;
  return whole(text, { name: 'touch.snooze', input: { touch: number[0], until } }, 0.9);
};
