import { workMinute } from './days.ts';
import type { ActivityRow, CustomerRow, LeadRow, OpportunityRow } from './rows.ts';
import type { Account, Region, World } from './world.ts';

const minute = 60_000;
type About = Pick<ActivityRow, 'customerId' | 'opportunityId' | 'leadId' | 'personId' | 'contactName'>;
const outcomes = [
  ...(['positive', 'positive', 'positive', 'reached', 'reached', 'reached', 'reached'] as const),
  ...(['silent', 'silent', 'negative'] as const),
];
type Outcome = (typeof outcomes)[number];

const channels = {
  zh: ['call', 'call', 'wechat', 'wechat', 'visit', 'meeting', 'demo'],
  en: ['call', 'call', 'email', 'email', 'meeting', 'visit', 'demo'],
};

/** Talks on the way of a deal: one shortly before each move, some between, the last of an open deal some days ago. */
export function talkAboutDeal(world: World, { region, customer, contacts }: Account, deal: OpportunityRow): void {
  const { random, calendar, rows } = world;
  const about = () => {
    const contactName = random.pick(contacts).name;
    return { customerId: customer.id, opportunityId: deal.id, leadId: null, personId: deal.ownerId, contactName };
  };
  for (const move of rows.moves.filter(({ opportunityId }) => opportunityId === deal.id)) {
    log(
      world,
      region,
      about(),
      new Date(move.at.getTime() - 20 * minute),
      move.to === 'lost' ? 'negative' : 'positive',
    );
  }
  const begun = calendar.daysAgo(deal.createdAt);
  const end = deal.closedAt ? calendar.daysAgo(deal.closedAt) : 0;
  for (let ago = end + random.int(1, 7); ago < begun; ago += random.int(7, 13)) {
    const at = calendar.past(region.zone, ago, workMinute(random));
    if (at > deal.createdAt && (!deal.closedAt || at < deal.closedAt)) log(world, region, about(), at);
  }
}

/** Talks with a customer who has no deal going, up to `quietDays` ago. */
export function careFor(world: World, { region, customer, contacts, quietDays }: Account): void {
  const { random, calendar } = world;
  const who = { customerId: customer.id, opportunityId: null, leadId: null, personId: customer.ownerId };
  for (let ago = quietDays; ago < 175; ago += random.int(18, 40)) {
    const at = calendar.past(region.zone, ago, workMinute(random));
    const contactName = random.pick(contacts).name;
    if (at > customer.createdAt) log(world, region, { ...who, contactName }, at);
  }
}

/** Talks with a lead, one to four, up to when it was decided or until some days ago. */
export function talkToLead(world: World, region: Region, lead: LeadRow, until: Date): void {
  const { random, calendar } = world;
  const about = {
    customerId: null,
    opportunityId: null,
    leadId: lead.id,
    personId: lead.ownerId,
    contactName: lead.name,
  };
  const [start, end] = [lead.createdAt.getTime(), until.getTime()];
  const first = new Date(Math.min(start + 90 * minute, (start + end) / 2));
  log(world, region, about, first, lead.status === 'converted' ? 'positive' : undefined);
  const begun = calendar.daysAgo(lead.createdAt);
  for (let ago = calendar.daysAgo(until) + random.int(1, 6), n = 0; ago < begun && n < 3; n += 1) {
    const at = calendar.past(region.zone, ago, workMinute(random));
    ago += random.int(4, 12);
    if (at > first && at < until)
      log(world, region, about, at, lead.status === 'invalid' && n === 0 ? 'negative' : undefined);
  }
}

function log(
  { random, rows, nextId }: World,
  { texts, language }: Region,
  about: About,
  at: Date,
  given?: Outcome,
): void {
  const drawn = random.pick(outcomes);
  const outcome = given ?? drawn;
  const objection = outcome === 'negative' ? random.pick(Object.keys(texts.objections)) : null;
  const note =
    outcome === 'negative' ? random.pick(texts.objections[objection ?? ''] ?? ['']) : random.pick(texts.notes[outcome]);
  const quiet = language === 'zh' ? 'wechat' : 'email';
  const channel = outcome === 'silent' ? quiet : random.pick(channels[language]);
  rows.activities.push({ id: nextId(), channel, outcome, objection, note, ...about, at });
}

/** The last time anybody talked to a customer, a lead or about a deal, from the activities. */
export function settleLastTouch({ rows }: World): void {
  const latest = new Map<number, Date>();
  for (const { customerId, opportunityId, leadId, at } of rows.activities) {
    for (const id of [customerId, opportunityId, leadId]) {
      if (id !== null && at > (latest.get(id) ?? new Date(0))) latest.set(id, at);
    }
  }
  const touched: (CustomerRow | LeadRow | OpportunityRow)[] = [...rows.customers, ...rows.leads, ...rows.opportunities];
  for (const row of touched) row.lastTouchAt = latest.get(row.id) ?? null;
}
