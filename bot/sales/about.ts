import type { Change, Talk } from './change.ts';
import { type Context, sees } from './context.ts';
import { numbered } from './find.ts';
import { leadName } from './leads/lead-name.ts';

/** Whom some changes are about. */
export interface Subject {
  label: string;
  /** Of a deal and its customer it is the customer's: two of the same are about the same. */
  key: string;
  ownerId: number;
  currency?: string;
}

type Db = Pick<Context, 'db'>;
type Seeing = Pick<Context, 'by' | 'db' | 'now'>;

/** The deal, customer or lead that changes are about; null when they are about none. */
export async function subjectOfChanges({ db }: Db, changes: Change[]): Promise<Subject | null> {
  const of = (entity: string, column: string) => {
    const written = changes.find((change) => change.entity === entity)?.id;
    const linked = changes.map((change) => change.fields[column]?.[1]).find((value) => typeof value === 'number');
    return (linked as number | undefined) ?? written ?? null;
  };
  const contact = changes.find((change) => change.entity === 'Contact' && change.version !== null);
  const deal = await dealAt({ db }, of('Opportunity', 'opportunityId'));
  if (deal) return deal;
  const person = contact ? await db.contact.findUnique({ where: { id: contact.id } }) : null;
  const customer = await customerAt({ db }, of('Customer', 'customerId') ?? person?.customerId ?? null);
  return customer ?? (await leadAt({ db }, of('Lead', 'leadId')));
}

/** What records named by number are called; those that are there no more or not this person's to see are left out. */
export async function labelsOf(context: Seeing, refs: string[]): Promise<Map<string, string>> {
  const records = await namedRecords(context, refs);
  return new Map([...records].map(([ref, { name }]) => [ref, name]));
}

/** What kind of record a number is, and what that is called. */
export interface Named {
  kind: 'deal' | 'customer' | 'lead';
  name: string;
}

const found = [
  ['deal', dealAt],
  ['customer', customerAt],
  ['lead', leadAt],
] as const;

/** The records of those numbers, in their order, that are there and this person's to see. */
export async function namedRecords(context: Seeing, refs: string[]): Promise<Map<string, Named>> {
  const records = new Map<string, Named>();
  for (const ref of new Set(refs)) {
    for (const [kind, at] of found) {
      const record = await at(context, numbered(ref));
      if (record && (await sees(context, record))) records.set(ref, { kind, name: record.label });
      if (record) break;
    }
  }
  return records;
}

/** What a command was about, as a conversation would be. */
export function aboutOfRows(rows: { entity: string; entityId: number }[]): Talk['about'] {
  const of = (entity: string) => rows.find((row) => row.entity === entity)?.entityId;
  const [deal, customer, lead] = [of('Opportunity'), of('Customer'), of('Lead')];
  if (deal) return { deal: `#${deal}` };
  if (customer) return { customer: `#${customer}` };
  return lead ? { lead: `#${lead}` } : {};
}

async function dealAt({ db }: Db, id: number | null): Promise<Subject | null> {
  const deal = id === null ? null : await db.opportunity.findUnique({ where: { id } });
  return (
    deal && { label: deal.title, key: `customer ${deal.customerId}`, ownerId: deal.ownerId, currency: deal.currency }
  );
}

async function customerAt({ db }: Db, id: number | null): Promise<Subject | null> {
  const customer = id === null ? null : await db.customer.findUnique({ where: { id } });
  return customer && { label: customer.name, key: `customer ${customer.id}`, ownerId: customer.ownerId };
}

async function leadAt({ db }: Db, id: number | null): Promise<Subject | null> {
  const lead = id === null ? null : await db.lead.findUnique({ where: { id } });
  return lead && { label: leadName(lead), key: `lead ${lead.id}`, ownerId: lead.ownerId, currency: lead.currency };
}
