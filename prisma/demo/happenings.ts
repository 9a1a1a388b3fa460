import type { FullRows } from './answers.ts';
import type { Entity } from './tables.ts';

export type Values = Record<string, unknown>;

/** A record was made (`made`) or some of its fields took other values. */
export interface Happening {
  at: Date;
  personId: number;
  intent: string;
  entity: Entity;
  id: number;
  made: boolean;
  values: Values;
}

/** Everything that must have happened for the rows to be as they are, unordered; of one moment and person, in this order. */
export function happenings(rows: FullRows): Happening[] {
  return [...beginnings(rows), ...leadStory(rows), ...dealStory(rows), ...talks(rows), ...touches(rows)];
}

/** What the command that made a talk or a touch, or another field of it, says already: the journal is spared it. */
const told: Partial<Record<Entity, string[]>> = {
  Activity: ['personId', 'at', 'contactName'],
  Touch: ['createdAt', 'wallTime', 'zone', 'origin', 'step', 'channel'],
};

function make(
  entity: Entity,
  at: Date,
  personId: number,
  intent: string,
  row: { id: number },
  without: Values = {},
): Happening {
  const { id, ...values } = row;
  return { at, personId, intent, entity, id, made: true, values: spare(entity, { ...values, ...without }) };
}

function spare(entity: Entity, values: Values): Values {
  const spared = told[entity];
  return spared ? Object.fromEntries(Object.entries(values).filter(([field]) => !spared.includes(field))) : values;
}

function beginnings({ teams, people, identities, customers, contacts, orders }: FullRows): Happening[] {
  const admin = people[0]?.id ?? 0;
  const start = people[0]?.createdAt ?? new Date(0);
  const owner = new Map(customers.map((customer) => [customer.id, customer]));
  const of = (customerId: number) => owner.get(customerId)?.ownerId ?? admin;
  return [
    ...teams.map((team) => make('Team', start, admin, 'people.invite', team)),
    ...people.map((person) => make('Person', person.createdAt, admin, 'people.invite', person)),
    ...identities.map((identity) => make('Identity', identity.seenAt, admin, 'people.invite', identity)),
    ...customers.map((one) => make('Customer', one.createdAt, one.ownerId, 'demo.load', one, { lastTouchAt: null })),
    ...contacts.map((one) => make('Contact', one.createdAt, of(one.customerId), 'demo.load', one)),
    ...orders.map((order) => make('Order', order.at, of(order.customerId), 'demo.load', order)),
  ];
}

/** A lead begins as new; the first talk makes it one that is worked on; a deal, or the last talk, ends it. */
function leadStory({ leads, opportunities, activities }: FullRows): Happening[] {
  const deals = new Map(opportunities.map((deal) => [deal.leadId, deal]));
  return leads.flatMap((lead) => {
    const talks = activities.filter((talk) => talk.leadId === lead.id).map(({ at }) => at.getTime());
    const begun = { lastTouchAt: null, status: 'new', customerId: null };
    const change = (at: Date, intent: string, values: Values): Happening => {
      return { at, personId: lead.ownerId, intent, entity: 'Lead', id: lead.id, made: false, values };
    };
    const deal = deals.get(lead.id);
    const { status, customerId } = lead;
    const over = deal ? [change(deal.createdAt, 'deal.open', { status, customerId })] : [];
    if (status === 'invalid') over.push(change(new Date(Math.max(...talks)), 'activity.log', { status }));
    return [
      make('Lead', lead.createdAt, lead.createdById, 'lead.create', lead, begun),
      ...(talks.length > 0 ? [change(new Date(Math.min(...talks)), 'activity.log', { status: 'working' })] : []),
      ...over,
    ];
  });
}

/** A deal begins in the first stage with what was known then; each move brings what it learnt. */
function dealStory({ opportunities, moves, touches }: FullRows): Happening[] {
  const promised = new Map(
    touches.filter(({ origin }) => origin === 'promise').map((touch) => [touch.opportunityId, touch]),
  );
  return opportunities.flatMap((deal) => {
    const mine = moves.filter((move) => move.opportunityId === deal.id);
    const later = new Set(mine.flatMap(({ learnt }) => learnt));
    const all: Values = { ...deal.facts, amount: deal.amount, close_on: deal.closeOn };
    const known = (keys: string[]) => {
      const { amount, close_on: closeOn, ...facts } = Object.fromEntries(keys.map((key) => [key, all[key]]));
      return { ...(amount ? { amount } : {}), ...(closeOn ? { closeOn } : {}), facts };
    };
    const first = {
      stage: 'need',
      status: 'open',
      stageAt: deal.createdAt,
      closedAt: null,
      lastTouchAt: null,
      nextStep: null,
      nextAt: null,
    };
    const early = known(Object.keys(all).filter((key) => !later.has(key)));
    const by = { personId: deal.ownerId, entity: 'Opportunity' as const, id: deal.id, made: false };
    const next = promised.get(deal.id);
    return [
      make('Opportunity', deal.createdAt, deal.ownerId, 'deal.open', deal, {
        ...first,
        amount: null,
        closeOn: null,
        ...early,
      }),
      ...mine.map(({ to, at, learnt }) => {
        const ended = to === 'won' || to === 'lost' ? { status: to, closedAt: at } : {};
        return { ...by, at, intent: 'deal.move', values: { ...known(learnt), stage: to, stageAt: at, ...ended } };
      }),
      ...(next
        ? [{ ...by, at: next.createdAt, intent: 'activity.log', values: { nextStep: next.what, nextAt: next.dueAt } }]
        : []),
    ];
  });
}

/** A talk is also the last touch of whomever it was with. */
function talks({ activities }: FullRows): Happening[] {
  return activities.flatMap((talk) => {
    const touched = {
      at: talk.at,
      personId: talk.personId,
      intent: 'activity.log',
      made: false,
      values: { lastTouchAt: talk.at },
    };
    const about = [
      ['Customer', talk.customerId] as const,
      ['Opportunity', talk.opportunityId] as const,
      ['Lead', talk.leadId] as const,
    ];
    return [
      make('Activity', talk.at, talk.personId, 'activity.log', talk),
      ...about.flatMap(([entity, id]) => (id === null ? [] : [{ ...touched, entity, id }])),
    ];
  });
}

function touches(rows: FullRows): Happening[] {
  return rows.touches.flatMap((touch) => {
    const made = make('Touch', touch.createdAt, touch.ownerId, 'activity.log', touch, { state: 'open', doneAt: null });
    if (!touch.doneAt) return [made];
    const values = { state: 'done', doneAt: touch.doneAt };
    return [made, { ...made, at: touch.doneAt, made: false, values }];
  });
}
