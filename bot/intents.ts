import { z } from 'zod';

/** A person's words are at most this long (characters) before they are refused kindly. */
export const longestText = 4000;

const short = z.string().trim().min(1).max(200);
const long = z.string().trim().min(1).max(2000);
/** What a person called a record: a name, part of one, or `#` + its number. */
const ref = short;
const day = z.iso.date();
const moment = z.iso.datetime({ offset: true });

/** An amount of money: a number of whole units (cents after the point) and an ISO 4217 code; without one, the team's currency. */
export const money = z.strictObject({
  amount: z.number(),
  currency: z.string().length(3).optional(),
  about: z.boolean().optional(),
});
export type Money = z.infer<typeof money>;

export const channels = ['call', 'visit', 'wechat', 'email', 'message', 'meeting', 'demo', 'other'] as const;
export const outcomes = ['reached', 'silent', 'positive', 'negative'] as const;
export const roles = ['rep', 'manager', 'admin'] as const;
export const languages = ['zh', 'en'] as const;
export const platforms = ['slack', 'dingtalk', 'local'] as const;

const lead = {
  name: short.optional(),
  title: short.optional(),
  company: short.optional(),
  phone: short.optional(),
  email: short.optional(),
  wechat: short.optional(),
  industry: short.optional(),
  city: short.optional(),
  headcount: z.number().int().optional(),
  budget: money.optional(),
  pain: long.optional(),
  channel: short.optional(),
  source: short.optional(),
  campaign: short.optional(),
  note: long.optional(),
};

/** Values of the playbook's fields, by key; what each must look like is the playbook's to say. */
const facts = z.record(z.string(), z.union([z.string().max(2000), z.number(), z.boolean(), money]));

/** Everything one can ask: name → what it takes. A sentence, a command, a button, a form and the API all say these. */
export const intents = {
  'lead.create': z.strictObject({ ...lead, anyway: z.boolean().optional() }),
  'lead.form': z.strictObject(lead),
  'lead.list': z.strictObject({
    whose: z.enum(['mine', 'team', 'all']).optional(),
    after: z.string().max(100).optional(),
  }),
  'lead.show': z.strictObject({ lead: ref }),
  'deal.open': z.strictObject({
    lead: ref.optional(),
    customer: ref.optional(),
    title: short.optional(),
    amount: money.optional(),
    closeOn: day.optional(),
  }),
  'deal.form': z.strictObject({ lead: ref.optional(), customer: ref.optional() }),
  'deal.list': z.strictObject({
    whose: z.enum(['mine', 'team', 'all']).optional(),
    stage: short.optional(),
    after: z.string().max(100).optional(),
  }),
  'deal.show': z.strictObject({ deal: ref }),
  'deal.move': z.strictObject({
    deal: ref,
    stage: short,
    facts: facts.optional(),
    version: z.number().int().optional(),
  }),
  'deal.update': z.strictObject({
    deal: ref,
    amount: money.optional(),
    closeOn: day.optional(),
    nextStep: short.optional(),
    nextAt: moment.optional(),
    facts: facts.optional(),
  }),
  'customer.show': z.strictObject({ customer: ref }),
  'activity.log': z.strictObject({
    who: ref,
    contact: short.optional(),
    channel: z.enum(channels),
    outcome: z.enum(outcomes).optional(),
    objection: short.optional(),
    note: long.optional(),
    next: z.strictObject({ what: short, at: moment }).optional(),
  }),
  'plan.today': z.strictObject({}),
  'touch.done': z.strictObject({ touch: ref }),
  'touch.snooze': z.strictObject({ touch: ref, until: moment.optional() }),
  'talk.find': z.strictObject({ objection: short, deal: ref.optional() }),
  'digest.show': z.strictObject({}),
  undo: z.strictObject({ command: z.number().int().optional() }),
  cancel: z.strictObject({}),
  join: z.strictObject({ code: short }),
  'people.list': z.strictObject({}),
  'people.invite': z.strictObject({
    name: short,
    role: z.enum(roles).optional(),
    team: short.optional(),
    language: z.enum(languages).optional(),
  }),
  'people.change': z.strictObject({
    person: ref,
    role: z.enum(roles).optional(),
    team: short.optional(),
    language: z.enum(languages).optional(),
    active: z.boolean().optional(),
  }),
  'people.map': z.strictObject({ person: ref, platform: z.enum(platforms), id: short }),
  language: z.strictObject({ language: z.enum(languages) }),
  help: z.strictObject({ topic: short.optional() }),
  unknown: z.strictObject({ text: z.string().max(longestText) }),
} as const;

export type IntentName = keyof typeof intents;
export type Input<N extends IntentName> = z.infer<(typeof intents)[N]>;
export type Intent = { [N in IntentName]: { name: N; input: Input<N> } }[IntentName];

/** Reads an intent that came from outside (a button's value, a form, the API). Returns null when it is not one of ours. */
export function readIntent(value: unknown): Intent | null {
  const shape = z.object({ name: z.string(), input: z.record(z.string(), z.unknown()).default({}) }).safeParse(value);
  if (!shape.success || !Object.hasOwn(intents, shape.data.name)) return null;
  const name = shape.data.name as IntentName;
  const input = intents[name].safeParse(shape.data.input);
  return input.success ? ({ name, input: input.data } as Intent) : null;
}
