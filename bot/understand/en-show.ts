import type { Rule } from './context.ts';
import { stood } from './en-stands.ts';
import { resolve } from './refs.ts';
import { longestCommand, whole } from './shared.ts';
import { knownStage } from './stage.ts';

const whose = (said: string | undefined) =>
  !said
    ? {}
    : /^my/i.test(said)
      ? { whose: 'mine' as const }
      : /^(?:our|team|the team)/i.test(said)
        ? { whose: 'team' as const }
        : { whose: 'all' as const };
const look =
  "^(?:please\\s)?(?:(?:show|list|see|view|give|get|display|open)\\s(?:me\\s)?|what(?:\\sare|'s in)\\s|which\\s|what'?s\\s|whats\\s|how'?s\\s|hows\\s)?(?:the\\s)?";
const leads = new RegExp(`${look}(my|our|team|the team'?s?|all|all the|everyone'?s)?\\s?leads(?:\\slist)?\\??$`, 'i');
const deals = new RegExp(
  `${look}(my|our|team|the team'?s?|all|all the|everyone'?s)?\\s?(?:open\\s)?(?:deals|opportunities|opps|pipeline)(?:\\slist)?(?:\\s(?:are\\s)?(?:in|at|on)\\s(?:the\\s)?(.{1,40}?)(?:\\sstage)?)?\\??$`,
  'i',
);
const stageDeals = new RegExp(
  `${look}(my|our|team|all)?\\s?(.{1,30}?)(?:[\\s-]stage)?\\s(?:deals|opportunities|opps)\\??$`,
  'i',
);
const show =
  /^(?:please\s)?(?:show|view|see|open|look at|look up|pull up|check(?!\s(?:in|with|back)|\s(?:on|up on)\s.*\b(?:in (?:an?|\d+|two|three)|next|tomorrow|tmrw|(?:mon|tues?|wed|thu(?:rs)?|fri|sat|sun)(?:[a-z]*day)?|\d{1,2}(?:st|nd|rd|th|am|pm))\b)|get(?!\sback|\s.*\b(?:on the phone|tomorrow|signed|over|by|ready)\b)|display|find)\s(?:me\s)?(?:the\s)?(?:(deal|opportunity|lead|customer|account)\s)?(.{1,80}?)\??$/i;
const how =
  /^(?:how(?:'?s|\sis|\sare)\s(.{1,60}?)\s(?:doing|going|looking|coming along)|(?:what'?s|what is)\s(?:the\s)?(?:status|state)\s(?:of|with)\s(.{1,60}?)|status\s(?:of\s)?(.{1,60}?)|where\s(?:is|are we with|do we stand with)\s(.{1,60}?))\??$/i;

/** Looking at records: lists of leads and deals, and one record by its name. Nothing here changes anything. */
export const englishShow: Rule = (text, context) => {
  if (text.length > longestCommand) return null;
  const lead = leads.exec(text);
  if (lead) return whole(text, { name: 'lead.list', input: whose(lead[1]) });
  const list = deals.exec(text);
  if (list)
    return whole(text, {
      name: 'deal.list',
      input: { ...whose(list[1]), ...(list[2] ? { stage: knownStage(list[2], context) ?? list[2] } : {}) },
    });
  const inStage =
    /^(?:what|which)\s(?:deals|opportunities|opps)\s(?:are\s|do (?:i|we) have\s)?(?:in|at)\s(?:the\s)?(.{1,40}?)(?:\sstage)?\??$/i.exec(
      text,
    );
  if (inStage)
    return whole(text, {
      name: 'deal.list',
      input: { stage: knownStage(inStage[1] as string, context) ?? (inStage[1] as string) },
    });
  const staged = stageDeals.exec(text);
  const stage = staged && knownStage(staged[2] as string, context);
  if (staged && stage) return whole(text, { name: 'deal.list', input: { ...whose(staged[1]), stage } });
  const one =
    /^(?:show\s(?:me\s)?)?(\S{2,30}(?:\s\S{2,20})?)(?:'s?|的)\s?(?:open\s)?(?:deals|opportunities|opps|pipeline|商机|单子)\??$/i.exec(
      text,
    )?.[1];
  if (one && !/^(?:the team|team|everyone|what)$/i.test(one))
    return whole(text, { name: 'deal.list', input: { person: one } });
  const asked = show.exec(text);
  const deal = stood(text, context);
  if (deal) return whole(text, { name: 'deal.show', input: { deal } }, 0.8);
  const doing = asked ? null : how.exec(text);
  if (!asked && !doing) return null;
  if (asked && /^(?:an?\s|new\s|you\b|u\b|ya\b)/i.test(asked[2] as string)) return null;
  const kind = /^lead/i.test(asked?.[1] ?? '')
    ? 'lead'
    : /^(?:customer|account)/i.test(asked?.[1] ?? '')
      ? 'customer'
      : 'deal';
  const ref = resolve(asked?.[2] ?? doing?.slice(1).find((said) => said !== undefined) ?? '', context, [kind]);
  const found = whole(text, { name: `${kind}.show`, input: ref === null ? {} : { [kind]: ref } }, asked ? 0.9 : 0.8);
  return ref === null ? { ...found, missing: [kind] } : found;
};
