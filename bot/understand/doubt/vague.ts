import type { Context, Understanding } from '../context.ts';
import { gone, mask } from '../normalize.ts';
import { findTitled } from '../people.ts';
import { isPlace } from './records.ts';
import { aboutDeals, namesIn } from './said.ts';

/** Words that stand for what was not said. */
const vague =
  /^(?:(?:那|这|哪|上|下)[一]?(?:个|样|件|步|些|阶段)?|那个事|这个事|(?:什么|啥|东西|事情?|那啥){1,10}|(?:the |that |this |other |next |same |one|one |thing|stuff|something|whatever|it|that|this){1,10}s?)(?:阶段|一下)?$/i;

const paper =
  /报价|合同|方案|资料|文件|尾款|定金|发票|电话|号码|需求|样品|名片|邮件|消息|图纸|\b(?:quote|contract|proposal|invoice|paper|papers|deck|e-?mail|file|sample|number|notes?)\b/i;
/** Words that stand for somebody who was not said. */
const nobody =
  /^(?:(?:老样子|照旧|照常|照样|同上|一样|上次|还是)\s?){1,4}$|^(?:那?个?谁|那谁|嗯+|呃+|某[人个]|比如|例如|大概|可能|[一两]?个(?:deal|客户|单子?|公司|朋友)|家\s?(?:改|换|调)[成到为]?|有?个?人|大家|所有人?|全部|都|everything|everyone|everybody|all(?: of (?:them|it))?|both|anyone|somebody|someone|something|(?:the |that |this |an? )?(?:other|guy|one|other one|person|client|customer|prospect|lead|deal|thing)|yesterday|today|tomorrow)$/i;

/** Words of a change without what is changed, and names and numbers alone: nothing one could do. */
const nothingToDo =
  /^(?:改|改到|改成|改为|推|推到|推迟|挪|挪到|调|调到|换|换成|push|move|change|update|shift|set|make it|it)?(?:\s|\d|[百千万亿]|[kwm]\b){0,10}$/i;

/** 把恒通的报价转给张伟, 把恒通给王磊看看: what goes over is a paper or a look, and not the deal. */
function isPaper(text: string, deal: string): boolean {
  const rest = text.replace(deal, '');
  return paper.test(rest) || /给.{1,8}?(?:看|说|讲|问|瞧|过目|发|打)/.test(rest);
}

/** Whether the record, the stage or what is to be done is a word for something that was not said: 那个谁, the thing, 王总 50. */
export function isVague(text: string, read: Understanding, context: Context): boolean {
  const writes = read.intents.map(({ intent }) => intent);
  if (writes.some(({ name }) => aboutDeals.test(name)) && isPlace({ text, writes, context })) return true;
  return writes.some((intent) => {
    if (intent.name === 'deal.give' && isPaper(text, intent.input.deal)) return true;
    const { what, stage, who, deal, customer, lead, company, name } = intent.input as Record<string, unknown>;
    if (typeof stage === 'string' && vague.test(stage.trim())) return true;
    if ([who, deal, customer, lead, company, name].some((one) => typeof one === 'string' && nobody.test(one.trim())))
      return true;
    if (intent.name !== 'task.add' || typeof what !== 'string') return false;
    const names = [...namesIn(what, context), ...findTitled(what)];
    return (
      vague.test(what.trim()) ||
      /^[跟和给对把]$|^[跟和给对](?:他|她|他们|客户|对方)(?:说|讲)$/.test(what.trim()) ||
      nothingToDo.test(mask(what, names).replaceAll(gone, ' ').trim())
    );
  });
}
