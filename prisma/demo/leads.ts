import { workMinute } from './days.ts';
import { makePerson } from './people.ts';
import type { LeadRow, OpportunityRow } from './rows.ts';
import { groupOf } from './words.ts';
import { type Account, type Region, roundSum, type World } from './world.ts';

export interface LeadCounts {
  /** Of the new ones, so many came today. */
  today: number;
  new: number;
  working: number;
  invalid: number;
}

const channels = [
  ...['website', 'website', 'event', 'event', 'referral', 'referral', 'social', 'search'],
  ...['platform', 'webinar', 'ads', 'cold', 'cold', 'partner'],
];

/** The leads of a region that no deal came of yet. */
export function makeLeads(world: World, region: Region, counts: LeadCounts): LeadRow[] {
  const { random, calendar } = world;
  const make = (status: LeadRow['status'], createdAt: Date, i: number) => {
    const { name, industry } = region.nextCompany();
    const owner = region.reps[i % region.reps.length]?.id ?? 0;
    const who = { ...describe(world, region, industry), ...makePerson(world, region, name), company: name };
    return push(world, { ...who, status, ownerId: owner, createdById: owner, createdAt });
  };
  const past = (low: number, high: number) => calendar.past(region.zone, random.int(low, high), workMinute(random));
  const came = (i: number) => calendar.earlierToday(region.zone, 0.1 + (0.8 * i) / counts.today);
  return [
    ...Array.from({ length: counts.new }, (_, i) => make('new', i < counts.today ? came(i) : past(1, 5), i)),
    ...Array.from({ length: counts.working }, (_, i) => make('working', past(6, 75), i)),
    ...Array.from({ length: counts.invalid }, (_, i) => make('invalid', past(25, 165), i)),
  ];
}

/** The lead that a deal came of. */
export function makeOrigin(world: World, { region, customer, contacts }: Account, deal: OpportunityRow): LeadRow {
  const { random, calendar } = world;
  const { name, title, phone, email, wechat } = random.pick(contacts);
  const ago = calendar.daysAgo(deal.createdAt) + random.int(2, 9);
  const lead = push(world, {
    ...describe(world, region, customer.industry),
    ...{ name, title, phone, email, wechat },
    company: customer.name,
    city: customer.city,
    headcount: customer.headcount,
    pain: typeof deal.facts.pain === 'string' ? deal.facts.pain : null,
    status: 'converted',
    ownerId: deal.ownerId,
    createdById: deal.ownerId,
    createdAt: calendar.past(region.zone, ago, workMinute(random)),
  });
  lead.customerId = customer.id;
  deal.leadId = lead.id;
  return lead;
}

/** What is known of a lead besides who it is: of some much, of others little, so that all grades come up. */
function describe({ random }: World, region: Region, industry: string) {
  const { names, texts, currency } = region;
  const channel = random.pick(channels);
  const known = random.next();
  const has = (share: number) => random.yes(share * (0.4 + known));
  const budget = currency === 'CNY' ? random.int(4, 90) * 10_000 : random.int(6, 120) * 1000;
  return {
    industry: has(0.95) ? industry : null,
    city: random.yes(0.8) ? random.pick(names.cities) : null,
    headcount: has(0.7) ? 5 * random.int(3, random.pick([12, 60, 300])) : null,
    budget: has(0.45) ? roundSum(budget) : null,
    currency,
    pain: has(0.6) ? random.pick(texts.pains[groupOf(industry)]) : null,
    note: random.yes(0.25) ? random.pick(texts.leadNotes) : null,
    channel,
    source: random.pick(names.sources[channel] ?? ['']),
    campaign: random.yes(0.2) ? random.pick(names.campaigns) : null,
  };
}

function push(
  { rows, nextId }: World,
  lead: Omit<LeadRow, 'id' | 'playbookVersion' | 'customerId' | 'lastTouchAt'>,
): LeadRow {
  const made: LeadRow = { id: nextId(), playbookVersion: 1, customerId: null, lastTouchAt: null, ...lead };
  rows.leads.push(made);
  return made;
}
