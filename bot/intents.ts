import { z } from 'zod';

/** A person's words are at most this long (characters) before they are refused kindly. */
export const longestText = 4000;

const short = z.string().trim().min(1).max(200);
const long = z.string().trim().min(1).max(2000);
/** What a person called a record: a name, part of one, or `#` + its number. */
const ref = short;
/** A record's number, as the database counts them. */
const id = z.number().int().positive().max(2_147_483_647);
/** Where a list goes on: the number of the last record shown, after its grade. */
const after = z
  .string()
  .max(100)
  .refine((at) => id.safeParse(Number(at.slice(at.lastIndexOf(':') + 1))).success);
const day = z.iso.date();
const moment = z.iso.datetime({ offset: true });

/** An amount of money: a number of whole units (cents after the point) and an ISO 4217 code; without one, the team's currency. */
export const money = z.strictObject({
  amount: z.number(),
  currency: z.string().length(3).optional(),
  about: z.boolean().optional(),
});
export type Money = z.infer<typeof money>;

/** A share of a whole: 0.7 is seven in ten. */
const fraction = z.number().min(0).max(1);

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

/** Yes to what a preview showed; `seen` marks what that was. */
const previewed = { sure: z.boolean().optional(), seen: short.optional() };

/** One of several: an intent again, checked as such when it is read. */
const part = z.object({ name: z.string(), input: z.record(z.string(), z.unknown()) });

/** Everything one can ask: name → what it takes. A sentence, a command, a button, a form and the API all say these. */
export const intents = {
  'lead.create': z.strictObject({ ...lead, anyway: z.boolean().optional() }),
  'lead.form': z.strictObject(lead),
  'lead.list': z.strictObject({
    whose: z.enum(['mine', 'team', 'all']).optional(),
    after: after.optional(),
  }),
  'lead.show': z.strictObject({ lead: ref }),
  /** Back to the pool: those named, or one's own that were silent so many days. Previewed, then confirmed with `sure`. */
  'lead.recycle': z.strictObject({
    leads: z.array(ref).min(1).max(200).optional(),
    silentDays: z.number().int().min(1).max(3650).optional(),
    ...previewed,
  }),
  'lead.claim': z.strictObject({ lead: ref }),
  /** Invalid: a wrong number, a rival who asks, nobody who could buy. */
  'lead.reject': z.strictObject({ lead: ref, reason: short.optional() }),
  'lead.merge': z.strictObject({ keep: ref, drop: ref, ...previewed }),
  /** A list of names with their phone numbers, out of the bot: previewed, then confirmed with `sure`. */
  'phones.export': z.strictObject({
    of: z.enum(['leads', 'customers']).optional(),
    whose: z.enum(['mine', 'team', 'all']).optional(),
    ...previewed,
  }),
  /** What became known about a lead, or about a customer and (with `contact`) somebody there. */
  'profile.update': z.strictObject({
    who: ref,
    contact: short.optional(),
    title: short.optional(),
    phone: short.optional(),
    email: short.optional(),
    wechat: short.optional(),
    industry: short.optional(),
    city: short.optional(),
    headcount: z.number().int().optional(),
    /** What a lead can spend; of a customer it is a deal's. */
    budget: money.optional(),
  }),
  'deal.open': z.strictObject({
    lead: ref.optional(),
    customer: ref.optional(),
    title: short.optional(),
    amount: money.optional(),
    closeOn: day.optional(),
    /** The way it is to go; without it, the one for such a customer. */
    pipeline: short.optional(),
  }),
  'deal.form': z.strictObject({ lead: ref.optional(), customer: ref.optional() }),
  'deal.list': z.strictObject({
    whose: z.enum(['mine', 'team', 'all']).optional(),
    stage: short.optional(),
    /** Of one colleague. */
    person: ref.optional(),
    /** Expected to close until then. */
    closeBy: day.optional(),
    /** Not touched for so many days. */
    silentDays: z.number().int().min(1).max(3650).optional(),
    after: after.optional(),
  }),
  'deal.show': z.strictObject({ deal: ref }),
  'deal.move': z.strictObject({
    deal: ref,
    stage: short,
    facts: facts.optional(),
    version: id.optional(),
    /** Why it goes back, or past the gate. */
    reason: short.optional(),
    /** Past the gate, for a manager with a reason. */
    anyway: z.literal(true).optional(),
  }),
  /** On to another pipeline, at the stage it has earned there. */
  'deal.pipeline': z.strictObject({ deal: ref, pipeline: short }),
  'deal.update': z.strictObject({
    deal: ref,
    amount: money.optional(),
    closeOn: day.optional(),
    /** How much later than expected until now it closes, as ISO 8601 says it: P2W, P1M. */
    closeLater: z
      .string()
      .regex(/^P[1-9]\d{0,2}[DWM]$/)
      .optional(),
    nextStep: short.optional(),
    nextAt: moment.optional(),
    /** How likely the rep thinks it is (七成把握 0.7). */
    odds: fraction.optional(),
    /** Off the list price (85折 and 15% off are 0.15). */
    discount: fraction.optional(),
    facts: facts.optional(),
  }),
  /** A deal (or customer) goes to a colleague; more than one deal is previewed first. */
  'deal.give': z.strictObject({ deal: ref, to: ref, ...previewed }),
  /** Left in peace until a day (a month, when none is said): no cadence and no alerts, one touch on waking up. */
  'deal.pause': z.strictObject({ deal: ref, until: day.optional() }),
  /** What a deal counts as in the forecast; with days, it closes within them, both inclusive. */
  'deal.forecast': z.strictObject({
    deal: ref,
    as: z.enum(['commit', 'best_case', 'pipeline', 'omitted']),
    from: day.optional(),
    to: day.optional(),
  }),
  /** How likely a deal is won, and why. */
  'deal.odds': z.strictObject({ deal: ref }),
  /** Which deals are in danger, or what is wrong with one. */
  'risk.list': z.strictObject({ deal: ref.optional(), whose: z.enum(['mine', 'team', 'all']).optional() }),
  /** What is suggested against a danger becomes something to do on the next working morning. */
  'risk.act': z.strictObject({
    deal: ref,
    act: z.enum(['promise', 'slipped', 'back', 'overdue', 'amount', 'silent', 'price', 'step', 'contact']),
  }),
  /** No alert about a deal before a day: in a week, when none is said. */
  'risk.snooze': z.strictObject({ deal: ref, until: day.optional() }),
  /** Who promised what: they (`them`), we (`us`), or both; of one deal, customer or lead, or of all one's own. */
  'promise.list': z.strictObject({ who: ref.optional(), side: z.enum(['us', 'them']).optional() }),
  /** They did not keep it. */
  'promise.broken': z.strictObject({ touch: ref }),
  /** What the next one must know: promises, the last touches, what it lacks. */
  'deal.handover': z.strictObject({ deal: ref }),
  /** The next version of a deal's quote: the amount before the discount, which is off it (0–1). */
  'quote.make': z.strictObject({
    deal: ref,
    amount: money.optional(),
    discount: fraction.optional(),
    validUntil: day.optional(),
    terms: long.optional(),
  }),
  'quote.list': z.strictObject({ deal: ref }),
  /** The customer said yes to it. */
  'quote.accept': z.strictObject({ deal: ref }),
  /** A discount somebody asked for, by the request's number or its deal; unnamed, the one that waits. `discount`: no more than that. */
  'approval.decide': z.strictObject({
    approval: ref.optional(),
    verdict: z.enum(['approve', 'reject', 'counter']),
    discount: fraction.optional(),
    reason: long.optional(),
  }),
  /** The asker takes what was offered instead, or needs no answer any more. */
  'approval.answer': z.strictObject({ approval: ref.optional(), verdict: z.enum(['take', 'withdraw']) }),
  /** What was learned from a deal that ended: why, against whom, and what one would do again or otherwise. */
  'deal.review': z.strictObject({
    deal: ref,
    reason: long.optional(),
    competitor: short.optional(),
    review: long.optional(),
  }),
  'customer.show': z.strictObject({ customer: ref }),
  'activity.log': z.strictObject({
    who: ref,
    contacts: z.array(short).min(1).max(10).optional(),
    /** `note`: nobody was touched, it is only to be kept. */
    channel: z.enum([...channels, 'note']),
    outcome: z.enum(outcomes).optional(),
    objection: short.optional(),
    note: long.optional(),
    /** When it was, if not just now. */
    at: moment.optional(),
  }),
  /** Something to do with somebody at a time: a task or an appointment of ours, or what they promised us. */
  'task.add': z.strictObject({
    who: ref.optional(),
    what: short,
    at: moment,
    kind: z.enum(['task', 'meeting']).optional(),
    side: z.enum(['us', 'them']).optional(),
  }),
  /** What is planned (with whom, on which day, of which kind) moves to another day, another hour, or both. */
  'task.move': z.strictObject({
    who: ref.optional(),
    what: short,
    on: day.optional(),
    day: day.optional(),
    time: z
      .string()
      .regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/)
      .optional(),
  }),
  'plan.today': z.strictObject({}),
  /** What one has planned from day to day, both inclusive. */
  'plan.agenda': z.strictObject({ from: day, to: day }),
  'touch.done': z.strictObject({ touch: ref }),
  'touch.snooze': z.strictObject({ touch: ref, until: moment.optional() }),
  /** What is planned, done another way: by another channel, with another contact (a name or `#` + number), or with one of the playbook's values. */
  'touch.change': z.strictObject({
    touch: ref,
    channel: z.enum(channels).optional(),
    contact: short.optional(),
    value: z.number().int().min(1).max(100).optional(),
  }),
  /** Away from day to day, both inclusive; `cover` stands in. */
  'leave.add': z.strictObject({
    person: ref.optional(),
    from: day,
    to: day,
    cover: ref.optional(),
    note: short.optional(),
  }),
  'leave.cancel': z.strictObject({ person: ref.optional() }),
  'leave.list': z.strictObject({}),
  'talk.find': z.strictObject({ objection: short, deal: ref.optional() }),
  /** A track was used in a deal; the key of the playbook's, or `#` + number of the team's own. */
  'talk.used': z.strictObject({ track: short, deal: ref }),
  /** Words of one's own for an objection; a manager's stand at once, a rep's when a manager says yes. */
  'talk.add': z.strictObject({ objection: short, words: long }),
  'talk.decide': z.strictObject({ track: ref, yes: z.boolean() }),
  'digest.show': z.strictObject({}),
  /** Where deals wait, loop and die, over so many months up to now. */
  'xray.show': z.strictObject({
    months: z.number().int().min(1).max(24).optional(),
    whose: z.enum(['mine', 'team', 'all']).optional(),
  }),
  /** The team's pipelines, or one of them. */
  'process.show': z.strictObject({ pipeline: short.optional() }),
  /** A change of the team's process: rehearsed, then confirmed with `sure`. `to`: where the deals of a stage that goes are to go. */
  'process.change': z.strictObject({
    do: z.enum(['add', 'rename', 'remove', 'require', 'release', 'days', 'owner', 'skip', 'back', 'pipeline']),
    pipeline: short.optional(),
    stage: short.optional(),
    after: short.optional(),
    name: short.optional(),
    field: short.optional(),
    question: short.optional(),
    days: z.number().int().min(1).max(3650).optional(),
    role: z.enum(roles).optional(),
    rule: z.enum(['never', 'known', 'reason', 'free']).optional(),
    to: short.optional(),
    ...previewed,
  }),
  /** What the month (or quarter) brings, or the one after it. */
  'forecast.show': z.strictObject({
    period: z.enum(['month', 'quarter']).optional(),
    ahead: z.literal(1).optional(),
    whose: z.enum(['mine', 'team', 'all']).optional(),
  }),
  /** `only`: just that field of what the command wrote (the objection of a visit). */
  undo: z.strictObject({ command: id.optional(), only: short.optional() }),
  /** What one sentence said of several records: done together, taken back together or one by one. */
  several: z.strictObject({ parts: z.array(part).min(2).max(12) }),
  /** In the place of an earlier command, these. */
  amend: z.strictObject({ command: id, parts: z.array(part).min(1).max(12) }),
  /** Yes to the question of that number. */
  confirm: z.strictObject({ question: id }),
  /** Never mind; with `question` only if that one is still open. */
  cancel: z.strictObject({ question: id.optional() }),
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
  if (!input.success) return null;
  if (name !== 'several' && name !== 'amend') return { name, input: input.data } as Intent;
  const parts = partsOf(input.data as Input<'several'>);
  return parts && ({ name, input: { ...input.data, parts } } as Intent);
}

/** What may not stand among several: they are of themselves, or about the talk and not about records. */
const alone = new Set(['several', 'amend', 'confirm', 'cancel', 'undo', 'unknown', 'join']);

/** The intents in a `several` or an `amend`; null when one of them is not fit to be there. */
export function partsOf(input: Pick<Input<'several'>, 'parts'>): Intent[] | null {
  const parts = input.parts.map((one) => (alone.has(one.name) ? null : readIntent(one)));
  return parts.every((one) => one !== null) ? parts : null;
}
