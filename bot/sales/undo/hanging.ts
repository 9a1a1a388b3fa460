import type { Journal } from '../../../prisma/generated/client.ts';
import { type Change, type Entity, update } from '../change.ts';
import type { Context } from '../context.ts';
import { Refusal } from '../refusal.ts';

/** How a refusal names what hangs on a record. */
const hanging = {
  Opportunity: 'stage',
  Contact: 'contact',
  Order: 'amount',
  Quote: 'amount',
  Activity: 'lastTouchAt',
  Touch: 'nextStep',
};

/**
 * What later commands made for a record that these rows made: the person's own notes and plans (and what jobs planned) go
 * with it; for anything else, or when `strict` for any of them, it stays.
 */
export async function hangingOn({ db, by, now }: Context, rows: Journal[], strict: boolean): Promise<Change[]> {
  const made = (entity: Entity) =>
    rows.filter((row) => row.entity === entity && row.seq === 1).map((row) => row.entityId);
  const [deals, customers, leads] = [made('Opportunity'), made('Customer'), made('Lead')];
  if (deals.length + customers.length + leads.length === 0) return [];
  const others = (entity: Entity) => {
    const known = rows.filter((row) => row.entity === entity).map((row) => row.entityId);
    return { removedAt: null, id: { notIn: known } };
  };
  const [customerId, leadId] = [{ in: customers }, { in: leads }];
  const OR = [{ opportunityId: { in: deals } }, { customerId }, { leadId }];
  const [opened, contacts, orders, quotes, activities, touches] = await Promise.all([
    db.opportunity.findMany({ where: { ...others('Opportunity'), OR: [{ customerId }, { leadId }] }, take: 1 }),
    db.contact.findMany({ where: { ...others('Contact'), customerId }, take: 1 }),
    db.order.findMany({ where: { ...others('Order'), customerId }, take: 1 }),
    db.quote.findMany({ where: { ...others('Quote'), opportunityId: { in: deals } }, take: 1 }),
    db.activity.findMany({ where: { ...others('Activity'), OR } }),
    db.touch.findMany({ where: { ...others('Touch'), OR } }),
  ]);
  const of = <T extends object>(entity: keyof typeof hanging, list: T[]) => list.map((row) => ({ entity, row }));
  const notes = [...of('Activity', activities), ...of('Touch', touches)];
  const all = [
    ...of('Opportunity', opened),
    ...of('Contact', contacts),
    ...of('Order', orders),
    ...of('Quote', quotes),
    ...notes,
  ];
  const makers = await db.journal.findMany({
    where: { seq: 1, OR: all.map(({ entity, row }) => ({ entity, entityId: row.id })) },
  });
  for (const { entity, row } of all) {
    const maker = makers.find((one) => one.entity === entity && one.entityId === row.id)?.personId ?? null;
    const mine = maker === null || maker === by.id;
    if ((entity === 'Activity' || entity === 'Touch') && mine && !strict) continue;
    const person = maker === null ? null : await db.person.findUnique({ where: { id: maker } });
    throw new Refusal('undo-changed', { by: person?.name ?? '', field: hanging[entity] });
  }
  return notes.flatMap(({ entity, row }) => update(entity, row, { removedAt: now }) ?? []);
}
