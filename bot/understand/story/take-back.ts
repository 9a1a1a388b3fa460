import type { Rule } from '../context.ts';
import { whole } from '../shared.ts';

const back =
  '撤[回销消掉了]|收回|还原|回退|退回去|反悔|作废|不算数?|不作数|当我没说|别记了|删[掉了除]|去掉|抹掉|(?<=(?:刚|上一?条|上面|前面).{0,8})(?:不要了|取消)';
const smallZh =
  '全部|整句|刚才|刚|第|上一?[条个笔步次]|上面|前面|最后一?[条个]|那[条个笔步]|这[条个]|[条个笔]|记|说|写|录|发|改|操作|修改|内容|提醒|任务|错|点|的|我|请|帮|麻烦|把|给|一下|吧|了|都|哈|啊|哦|不好意思|哎呀?|不对|不要(?!了)|误|它|先|掉|全';
const takesBackZh = new RegExp(`^(?:${back}|${smallZh}|[\\s,.!])+$`, 'u');
const someBack = new RegExp(back, 'u');

const backEn =
  "undo(?:ne)?|undoing|revert|roll(?:ed)? ?back|take (?:that|it|this|the last (?:one|entry|change)|what i (?:just )?(?:said|logged|wrote|did)) back|take back|scratch (?:that|the last (?:one|entry))|unsay|(?:delete|remove|cancel|drop|forget|discard|strike|reverse) (?:(?:the|my|that) (?:last|previous)|what i (?:just )?(?:said|logged|wrote|did))|didn'?t mean (?:that|to (?:log|send|say) (?:that|it))";
const smallEn =
  "all|everything|the lot|oops|sorry|wait|no|ah|oh|damn|ugh|my bad|mistake|please|pls|can|could|you|we|i|let'?s|need|want|to|the|my|last|previous|that|it|this|one|entry|entries|change|command|message|thing|update|log(?:ged)?|note|just|did|said|wrote|what|was|wrong|a|of|for me|now|back|record|task|action";
const takesBackEn = new RegExp(`^(?:(?:${backEn}|${smallEn})(?![a-z])|[\\s,.!])+$`, 'i');
const someBackEn = new RegExp(`(?<![a-z])(?:${backEn})(?![a-z])`, 'i');

/** 刚才记的不要了 撤回, oops take that back: nothing is said but that the last thing should not stand. */
export const takeBack: Rule = (text) => {
  if (text.length > 60 || /(?:不要|别|先不|don'?t|do not)\s?(?:撤|undo|revert)/i.test(text)) return null;
  const number = /#\s?(\d{1,15})|(?<=[\s撤销回第])(\d{1,15})(?=号|$)/u.exec(text);
  const rest = number ? text.replace(number[0], ' ').replace(/号(?=那|的|$)/, '') : text;
  const said = /\p{Script=Han}/u.test(rest)
    ? takesBackZh.test(rest.replace(/undo|revert/gi, '撤回')) && someBack.test(rest.replace(/undo|revert/gi, '撤回'))
    : takesBackEn.test(rest) && someBackEn.test(rest);
  if (!said) return null;
  return whole(text, { name: 'undo', input: number ? { command: Number(number[1] ?? number[2]) } : {} });
};
