import { careFor, settleLastTouch, talkAboutDeal, talkToLead } from './activities.ts';
import { makeCustomers } from './customers.ts';
import { daysAround } from './days.ts';
import { makeDoneTouches } from './done-touches.ts';
import { makeLeads, makeOrigin } from './leads.ts';
import { makePipeline } from './pipeline.ts';
import { chance } from './random.ts';
import type { DemoRows, LeadRow } from './rows.ts';
import { makeTeam } from './team.ts';
import { makeTouches } from './touches.ts';
import { emptyRows, type Region, type World } from './world.ts';

const sizes = {
  zh: {
    customers: { count: 36, quiet: 6 },
    deals: { need: 8, solution: 10, quote: 8, contract: 5, won: 11, lost: 6 },
    origins: 18,
    leads: { today: 4, new: 30, working: 45, invalid: 27 },
  },
  en: {
    customers: { count: 24, quiet: 4 },
    deals: { need: 6, solution: 6, quote: 6, contract: 3, won: 7, lost: 4 },
    origins: 12,
    leads: { today: 3, new: 20, working: 30, invalid: 18 },
  },
};

/**
 * A sales team's last half year up to `now`, invented: two teams, 60 customers, 80 deals, 200 leads and what was said and
 * ordered. Ids count from 1. The seed alone decides who the customers are and whose; `now` moves the dates.
 */
export function generateDemo({ now, seed = 20 }: { now: Date; seed?: number }): DemoRows {
  let id = 0;
  const nextId = () => {
    id += 1;
    return id;
  };
  const world: World = { random: chance(seed), calendar: daysAround(now), rows: emptyRows(), nextId };
  // Each region has its own draws: how many talks fit before a holiday in one leaves the names of the other alone.
  makeTeam(world).forEach((region, i) => {
    fill({ ...world, random: chance(seed + 1000 * (i + 1)) }, region);
  });
  return world.rows;
}

function fill(world: World, region: Region): void {
  const { random, rows, calendar } = world;
  const size = sizes[region.language];
  const accounts = makeCustomers(world, region, size.customers);
  const deals = makePipeline(world, accounts, size.deals);
  const leads: [LeadRow, Date][] = random
    .shuffle(deals)
    .slice(0, size.origins)
    .map(({ account, deal }) => [makeOrigin(world, account, deal), deal.createdAt]);
  for (const lead of makeLeads(world, region, size.leads)) {
    const until = lead.status === 'invalid' ? middle(lead.createdAt, calendar.now) : calendar.now;
    if (lead.status !== 'new') leads.push([lead, until]);
  }
  for (const { account, deal } of deals) talkAboutDeal(world, account, deal);
  for (const account of accounts) if (account.story !== 'dealing') careFor(world, account);
  for (const [lead, until] of leads) talkToLead(world, region, lead, until);
  settleLastTouch(world);
  makeTouches(world, region);
  makeDoneTouches(world, region);
  rows.activities.sort((a, b) => a.at.getTime() - b.at.getTime());
}

const middle = (a: Date, b: Date) => new Date((a.getTime() + b.getTime()) / 2);
