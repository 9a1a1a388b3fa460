import type { Rule } from '../context.ts';
import { says } from '../shared.ts';

const ref = '#\\s?(\\d{1,15})';
const did =
  '(?:做|办|搞|弄|处理|打|发|跟|联系|完|干)?(?:好|完成?|定|掉|过|妥)|完成|搞定|已完成|结束|ok|done|finished|completed?';

/** A reminder that is done, said freely: tick #88 off, #45 做好了. */
export const ticked: Rule[] = [
  says(
    'touch.done',
    new RegExp(
      `^(?:把|任务|待办|提醒)?\\s?${ref}\\s?(?:号|这[个条])?(?:任务|待办|提醒)?\\s?(?:已经|都|我|刚|(?:mark|标记?)(?:成|为|as)?|标成|算|可以|勾|\\s){0,6}\\s?(?:${did})(?:了|啦|咯)?$`,
      'iu',
    ),
    (m) => ({ touch: `#${m[1]}` }),
  ),
  says(
    'touch.done',
    new RegExp(
      `^(?:please\\s|i\\s|i've\\s|we\\s|just\\s)*(?:(?:tick(?:ed)?|check(?:ed)?|cross(?:ed)?)(?:\\soff)?|mark(?:ed)?|close(?:d)?(?:\\sout)?|finish(?:ed)?|complete(?:d)?|did|handled|took care of|wrapped up|done with)\\s(?:off\\s)?(?:task\\s|reminder\\s|to-?do\\s)?${ref}(?:\\s(?:off|as\\s(?:done|complete[d]?)|done|complete[d]?))?$`,
      'i',
    ),
    (m) => ({ touch: `#${m[1]}` }),
  ),
];
