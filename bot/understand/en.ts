import type { Rule } from './context.ts';
import { readWhen, toMoment } from './dates.ts';
import { englishActivity } from './en-activity.ts';
import { englishDeals } from './en-deals.ts';
import { readLead } from './lead.ts';
import { cleanRef } from './refs.ts';
import { describe, longestCommand, readLanguage, readObjection, readRole, says, whole } from './shared.ts';
import { resolve } from './refs.ts';
import { knownStage } from './stage.ts';
import { findWords } from './words.ts';

const leadVerb = /^(?:please\s)?(?:(?:new|add|create|log|record|enter|got)\s(?:an?\s)?(?:new\s)?(?:lead|prospect)|lead(?=\s?:|\s*\n))(?!s|\s#|\slist|\sform)(?:\sfrom(?=:))?[\s:,;-]*/i;

const lead: Rule = (text, context) => {
  const match = leadVerb.exec(text);
  if (!match) return null;
  const rest = text.slice(match[0].length).trim();
  const span = { from: 0, to: match[0].length };
  if (rest === '') return { name: 'lead.form', input: {}, confidence: 0.95, leftover: '', ...span };
  return { name: 'lead.create', input: readLead(rest, context), confidence: 0.95, leftover: '', ...span };
};

const asks =
  /^(?:what\s(?:do|should|can|could|would)\s(?:i|we|you)\s(?:say|answer|reply|tell them|do)|how\s(?:do|should|can|to|would)\s?(?:i|we|you)?\s?(?:respond|reply|answer|handle|deal with|counter|overcome|address|tackle|react)|talk(?:ing)?\s(?:points?|tracks?)|help me (?:answer|handle|with)|what to say)\s*(?:to|with|for|on|about|if|when|against)?\s*/i;
const answers = /^(.{1,160}?)[\s,;.:-]*(?:what\s(?:do|should|can|could)\s(?:i|we)\s(?:say|answer|reply|tell them|do)|how\s(?:do|should|can|to)\s?(?:i|we)?\s?(?:respond|reply|answer|handle|deal with|counter|overcome)(?:\s(?:that|this|it))?|what to say|any talking points?|talking points|talk track)\??$/i;
const anybody = /^(?:(?:when|if|the|an?|my|our|customers?|clients?|they|he|she|someone|somebody|people|buyers?|prospects?|it|its|it's|is|are|was|that|who|find|finds|found|says?|said|saying|think|thinks|complains?|claims?|objects?|tells? me|us|we|we're|you're|about|of|objection|raises?|too|a|to|with|deal|for|,)(?:\s|$|,))*$/i;

const talk: Rule = (text, context) => {
  if (text.length > longestCommand) return null;
  const first = asks.exec(text);
  const said = (first ? text.slice(first[0].length) : (answers.exec(text)?.[1] ?? '')).replace(/[?.!\s]+$/, '');
  if (said === '') return null;
  const known = findWords(context.objections, said)[0];
  if (!known) {
    const raw = readObjection(said.replace(/^(?:when|if)?\s?(?:they|the customer|a customer|he|she|customers?)\s(?:say|says|said|find|think|thinks)\s(?:that\s|it'?s\s)?/i, ''), context);
    return raw && raw.length <= 60 ? whole(text, { name: 'talk.find', input: { objection: raw } }, 0.7) : null;
  }
  const named = /(?:\bto|\bfor|\bwith|\bat|\bfrom)\s(?:the\s)?([\p{L}\d#][\p{L}\d .&'-]{0,40}?)(?:\sdeal)?$/iu.exec(said.slice(known.end))?.[1];
  const before = said.slice(0, known.start).replace(/\s+$/, '');
  const subject = /^(?:when\s|if\s|to\s)?(.{1,40}?)\s(?:find|finds|found|says?|said|saying|thinks?|complains?|claims?|objects?|is|are|when they|when he|when she|if they)\b.*$/i.exec(before)?.[1];
  const ref = cleanRef(named ?? (subject && !anybody.test(subject) ? subject : ''));
  return whole(text, { name: 'talk.find', input: { objection: known.value, ...(ref && !anybody.test(ref) ? { deal: ref } : {}) } });
};

const whose = (said: string | undefined) => (!said ? {} : /^my/i.test(said) ? { whose: 'mine' as const } : /^(?:our|team|the team)/i.test(said) ? { whose: 'team' as const } : { whose: 'all' as const });
const look = '^(?:please\\s)?(?:(?:show|list|see|view|give|get|display|open)\\s(?:me\\s)?|what(?:\\sare|\'s in)\\s|which\\s)?(?:the\\s)?';
const leads = new RegExp(`${look}(my|our|team|the team'?s?|all|all the|everyone'?s)?\\s?leads(?:\\slist)?\\??$`, 'i');
const deals = new RegExp(`${look}(my|our|team|the team'?s?|all|all the|everyone'?s)?\\s?(?:open\\s)?(?:deals|opportunities|opps|pipeline)(?:\\slist)?(?:\\s(?:are\\s)?(?:in|at|on)\\s(?:the\\s)?(.{1,40}?)(?:\\sstage)?)?\\??$`, 'i');
const stageDeals = new RegExp(`${look}(my|our|team|all)?\\s?(.{1,30}?)(?:[\\s-]stage)?\\s(?:deals|opportunities|opps)\\??$`, 'i');
const show = /^(?:please\s)?(?:show|view|see|open|look at|look up|pull up|check|get|display|find)\s(?:me\s)?(?:the\s)?(?:(deal|opportunity|lead|customer|account)\s)?(.{1,80}?)\??$/i;
const how = /^(?:how(?:'s|\sis|\sare)\s(.{1,60}?)\s(?:doing|going|looking|coming along)|(?:what'?s|what is)\s(?:the\s)?(?:status|state)\s(?:of|with)\s(.{1,60}?)|status\s(?:of\s)?(.{1,60}?)|where\s(?:is|are we with|do we stand with)\s(.{1,60}?))\??$/i;

const see: Rule = (text, context) => {
  if (text.length > longestCommand) return null;
  const lead = leads.exec(text);
  if (lead) return whole(text, { name: 'lead.list', input: whose(lead[1]) });
  const list = deals.exec(text);
  if (list) return whole(text, { name: 'deal.list', input: { ...whose(list[1]), ...(list[2] ? { stage: knownStage(list[2], context) ?? list[2] } : {}) } });
  const staged = stageDeals.exec(text);
  const stage = staged && knownStage(staged[2] as string, context);
  if (staged && stage) return whole(text, { name: 'deal.list', input: { ...whose(staged[1]), stage } });
  const asked = show.exec(text);
  const doing = asked ? null : how.exec(text);
  if (!asked && !doing) return null;
  if (asked && /^(?:an?\s|new\s)/i.test(asked[2] as string)) return null;
  const kind = /^lead/i.test(asked?.[1] ?? '') ? 'lead' : /^(?:customer|account)/i.test(asked?.[1] ?? '') ? 'customer' : 'deal';
  const ref = resolve(asked?.[2] ?? doing?.slice(1).find((said) => said !== undefined) ?? '', context, [kind]);
  const found = whole(text, { name: `${kind}.show`, input: ref === null ? {} : { [kind]: ref } }, asked ? 0.9 : 0.8);
  return ref === null ? { ...found, missing: [kind] } : found;
};

const snooze: Rule = (text, context) => {
  const match = /^(?:please\s)?(?:snooze|postpone|delay|defer|push back|remind me (?:later )?about)\s?(#?\d{1,15}|it|this)?\s*(?:to|until|till|for)?\s*(.{0,60})$/i.exec(text);
  if (!match) return null;
  const when = match[2] ? (readWhen(match[2], context) ?? readWhen(`in ${match[2]}`, context)) : null;
  if (match[2] && !when) return null;
  const input = when ? { until: toMoment(when, context.zone) } : {};
  const found = whole(text, { name: 'touch.snooze', input }, 0.95);
  if (!match[1] || !/\d/.test(match[1])) return { ...found, missing: ['touch'] };
  return { ...found, input: { touch: numbered(match[1]), ...input } };
};

const numbered = (ref: string) => (ref.startsWith('#') ? ref : `#${ref}`);

/** What English sentences mean, the surest wordings first. */
export const english: Rule[] = [
  says('help', /^(?:help|\?|what can you do|how does this work|how do i use (?:this|you)|commands|menu)[?!.]*$/i, () => ({})),
  says('help', /^help\s(?:me\s)?(?:with\s|on\s|about\s)?(?!answer|handle)(.{1,40})$/i, (m) => ({ topic: m[1] as string })),
  says('cancel', /^(?:cancel|never ?mind|nvm|forget it|stop|abort|drop it)[.!]?$/i, () => ({})),
  says('undo', /^(?:undo|revert|take (?:it|that) back|roll ?back)(?:\s(?:that|it|this|the last (?:one|change|command)|last(?: one| change| command)?|please))?[.!]?$/i, () => ({})),
  says('undo', /^(?:undo|revert)\s#?(\d{1,15})$/i, (m) => ({ command: Number(m[1]) })),
  says('digest.show', /^(?:(?:show|give|send|get)\s(?:me\s)?)?(?:the\s|my\s)?(?:today'?s\s|daily\s|team\s)*(?:digest|daily report|team report)(?:\splease)?[.!?]?$/i, () => ({})),
  says('plan.today', /^(?:who\s(?:should|do|shall|must|can)\si\s(?:need to\s|have to\s)?(?:follow[\s-]?up(?:\swith)?|call|contact|visit|see|reach out to)(?:\stoday|\snow|\sfirst)?|(?:show\s(?:me\s)?)?(?:my\s|the\s|today'?s\s)*(?:plan|to-?dos?|to-?do list|tasks|agenda|follow[\s-]?ups)(?:\s(?:for\s)?today)?|what(?:'s|\sis)\s(?:on\s)?(?:my\s|the\s)?(?:plan|agenda)?(?:\s?(?:for\s)?today)?|what\s(?:should|do)\si\s(?:have to\s)?do\stoday|today)[?.!]*$/i, () => ({})),
  says('people.list', /^(?:(?:show|list)\s(?:me\s)?)?(?:the\s|all\s)?(?:people|members|team members|users|who is on the team)\??$/i, () => ({})),
  says('join', /^(?:join|code|join code|my code is|register)[\s:]+([a-z0-9][a-z0-9-]{3,40})$/i, (m) => ({ code: (m[1] as string).toUpperCase() })),
  says('language', /^(?:please\s)?(?:speak|use|talk|switch to|change to|set language to|language|reply in|in)[\s:]+(chinese|english|mandarin|zh|en|中文|英文)(?:\splease)?[.!]?$/i, (m) => {
    const language = readLanguage(m[1] as string);
    return language && { language };
  }),
  says('people.map', /^(?:map|link|connect)\s(.{1,60}?)\s(?:to|with)\s(slack|dingtalk|local)\s(?:id\s|user\s|account\s)?(\S{1,100})$/i, (m) => ({ person: m[1] as string, platform: (m[2] as string).toLowerCase() as 'slack', id: m[3] as string })),
  says('people.invite', /^(?:please\s)?invite\s(.{1,60}?)(?:\s(?:as|to join as)\s(?:an?\s|the\s)?(.{1,30}?))?(?:\s(?:in|to|into|on|for)\s(?:the\s)?(?:team\s)?(.{1,60}?)(?:\steam)?)?(?:[,\s]+(?:speaks?|language|in)\s(chinese|english))?$/i, (m) => {
    const role = m[2] ? readRole(m[2]) : null;
    if (m[2] && !role) return null;
    const language = m[4] ? readLanguage(m[4]) : null;
    return { name: m[1] as string, ...(role ? { role } : {}), ...(m[3] ? { team: m[3] } : {}), ...(language ? { language } : {}) };
  }),
  says('people.change', /^(?:please\s)?(?:make|set|promote|change|turn)\s(.{1,60}?)\s(?:(?:to|as|into|role to|'s role to)\s)?(?:an?\s|the\s)?(rep|sales rep|salesperson|manager|sales manager|admin|administrator)$/i, (m) => {
    const role = readRole(m[2] as string);
    return role && { person: (m[1] as string).replace(/(?:'s)?\srole$/i, ''), role };
  }),
  says('people.change', /^(?:set\s)?(.{1,60}?)(?:'s)?\s(?:language|speaks)\s?(?:to|is|:)?\s?(chinese|english|zh|en)$/i, (m) => {
    const language = readLanguage(m[2] as string);
    return language && { person: m[1] as string, language };
  }),
  says('people.change', /^(?:move|put|assign|transfer)\s(.{1,60}?)\s(?:to|in|into)\s(?:the\s)?(?:team\s(.{1,60})|(.{1,60}?)\steam)$/i, (m) => ({ person: m[1] as string, team: (m[2] ?? m[3]) as string })),
  says('people.change', /^(deactivate|disable|activate|enable|reactivate)\s(.{1,60})$/i, (m) => ({ person: m[2] as string, active: /^(?:a|e|r)/i.test(m[1] as string) })),
  says('touch.done', /^(?:done|finish(?:ed)?|complete[d]?|mark)\s(?:with\s)?(#?\d{1,15})(?:\s(?:as\s)?(?:done|complete[d]?))?[.!]?$/i, (m) => ({ touch: numbered(m[1] as string) })),
  says('touch.done', /^(#\d{1,15})\s(?:is\s)?(?:done|finished|completed?)[.!]?$/i, (m) => ({ touch: m[1] as string })),
  snooze,
  talk,
  see,
  lead,
  ...englishDeals,
  englishActivity,
];

export { describe };
