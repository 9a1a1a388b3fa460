import { dayOf, instantOf, wallTimeOf } from './wall-time.ts';
import { addWorkingDays, anHourIn, type Hours, workingDaysBack, yearKnown } from './working-days.ts';

/** At most so many touches of one customer within so many working days. */
export interface Cap {
  touches: number;
  workingDays: number;
}

interface Step<What, Channel extends string> {
  key: string;
  on?: string | undefined;
  workingDays: [number, number];
  channel: Channel;
  what: What;
  /** Its own, in the place of the cadence's. */
  cap?: Cap | undefined;
}

/** What a cadence must tell: the playbook's cadences fit. */
export interface CadenceLike<What, Channel extends string> {
  first: Step<What, Channel>;
  then: Step<What, Channel>[];
  silentLimit: number;
  switchTo: Channel[];
  cap?: Cap | undefined;
}

/** What holds the next touch back, besides the cadence. */
export interface Pace<Why extends string = string> {
  /** When anybody of us touched the customer: what the cap counts. */
  contacts?: readonly Date[];
  /** No touch before this calendar day: something is agreed, or they are left in peace until then. */
  notBefore?: { day: string; why: Why } | null;
}

/** One contact that was tried; `outcome` null when nobody said what it came to. */
export interface Past {
  channel: string;
  outcome: string | null;
  at: Date;
}

export interface NextTouch<What, Channel extends string, Why extends string = string> {
  /** The key of the cadence's step. */
  step: string;
  channel: Channel;
  what: What;
  dueAt: Date;
  /** The due time as the person would read it from the clock, `YYYY-MM-DD HH:mm`. */
  wallTime: string;
  /** The channel is another than the step's, because the last touches stayed unanswered. */
  switched: boolean;
  /** So many touches in a row stayed unanswered as the cadence allows, or more. */
  unanswered: boolean;
  /** Every channel has been tried in vain since the last answer: time for another contact, or a pause. */
  exhausted: boolean;
  /** False when the due year's public holidays are not published yet. */
  calendarKnown: boolean;
  /** Why it comes later than the cadence says; null when it does not. */
  later: Why | 'cap' | null;
}

/**
 * What a cadence proposes next, given what was tried (newest first). Up to the first contact it is the cadence's first
 * step, 1–2 working days on in the starter playbook, unless that contact was refused; then the step that answers the
 * last outcome. After `silentLimit` unanswered touches in a row, the next channel of `switchTo`. Due an hour into the
 * person's working day, as many working days after now as the step says, days of leave left out; later when the
 * customer has been touched as often as the cap allows, or when `pace` says not before a day.
 */
export function nextTouch<What, Channel extends string, Why extends string = never>(
  cadence: CadenceLike<What, Channel>,
  history: readonly Past[],
  now: Date,
  hours: Hours,
  { contacts = [], notBefore = null }: Pace<Why> = {},
): NextTouch<What, Channel, Why> {
  const silent = history.findIndex(({ outcome }) => outcome !== 'silent');
  const streak = history.slice(0, silent === -1 ? history.length : silent);
  const step = pickStep(cadence, history);
  const must = streak.length >= cadence.silentLimit;
  const tried = new Set<string>(streak.map(({ channel }) => channel));
  const other = must ? nextChannel(cadence.switchTo, streak[0]?.channel, tried) : undefined;
  const channel = other ?? step.channel;
  const { zone, leave } = hours;
  const soonest = addWorkingDays(dayOf(now, zone), step.workingDays[0], zone, leave);
  const held = notBefore && notBefore.day > soonest ? addWorkingDays(notBefore.day, 0, zone, leave) : soonest;
  const day = withinCap(held, step.cap ?? cadence.cap, contacts, hours);
  const dueAt = laterThan(now, instantOf(`${day} ${anHourIn(hours)}`, zone), step.workingDays[0], hours);
  return {
    step: step.key,
    channel,
    what: step.what,
    dueAt,
    wallTime: wallTimeOf(dueAt, zone),
    switched: channel !== step.channel,
    unanswered: must,
    exhausted: must && cadence.switchTo.every((one) => tried.has(one)),
    calendarKnown: yearKnown(Number(dayOf(dueAt, zone).slice(0, 4)), zone),
    later: day > held ? 'cap' : held > soonest && notBefore ? notBefore.why : null,
  };
}

/** The first working day from `day` on on which one more touch is not more than the cap allows. */
function withinCap(day: string, cap: Cap | undefined, contacts: readonly Date[], { zone, leave }: Hours): string {
  if (!cap) return day;
  const days = contacts.map((at) => dayOf(at, zone));
  for (let at = day; ; at = addWorkingDays(at, 1, zone, leave)) {
    const from = workingDaysBack(at, cap.workingDays, zone);
    if (days.filter((one) => from <= one && one <= at).length < cap.touches) return at;
  }
}

function pickStep<W, C extends string>({ first, then }: CadenceLike<W, C>, history: readonly Past[]): Step<W, C> {
  const last = history[0];
  const answer = then.find(({ on }) => on === last?.outcome) ?? then.find(({ on }) => on === undefined);
  if (!last) return first;
  if (history.length === 1 && last.outcome !== 'negative') return first;
  return answer ?? then.find(({ on }) => on === 'reached') ?? first;
}

/** The next channel after the last one, round and round: one not tried since the last answer, else any other. */
function nextChannel<C extends string>(
  order: readonly C[],
  last: string | undefined,
  tried: Set<string>,
): C | undefined {
  const start = order.indexOf(last as C) + 1;
  const round = [...order.slice(start), ...order.slice(0, start)];
  return round.find((channel) => !tried.has(channel)) ?? round.find((channel) => channel !== last) ?? round[0];
}

/** A step of no days whose hour is past today comes on the next working day. */
function laterThan(now: Date, due: Date, days: number, hours: Hours): Date {
  if (due > now || days > 0) return due;
  const { zone, leave } = hours;
  return instantOf(`${addWorkingDays(dayOf(now, zone), 1, zone, leave)} ${anHourIn(hours)}`, zone);
}
