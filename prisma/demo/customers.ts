import { workMinute } from './days.ts';
import { makePerson } from './people.ts';
import type { CustomerRow } from './rows.ts';
import { groupOf } from './words.ts';
import { type Account, type Region, roundSum, type World } from './world.ts';

/** Days between touches in the starter playbook. */
const touchEveryDays = { A: 14, B: 30, C: 60 } as const;
const headcounts = { A: [500, 3000], B: [120, 480], C: [20, 110] } as const;

/** The customers of a region: a few left alone too long, a few content, the others with a deal going. */
export function makeCustomers(
  world: World,
  region: Region,
  { count, quiet }: { count: number; quiet: number },
): Account[] {
  return Array.from({ length: count }, (_, i) => {
    const story = i < quiet ? 'quiet' : i < quiet + 2 ? 'calm' : 'dealing';
    const account = makeAccount(world, region, story, region.reps[i % region.reps.length]?.id ?? 0);
    makeOrders(world, account, i % 5 === 2 ? 'soon' : i % 12 === 9 ? 'late' : 'steady');
    return account;
  });
}

function makeAccount(world: World, region: Region, story: Account['story'], ownerId: number): Account {
  const { random, rows, nextId } = world;
  const tier = random.pick(['A', 'A', 'B', 'B', 'B', 'C', 'C', 'C'] as const);
  const every = touchEveryDays[tier];
  const [low, high] = headcounts[tier];
  const { name, industry } = region.nextCompany();
  const customer: CustomerRow = {
    id: nextId(),
    name,
    industry,
    city: random.pick(region.names.cities),
    headcount: 10 * Math.round(random.int(low, high) / 10),
    tier,
    ownerId,
    lastTouchAt: null,
    createdAt: world.calendar.now, // settled below, when it is known since when they buy
  };
  rows.customers.push(customer);
  const contacts = Array.from({ length: random.pick([1, 2, 2, 3]) }, () => ({
    id: nextId(),
    customerId: customer.id,
    ...makePerson(world, region, name),
    createdAt: customer.createdAt,
  }));
  rows.contacts.push(...contacts);
  const quietDays = story === 'quiet' ? every + random.int(4, 30) : random.int(2, every - 4);
  return { region, customer, contacts, story, quietDays };
}

/** Three to eight orders at a rhythm; the next one is expected within days, is late, or is some way off. */
function makeOrders(
  { random, calendar, rows, nextId }: World,
  account: Account,
  next: 'soon' | 'late' | 'steady',
): void {
  const { customer, region } = account;
  const rhythm = random.int(24, 75);
  const ago = random.int(Math.ceil(rhythm * 0.2), Math.floor(rhythm * 0.7));
  const shift = random.int(0, 1);
  const last = next === 'soon' ? rhythm - 3 - shift : next === 'late' ? rhythm + 5 + 2 * shift : ago;
  const usual = region.currency === 'CNY' ? random.int(12, 160) * 1000 : random.int(3, 30) * 1000;
  const goods = random.pick(region.texts.goods[groupOf(customer.industry)]);
  for (let i = random.int(3, 8) - 1; i >= 0; i -= 1) {
    const drift = next === 'steady' && i > 0 ? random.int(-3, 3) : 0;
    rows.orders.push({
      id: nextId(),
      customerId: customer.id,
      amount: roundSum(usual * (0.85 + 0.35 * random.next())),
      currency: region.currency,
      what: goods,
      at: calendar.near(region.zone, last + i * rhythm + drift, workMinute(random)),
    });
  }
  const mine = rows.orders.filter((order) => order.customerId === customer.id).map(({ at }) => at.getTime());
  const first = calendar.daysAgo(new Date(Math.min(...mine)));
  knownSince(account, calendar.past(region.zone, first + random.int(15, 60), workMinute(random)));
}

/** Sets since when the team has known a customer and its people. */
export function knownSince({ customer, contacts }: Account, at: Date): void {
  customer.createdAt = at;
  for (const contact of contacts) contact.createdAt = at;
}
