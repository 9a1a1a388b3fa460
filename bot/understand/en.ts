import type { Rule } from './context.ts';
import { readWhen, toMoment } from './dates.ts';
import { englishDeals } from './en-deals.ts';
import { englishShow } from './en-show.ts';
import { englishTalk } from './en-talk.ts';
import { readLead } from './lead.ts';
import { planFor, splitPlan } from './lead-plan.ts';
import { readLanguage, readRole, says, whole } from './shared.ts';

const leadVerb =
  /^(?:please\s)?(?:(?:new|add|create|log|record|enter|got)\s(?:an?\s)?(?:new\s)?(?:lead|prospect)|lead(?=\s?:|\s*\n))(?!s|\s#|\slist|\sform)[\s:,;-]*/i;

/** Add Ines Moreau, buyer at Petit Pain, as a lead. */
const asLead =
  /^(?:please\s)?(?:add|create|log|enter|put|save)\s(?=.{4,300}\sas an?\s(?:new\s)?(?:lead|prospect)[.!]?$)/i;
const asLeadEnd = /[\s,]{1,2}(?:in\s|down\s)?as an?\s(?:new\s)?(?:lead|prospect)[.!]?$/i;

const lead: Rule = (text, context) => {
  const match = leadVerb.exec(text) ?? asLead.exec(text);
  if (!match) return null;
  // "a new lead from the webinar: Ann Lee": where from is one of its parts.
  const rest = text
    .slice(match[0].length)
    .replace(asLeadEnd, '')
    .trim()
    .replace(/^(from\s[^:,.\n]{1,40})[:.]/i, '$1,');
  const span = { from: 0, to: match[0].length };
  if (rest === '') return { name: 'lead.form', input: {}, confidence: 0.95, leftover: '', ...span };
  const { card, plan } = splitPlan(rest, context);
  const input = readLead(card, context);
  return { name: 'lead.create', input, confidence: 0.95, leftover: '', ...span, ...planFor(plan, input) };
};

const snooze: Rule = (text, context) => {
  const match =
    /^(?:please\s)?(?:snooze|postpone|delay|defer|push(?: back)?(?=\s#\d)|move(?=\s#\d)|reschedule|bump(?=\s#\d)|remind me (?:later )?about)\s?(#?\d{1,15}|it|this)?\s*(?:to|until|till|for|by)?\s*(.{0,60})$/i.exec(
      text,
    );
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
  says(
    'help',
    /^(?:help|\?|what can you do|how does this work|how do i use (?:this|you)|commands|menu)[?!.]*$/i,
    () => ({}),
  ),
  says('help', /^help\s(?:me\s)?(?:with\s|on\s|about\s)?(?!answer|handle)(.{1,40})$/i, (m) => ({
    topic: m[1] as string,
  })),
  says('cancel', /^(?:cancel|never ?mind|nvm|forget it|stop|abort|drop it)[.!]?$/i, () => ({})),
  says(
    'undo',
    /^(?:undo|revert|scratch that|take (?:it|that) back|roll ?back)(?:\s(?:that|it|this|the last (?:one|change|command|entry)|my last (?:one|change|entry|message)|last(?: one| change| command)?|please))?[.!]?$/i,
    () => ({}),
  ),
  says('undo', /^(?:undo|revert)\s#?(\d{1,15})$/i, (m) => ({ command: Number(m[1]) })),
  says(
    'digest.show',
    /^(?:(?:show|give|send|get)\s(?:me\s)?)?(?:the\s|my\s)?(?:today'?s\s|daily\s|team\s){0,10}(?:digest|daily report|team report)(?:\splease)?[.!?]?$/i,
    () => ({}),
  ),
  says(
    'plan.today',
    /^(?:who\s(?:should|do|shall|must|can)\si\s(?:need to\s|have to\s)?(?:follow[\s-]?up(?:\swith)?|call|contact|visit|see|reach out to)(?:\stoday|\snow|\sfirst)?|(?:show\s(?:me\s)?)?(?:my\s|the\s|today'?s\s){0,10}(?:plan|to-?dos?|to-?do list|tasks|agenda|follow[\s-]?ups)(?:\s(?:for\s)?today)?|what(?:'s|\sis)\s(?:on\s)?(?:my\s|the\s)?(?:plan|agenda)?(?:\s?(?:for\s)?today)?|what\s(?:should|do)\si\s(?:have to\s)?do\stoday|today)[?.!]*$/i,
    () => ({}),
  ),
  says(
    'people.list',
    /^(?:(?:show|list)\s(?:me\s)?)?(?:the\s|all\s)?(?:people|members|team members|users|who is on the team)\??$/i,
    () => ({}),
  ),
  says('join', /^(?:join|code|join code|my code is|register)[\s:]+([a-z0-9][a-z0-9-]{3,40})$/i, (m) => ({
    code: (m[1] as string).toUpperCase(),
  })),
  says(
    'language',
    /^(?:please\s)?(?:speak|use|talk|switch to|change to|set language to|language|reply in|in)[\s:]+(chinese|english|mandarin|zh|en|中文|英文)(?:\splease)?[.!]?$/i,
    (m) => {
      const language = readLanguage(m[1] as string);
      return language && { language };
    },
  ),
  says(
    'people.map',
    /^(?:map|link|connect)\s(.{1,60}?)\s(?:to|with)\s(slack|dingtalk|local)\s(?:id\s|user\s|account\s)?(\S{1,100})$/i,
    (m) => ({ person: m[1] as string, platform: (m[2] as string).toLowerCase() as 'slack', id: m[3] as string }),
  ),
  says(
    'people.invite',
    /^(?:please\s)?invite\s(.{1,60}?)(?:\s(?:as|to join as)\s(?:an?\s|the\s)?(.{1,30}?))?(?:\s(?:in|to|into|on|for)\s(?:the\s)?(?:team\s)?(.{1,60}?)(?:\steam)?)?(?:[,\s]+(?:speaks?|language|in)\s(chinese|english))?$/i,
    (m) => {
      const role = m[2] ? readRole(m[2]) : null;
      if (m[2] && !role) return null;
      const language = m[4] ? readLanguage(m[4]) : null;
      return {
        name: m[1] as string,
        ...(role ? { role } : {}),
        ...(m[3] ? { team: m[3] } : {}),
        ...(language ? { language } : {}),
      };
    },
  ),
  says(
    'people.change',
    /^(?:please\s)?(?:make|set|promote|change|turn)\s(.{1,60}?)\s(?:(?:to|as|into|role to|'s role to)\s)?(?:an?\s|the\s)?(rep|sales rep|salesperson|manager|sales manager|admin|administrator)$/i,
    (m) => {
      const role = readRole(m[2] as string);
      return role && { person: (m[1] as string).replace(/(?:'s)?\srole$/i, ''), role };
    },
  ),
  says(
    'people.change',
    /^(?:set\s)?(.{1,60}?)(?:'s)?\s(?:language|speaks)\s?(?:to|is|:)?\s?(chinese|english|zh|en)$/i,
    (m) => {
      const language = readLanguage(m[2] as string);
      return language && { person: m[1] as string, language };
    },
  ),
  says(
    'people.change',
    /^(?:move|put|assign|transfer)\s(.{1,60}?)\s(?:to|in|into)\s(?:the\s)?(?:team\s(.{1,60})|(.{1,60}?)\steam)$/i,
    (m) => ({ person: m[1] as string, team: (m[2] ?? m[3]) as string }),
  ),
  says('people.change', /^(deactivate|disable|activate|enable|reactivate)\s(.{1,60})$/i, (m) => ({
    person: m[2] as string,
    active: /^(?:a|e|r)/i.test(m[1] as string),
  })),
  says(
    'touch.done',
    /^(?:done|tick off|check off|finish(?:ed)?|complete[d]?|mark)\s(?:with\s)?(#?\d{1,15})(?:\s(?:as\s)?(?:done|complete[d]?))?[.!]?$/i,
    (m) => ({ touch: numbered(m[1] as string) }),
  ),
  says('touch.done', /^(#\d{1,15})\s(?:is\s)?(?:done|finished|completed?)[.!]?$/i, (m) => ({ touch: m[1] as string })),
  snooze,
  englishTalk,
  englishShow,
  lead,
  ...englishDeals,
];
