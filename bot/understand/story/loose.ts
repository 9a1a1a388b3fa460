import type { Context, Found, Rule } from '../context.ts';
import { about } from '../deal.ts';
import { leftovers } from '../normalize.ts';
import { readPlan } from '../plans.ts';
import { cleanRef, isPronoun } from '../refs.ts';
import { longestCommand } from '../shared.ts';
import { readChanges, wishesOff } from './changes.ts';
import { nameOf } from './names.ts';
import { readProfile } from './profile.ts';
import { remarkOnTalk } from './remark-on-talk.ts';
import { readTouch } from './touch.ts';
import { findWays } from './ways.ts';

const han = /\p{Script=Han}/u;
/** Who says it, when it is the customer: what they say of their budget is theirs to know. */
export const teller =
  /^[\s,]*(?:(?:客户|对方|他们?|她们?|人家|那边|甲方|[\p{Script=Han}]{0,6}?(?:总|工|经理|主任|老师|姐|哥|总监|科长|处长)(?:那边)?|[\p{Script=Han}]{2,6}那边)(?:也|又|刚才?|今天|现在)?(?:跟我|和我|给我|告诉我|明确|直接)?(?:说|讲|觉得|认为|表示|反馈|透露|提到|回复说?|问|嫌|抱怨|要求|希望|想)|(?:they|he|she|(?:the )?(?:client|customer|buyer)|[a-z][a-z'.-]{1,20})\s(?:said|says|say|thinks?|mentioned|told (?:me|us)|confirmed|complained|feels?|wants?|reckons?)(?:\s(?:that|about))?)[\s,:]*/iu;

/** 预算砍到60万, 恒通七成把握, Northwind now 95k: a change told in passing. */
export const looseChange: Rule = (text, context) => {
  if (text.length > longestCommand / 2) return null;
  const told = teller.exec(text)?.[0] ?? '';
  const body = text.slice(told.length);
  const read = readChanges(body, context);
  if (!read || (read.changes.discount !== undefined && wishesOff(text))) return null;
  const name = read.head
    .replace(
      /(?:那?单子?|这单|那单|项目|的|,|:|\s|现在|目前|应该|可能|大概|估计|已经|能|会|要|给|给他们?|申请|报|打|有|还有|差不多|到|到了|做到|(?<![a-z])(?:around|roughly|to|push|move|delay|postpone|the discount|discount|deal size|那个opp的?|bump|raise|raised|knocked|took|take|set|make|it|up|is|are|now|at|about|with|has|have|a|an|we(?:'re)?|i(?:'m)?|should|will|they|approved|deal|the)){1,10}$/i,
      '',
    )
    .trim();
  const ownDoing =
    /^(?:我们?|咱们?|当场|答应|就|先|给|了|他们?|她|客户|申请|打|报|让|谈|要|又|再|还|也|只|就|已经|同意|最多|\s){1,10}$/.test(
      name,
    );
  const subject =
    name === '' || ownDoing || nameOf(name, context) === '' || isPronoun(cleanRef(name)) || isCustomer(name)
      ? ''
      : name;
  if (subject !== '' && nameOf(subject, context) === null) return null;
  const rest = leftovers(
    read.leftover
      // 10% off for the volume commit: what a discount is given for changes nothing of it.
      .replace(read.changes.discount === undefined ? /$^/ : /(?:^|\s)for\s[\w\s-]{2,40}$/i, ' ')
      .replace(
        /的|了|吧|左右|差不多|大概|应该|能|可以|给|打|他们?|客户|现在|目前|price|deal|about|of|a|the|it|now|there'?s|to|on|we|is|at/gi,
        ' ',
      ),
  );
  if (rest.length > 6) return null;
  const person = teller.exec(text)?.[0];
  const of = person ? personOf(person, context) : '';
  const who = subject === '' && of !== '' && (resolvesToNobody(context) || !han.test(of)) ? of : subject;
  return about(
    {
      name: 'deal.update',
      input: { ...read.changes },
      confidence: rest === '' ? 0.85 : 0.7,
      leftover: '',
      from: 0,
      to: 0,
    },
    'deal',
    who,
    context,
  );
};

const isCustomer = (said: string) =>
  /^(?:客户|对方|他们|他|她|人家|那边|甲方|the (?:client|customer)|client|customer|they|he|she)$/i.test(said.trim());
const resolvesToNobody = (context: Context) => !context.about?.deal && !context.about?.customer && !context.about?.lead;
const personOf = (told: string, context: Context) => {
  const known = context.names?.find(told)[0];
  // Foxglove wants to push: the customer itself tells it.
  if (!han.test(told) && known?.start === 0 && known.kind !== 'person') return told.slice(0, known.end);
  const name = told
    .replace(
      /(?:也|又|刚才?|今天|现在)?(?:跟我|和我|给我|告诉我|明确|直接)?(?:说|讲|觉得|认为|表示|反馈|透露|提到|回复说?|问|嫌|抱怨|要求|希望|想)[\s,:]*$/,
      '',
    )
    .replace(/那边$/, '')
    .trim();
  return isCustomer(name) || !han.test(name) ? '' : name;
};

/** A touch that took place. */
export const touch: Rule = (text, context) => readTouch(text, context, { past: context.past === true });

const plan: Rule = (text, context): Found | null => readPlan(text, context);

/** With a word for that it is done it is a touch, whatever else the clause tells. */
const touchSurely: Rule = (text, context) => {
  const found = touch(text, context);
  return found && found.confidence >= 0.9 ? found : null;
};

/** Sat down with Jeff in finance tells of a department, and of no industry. */
const ofPerson: Rule = (text, context) =>
  /\bwith\s[^,;.]{2,40}\sin\s/i.test(text) && findWays(text).some(({ done }) => done)
    ? null
    : readProfile(text, context);

/** What is tried when no command's own wording fits, the surest first. */
export const loose: Rule[] = [ofPerson, touchSurely, looseChange, plan, touch, remarkOnTalk];
