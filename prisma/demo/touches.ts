import { workMinute } from './days.ts';
import type { LeadRow, OpportunityRow, PersonRow, TouchRow } from './rows.ts';
import type { StepWords } from './words.ts';
import type { Region, World } from './world.ts';

/** What wants to be followed up, and since when. */
interface Subject {
  since: Date;
  deal: OpportunityRow | null;
  lead: LeadRow | null;
}

/** Times of the day that a rep's touches of today stand at: minutes after midnight. */
const slots = [575, 635, 845, 935, 1010];

/** The open touches of a region: for each rep three overdue, five today at different times, the rest in the next days. */
export function makeTouches(world: World, region: Region): void {
  for (const rep of region.reps) makeRepTouches(world, region, rep);
}

function makeRepTouches(world: World, region: Region, rep: PersonRow): void {
  const { random, calendar } = world;
  const { zone } = region;
  const today = calendar.at(zone, 0, 0);
  const subjects = subjectsOf(world, rep);
  const waiting = subjects.filter(({ since }) => since < today).sort((a, b) => a.since.getTime() - b.since.getTime());
  const deals = waiting.filter(({ deal }) => deal);
  const leads = waiting.filter(({ lead }) => lead);
  const overdue = [...deals.slice(0, 2), ...leads.slice(0, 1)];
  const due = [...deals.slice(2, 5), ...leads.slice(1, 3)];
  overdue.forEach((subject, i) => {
    const days = [4 - i, 3, 2, 1].map((ago) => calendar.past(zone, ago, workMinute(random)));
    push(world, region, rep, subject, days.find((at) => at > subject.since) ?? calendar.at(zone, -1, 17 * 60));
  });
  const times = random.shuffle(slots);
  due.forEach((subject, i) => {
    push(world, region, rep, subject, calendar.at(zone, 0, (times[i] ?? 600) + 5 * random.int(0, 3)));
  });
  for (const subject of subjects.filter((one) => !overdue.includes(one) && !due.includes(one))) {
    push(world, region, rep, subject, calendar.future(zone, random.int(1, 7), workMinute(random)));
  }
}

/** Every open deal, every new lead and about every second lead that is worked on. */
function subjectsOf({ random, rows }: World, rep: PersonRow): Subject[] {
  const last = (...times: (Date | null)[]) => new Date(Math.max(...times.map((time) => time?.getTime() ?? 0)));
  const deals = rows.opportunities.filter((deal) => deal.ownerId === rep.id && deal.status === 'open');
  const leads = rows.leads.filter((lead) => lead.ownerId === rep.id && ['new', 'working'].includes(lead.status));
  return [
    ...deals.map((deal) => ({ since: last(deal.createdAt, deal.lastTouchAt, deal.stageAt), deal, lead: null })),
    ...leads
      .filter((lead) => random.yes(0.5) || lead.status === 'new')
      .map((lead) => ({ since: last(lead.createdAt, lead.lastTouchAt), deal: null, lead })),
  ];
}

function push(
  { random, calendar, rows, nextId }: World,
  region: Region,
  rep: PersonRow,
  subject: Subject,
  dueAt: Date,
): void {
  const { texts, zone } = region;
  const { since, deal, lead } = subject;
  const closing = deal?.stage === 'quote' || deal?.stage === 'contract';
  const steps: StepWords[] = deal ? (closing ? texts.closingSteps : texts.dealSteps) : texts.leadSteps;
  const later = random.pick(steps.slice(1));
  const isFirst = lead?.status === 'new' || (deal !== null && since <= deal.stageAt);
  const step = (isFirst && steps[0]) || later;
  const promise = random.pick(texts.promises[deal?.stage ?? 'need'] ?? ['']);
  const promised = random.yes(0.35) && deal !== null && !isFirst;
  const touch: TouchRow = {
    id: nextId(),
    ownerId: rep.id,
    customerId: deal?.customerId ?? null,
    opportunityId: deal?.id ?? null,
    leadId: lead?.id ?? null,
    what: promised ? promise : step.what,
    channel: promised ? null : step.channel,
    origin: promised ? 'promise' : 'cadence',
    step: promised ? null : step.step,
    state: 'open',
    dueAt,
    wallTime: calendar.wall(dueAt, zone),
    zone,
    createdAt: since,
    doneAt: null,
  };
  rows.touches.push(touch);
  if (promised) Object.assign(deal, { nextStep: promise, nextAt: dueAt });
}
