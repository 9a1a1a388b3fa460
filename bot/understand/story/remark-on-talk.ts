import type { Rule } from '../context.ts';
import { findMoney } from '../money.ts';
import { gone, mask } from '../normalize.ts';
import { resolve } from '../refs.ts';
import { findObjection } from './outcomes.ts';
import { findWays } from './ways.ts';

/** Whoever of the customer's it is that says so. */
const theirs =
  /^(?:嗯|唉|哎|[\s,]){0,3}(?:(?:他们?|她们?|对方|客户|人家|那边|甲方)的?)?(?:老板娘?|领导|老总|财务|采购|技术|厂长|经理|\p{Script=Han}[总工]|使用部门|上面)?(?:那边|他们)?(?:[都也就还又老总是一直现在刚才]|跟我|和我){0,4}(?:说|讲|觉得|认为|嫌|反馈|表示|抱怨|回)?(?:我们?的?|咱们?的?|这个?)?[\s,:]*/u;
/** 前台说张经理不在: nobody was met. */
const atTheDoor =
  /^(?:门卫|前台|保安|门岗|秘书|助理)(?:跟我|和我)?(?:说|讲)[^,;]{2,8}(?:不在|出差|出去|开会|休假|请假|没来|外出)(?:了|呢|去了)?(?:[,\s]?(?:没见到|没见着)(?:人)?)?$/;
const little = /[\s,.!~的了呢吧啊呀嘛哈这那价格报钱]/g;

/** 老板觉得130万太离谱: what the one spoken of objects to, with nobody named. Nothing says how it was told: it is proposed. */
export const remarkOnTalk: Rule = (text, context) => {
  if (text.length > 40 || /^我(?!们)/.test(text) || context.past !== undefined || !/\p{Script=Han}/u.test(text))
    return null;
  const who = resolve('', context, ['customer', 'deal', 'lead']);
  const objection = findObjection(text, context);
  if (who !== null && atTheDoor.test(text))
    return {
      name: 'activity.log',
      input: { who, channel: 'visit', outcome: 'silent' },
      confidence: 0.5,
      leftover: '',
      from: 0,
      to: text.length,
    };
  if (who === null || !objection || findWays(text).length > 0 || context.names?.find(text)[0]) return null;
  const sums = findMoney(text, context.currency);
  const rest = mask(text, [objection, ...sums])
    .replace(theirs, '')
    .replaceAll(gone, '')
    .replace(little, '');
  if (rest.length > 2) return null;
  const input = { who, channel: 'other', objection: objection.value };
  return { name: 'activity.log', input, confidence: 0.5, leftover: '', from: 0, to: text.length };
};
