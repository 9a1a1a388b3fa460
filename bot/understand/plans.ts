import { readWho } from './activity.ts';
import type { Context, Found, Rule } from './context.ts';
import { findWhens, toMoment } from './dates.ts';
import { dayOf } from './days.ts';
import { longestCommand, whole } from './shared.ts';

const remind = /^(?:请|帮我)?(?:提醒我|记得|到时候)?\s?(?:我|要|得|准备|打算|计划)*\s?/;
const chinese = [
  /^(?:再|要|去|得)?(?:给|跟|和|找|向)\s?([^\s,;]{2,30}?)\s?((?:再)?(?:打(?:个)?电话|通电话|发|做|开会|演示|约|聊|谈|沟通|联系|确认|对接|签|送|报价|见面|吃饭|回复|回电话?|寄|催).{0,40})$/,
  /^(?:再|要|去|得)?(拜访|回访|联系|见|约见|跟进|上门拜访)\s?([^\s,;]{2,30})$/,
];
const appointed = /^(?:已经?)?(?:约了?|约好了?|跟|和)\s?([^\s,;]{2,30}?)\s?(?:约了|约好了?|约在)?\s?$/;
const english =
  /^(?:(?:remind me to|i(?:'ll| will| need to| have to|'m going to)?|we(?:'ll| will)?|will|need to|have to|going to|gotta)\s)?(call|phone|visit|email|meet(?: with)?|text|see|demo(?: to| for)?|follow up with|check in with|send (?:the |an? )?[a-z -]{2,30} to)\s(?:the\s)?(.{2,40})$/i;

/** Splits a sentence at the first day to come: what stands before it, the moment, what stands behind. */
function ahead(text: string, context: Context): { before: string; at: string; behind: string } | null {
  if (text.length > longestCommand / 2) return null;
  const when = findWhens(text, context)[0];
  if (!when || when.value.day < dayOf(context.now, context.zone)) return null;
  return {
    before: text.slice(0, when.start).trim(),
    at: toMoment(when.value, context.zone),
    behind: text.slice(when.end).trim(),
  };
}

function planned(text: string, said: string, what: string, at: string, context: Context): Found | null {
  const { who, contact } = readWho(said, context);
  const nextStep = `${what}${contact && !what.includes(contact) ? ` ${contact}` : ''}`.trim();
  return who && nextStep && !/^(?:you|u|me|us)$/i.test(who)
    ? whole(text, { name: 'deal.update', input: { deal: who, nextStep, nextAt: at } }, 0.7)
    : null;
}

/** 明天给恒通打电话, 下周三拜访宏达, 约了恒通王总下周三下午3点演示: what is planned with somebody is their next step. */
export const chinesePlan: Rule = (text, context) => {
  const parts = ahead(text, context);
  if (!parts || !/\p{Script=Han}/u.test(text)) return null;
  const made = appointed.exec(parts.before);
  if (made && /约/.test(parts.before) && parts.behind)
    return planned(text, made[1] as string, parts.behind, parts.at, context);
  if (parts.before.replace(remind, '') !== '') return null;
  const [to, visit] = chinese.map((pattern) => pattern.exec(parts.behind));
  if (to) return planned(text, to[1] as string, to[2] as string, parts.at, context);
  return visit ? planned(text, visit[2] as string, visit[1] as string, parts.at, context) : null;
};

/** call Dana at Northwind tomorrow: the same in English, the day behind or in front. */
export const englishPlan: Rule = (text, context) => {
  const parts = ahead(text, context);
  if (!parts || (parts.before !== '' && parts.behind !== '')) return null;
  const match = english.exec(parts.before || parts.behind);
  return match
    ? planned(
        text,
        match[2] as string,
        (match[1] as string).replace(/\s(?:with|to|for)$/i, '').toLowerCase(),
        parts.at,
        context,
      )
    : null;
};
