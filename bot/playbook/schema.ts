import { z } from 'zod';

/** The ways of contact a step may name: the same list as `channels` of bot/intents.ts (a test compares them). */
export const touchChannels = ['call', 'visit', 'wechat', 'email', 'message', 'meeting', 'demo', 'other'] as const;
/** What a touch came to: the same list as `outcomes` of bot/intents.ts (a test compares them). */
export const touchOutcomes = ['reached', 'silent', 'positive', 'negative'] as const;
/** Fields that live on the deal itself and not among its facts. */
export const dealFields = ['amount', 'close_on', 'next_step'] as const;

const key = z.string().regex(/^[a-z][a-z0-9_]{0,39}$/);
/** Tiers are called A, B, C by most teams. */
const tierKey = z.string().regex(/^[A-Za-z][A-Za-z0-9_]{0,39}$/);
const wallTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const sentence = z.string().trim().min(1).max(1000);
/** Fits into what is to be done at a touch. */
const short = z.string().trim().min(1).max(200);
const text = z.strictObject({ zh: sentence, en: sentence });
const words = z.array(z.string().trim().min(1).max(60)).default([]);
const named = { key, name: text, words };
const thing = z.strictObject(named);
const channel = z.enum(touchChannels);
const outcome = z.enum(touchOutcomes);

const role = z.enum(['rep', 'manager', 'admin']);
/** Past a stage on the way: one at a time, only when all it asks for is known, or also when it is not. */
const skip = z.enum(['never', 'known', 'free']);
/** To an earlier stage: not at all, with a reason, or just so. */
const back = z.enum(['never', 'reason', 'free']);

const moves = z.strictObject({
  skip: z
    .strictObject({ rep: skip.default('known'), manager: skip.default('free'), admin: skip.default('free') })
    .prefault({}),
  back: z
    .strictObject({ rep: back.default('free'), manager: back.default('free'), admin: back.default('free') })
    .prefault({}),
});
/** What one stage has otherwise than its pipeline: who may pass over it, and who may go back out of it. */
const stageMoves = z.strictObject({
  skip: z.partialRecord(role, skip).optional(),
  back: z.partialRecord(role, back).optional(),
});

/** An open question that is to be answered before a deal leaves a stage; the answer is a fact of the deal. */
const question = z.strictObject({ ...named, ask: text });

/** A task that whoever enters a stage gets along with it. */
const stageTask = z.strictObject({
  key,
  what: text,
  /** Due at the beginning of so many working days on. */
  workingDays: z.number().int().min(0).max(250),
  /** Whose task it is: without one, the deal's owner; else the nearest such person, or the owner when there is none. */
  role: role.optional(),
});

const stage = z.strictObject({
  ...named,
  /** Whose stage it is: who sees to it that deals move on. */
  owner: role.optional(),
  /** Days a deal may stay before it counts as stuck; null where it may stay for ever. */
  dueDays: z.number().int().min(1).max(3650).nullable(),
  /** Keys of the fields that must be known to leave this stage forwards. */
  needs: z.array(key).default([]),
  /** Open questions that must be answered to leave it forwards: once read they are fields, and their keys among `needs`. */
  questions: z.array(question).default([]),
  /** Keys of the fields that must be known to enter it. */
  enterNeeds: z.array(key).default([]),
  /** What there is to do once a deal enters it; of a won stage this is where after-sales begins. */
  tasks: z.array(stageTask).default([]),
  moves: stageMoves.optional(),
  /** Price must have been talked about once a deal is here. */
  priceTalk: z.boolean().optional(),
  outcome: z.enum(['won', 'lost']).optional(),
  /** How likely a deal here is won, as long as too few have closed to tell. */
  odds: z.number().min(0).max(1).optional(),
});

const option = z.strictObject({
  ...named,
  /** Of a reason for a loss: after so many days it is worth asking again. */
  wakeDays: z.number().int().min(1).max(3650).optional(),
  /** What there is to do then. */
  wakeWhat: text.default({ zh: '回访：看看情况变了没有', en: 'Check back: has anything changed?' }),
});

const field = z.strictObject({
  ...named,
  ask: text,
  type: z.enum(['text', 'number', 'money', 'date', 'person', 'choice', 'yesno']),
  options: z.array(option).min(2).optional(),
  /** What words become that are none of the options: this option, and the words themselves in this other field. */
  otherwise: z.strictObject({ option: key, words: key }).optional(),
});

const talkTrack = z.strictObject({
  key,
  objection: key,
  stages: z.array(key).min(1).optional(),
  tiers: z.array(tierKey).min(1).optional(),
  title: text,
  open: text,
  questions: z.strictObject({ zh: z.array(sentence).min(1), en: z.array(sentence).min(1) }),
  give: text.optional(),
  avoid: text.optional(),
});

/** What is known of a rival: said honestly, with what to ask instead of running them down. */
const battleCard = z.strictObject({
  ...named,
  strong: text,
  weak: text,
  ask: text,
});

/** At most so many touches of one customer, by anybody of us, within so many working days. */
const cap = z.strictObject({
  touches: z.number().int().min(1).max(50),
  workingDays: z.number().int().min(1).max(30),
});

const step = z.strictObject({
  key,
  /** The last outcome it answers; a step without one answers any. */
  on: outcome.optional(),
  /** Not sooner and not later than so many working days on. */
  workingDays: z.tuple([z.number().int().min(0).max(250), z.number().int().min(0).max(250)]),
  channel,
  what: text,
  /** The cap after which this step waits, in the place of the cadence's. */
  cap: cap.optional(),
});

const cadence = z.strictObject({
  key,
  for: z.strictObject({
    kind: z.enum(['lead', 'deal']),
    tiers: z.array(tierKey).min(1).optional(),
    stages: z.array(key).min(1).optional(),
  }),
  first: step,
  // biome-ignore lint/suspicious/noThenProperty: the playbook's word; a cadence is never awaited
  then: z.array(step).min(1),
  /** After so many unanswered touches in a row, another channel. */
  silentLimit: z.number().int().min(1).max(20),
  /** The channels to go through, in this order, when one stays unanswered. */
  switchTo: z.array(channel).min(1),
  cap: cap.optional(),
});

const rule = z.strictObject({
  key,
  axis: z.enum(['industry', 'size', 'pain', 'budget', 'intent']),
  /** All that is given must hold; a rule with nothing given holds for nobody. */
  when: z.strictObject({
    industries: z.array(key).min(1).optional(),
    headcountFrom: z.number().int().min(1).optional(),
    /** In the team's currency. */
    budgetFrom: z.number().min(0).optional(),
    painGiven: z.literal(true).optional(),
    /** Any of them stands in the pain or the note. */
    words: z.array(sentence).min(1).optional(),
    channels: z.array(key).min(1).optional(),
    /** Whether a phone number or an address is known. */
    reachable: z.boolean().optional(),
    outcomes: z.array(outcome).min(1).optional(),
  }),
  points: z.number().int().min(-100).max(100),
  reason: text,
});

const rubric = z.strictObject({
  /** Of each axis the first rule that holds counts. */
  rules: z.array(rule).min(1),
  /** Points from which a lead has the grade; less than C is D. */
  thresholds: z.strictObject({ A: z.number(), B: z.number(), C: z.number() }),
});

const tier = z.strictObject({
  ...named,
  key: tierKey,
  touchEveryDays: z.number().int().min(1).max(3650),
  /** Working hours in which a message of such a customer is answered. */
  responseHours: z.number().min(0.25).max(1000),
});

/** Hours late up to which a message is still sent; null: however late, once. */
const lateness = z.number().min(0).nullable();

const reminders = z.strictObject({
  morningPlan: wallTime,
  digest: wallTime,
  /** Minutes before a touch is due. */
  dueBefore: z.number().int().min(0).max(1440),
  /** Hours after it was due and not done. */
  overdueAfter: z.number().min(0).max(720),
  lateness: z.strictObject({
    plan: lateness,
    'due-before': lateness,
    due: lateness,
    overdue: lateness,
    revisit: lateness,
    repurchase: lateness,
    digest: lateness,
    /** Playbooks from before there was a monthly review leave it out. */
    review: lateness.default(48),
    alert: lateness.default(8),
    'alert-late': lateness.default(8),
  }),
});

const share = z.number().min(0).max(1);

const discounts = z.strictObject({
  /** What each may take off a price without asking, 0–1. */
  limits: z
    .strictObject({ rep: share.default(0.05), manager: share.default(0.15), admin: share.default(1) })
    .prefault({}),
  /** Hours in which more than that is approved or lapses. */
  approvalHours: z.number().min(0.25).max(720).default(48),
});

const count = z.number().int().min(1).max(365);

/** When a deal counts as in danger, and who hears it when. */
const alerts = z.strictObject({
  /** Wall time at which whoever has the deal hears it. */
  at: wallTime.default('10:00'),
  /** So many deals a person hears of in a day, the largest first. */
  perDay: z.number().int().min(0).max(50).default(5),
  /** The same deal again after so many days. */
  againDays: count.default(7),
  /** The manager hears it when nothing was done within so many working days. */
  managerAfter: z.number().int().min(1).max(60).default(3),
  /** "Not now" is so many days. */
  snoozeDays: count.default(7),
  enough: count.default(5),
  lookBack: count.default(30),
  slipDays: count.default(7),
  cut: share.default(0.2),
  silentDays: count.default(14),
  settledDays: count.default(14),
  /** Objections that are talk of price. */
  priceObjections: z.array(key).default([]),
});

const pipeline = z.strictObject({
  ...named,
  /** The deals that go through it unless it is said otherwise: all that is given must hold. Without it, those of no other. */
  for: z
    .strictObject({
      tiers: z.array(tierKey).min(1).optional(),
      industries: z.array(key).min(1).optional(),
      channels: z.array(key).min(1).optional(),
    })
    .optional(),
  moves: moves.prefault({}),
  stages: z.array(stage).min(2),
});

/** A team's process as data. What zod cannot say (keys that must exist elsewhere) is checked in check.ts. */
export const playbookSchema = z.strictObject({
  currency: z.string().regex(/^[A-Z]{3}$/),
  /** About how many units of the team's currency one unit of another is worth: to grade and to sort, never to show. */
  rates: z.record(z.string().regex(/^[A-Z]{3}$/), z.number().positive()).default({}),
  pipelines: z.array(pipeline).min(1),
  /** Stages there were once: what they were called, for what is told of the past. */
  formerStages: z.array(thing).default([]),
  fields: z.array(field),
  industries: z.array(thing),
  channels: z.array(thing),
  objections: z.array(thing),
  talkTracks: z.array(talkTrack),
  battleCards: z.array(battleCard).default([]),
  cadences: z.array(cadence).min(1),
  /** What one may bring a customer who does not answer: something of use to them that asks for nothing. */
  valueTouches: z.array(z.strictObject({ zh: short, en: short })).optional(),
  grades: rubric,
  tiers: z.array(tier).min(1),
  discounts: discounts.prefault({}),
  alerts: alerts.prefault({}),
  reminders,
});

export type Playbook = z.infer<typeof playbookSchema>;
export type Pipeline = Playbook['pipelines'][number];
export type Role = z.infer<typeof role>;
export type Stage = Pipeline['stages'][number];
export type Field = Playbook['fields'][number];
export type StageTask = z.infer<typeof stageTask>;
export type Named = z.infer<typeof thing>;
export type Text = z.infer<typeof text>;
export type TalkTrack = z.infer<typeof talkTrack>;
export type BattleCard = z.infer<typeof battleCard>;
export type Cadence = z.infer<typeof cadence>;
export type Tier = z.infer<typeof tier>;
