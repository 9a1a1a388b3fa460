import type { ContactRow, CustomerRow, DemoRows, LeadRow } from './rows.ts';

/** What the rules say of names and leads; the demo is data and imports no rules, so they are handed in. */
export interface Answers {
  /** What two spellings of one company share. */
  companyKey(name: string): string;
  /** What a name is found by in Latin letters. */
  searchKey(name: string): string;
  /** A lead's grade, and the rules that gave it. The budget is in the lead's own currency. */
  grade(lead: GradedLead): { grade: string; reasons: { key: string; points: number }[] };
}

export interface GradedLead {
  industry: string | null;
  headcount: number | null;
  pain: string | null;
  budget: number | null;
  currency: string;
  channel: string;
  note: string | null;
  reachable: boolean;
}

export type FullCustomer = CustomerRow & { nameKey: string; pinyin: string };
export type FullLead = LeadRow & {
  companyKey: string;
  pinyin: string;
  grade: string;
  gradeReasons: { key: string; points: number }[];
};
export type FullRows = Omit<DemoRows, 'customers' | 'leads'> & { customers: FullCustomer[]; leads: FullLead[] };

/** The rows with what is computed from names and answers. */
export function complete(rows: DemoRows, answers: Answers): FullRows {
  const people = new Map<number, ContactRow[]>();
  for (const contact of rows.contacts)
    people.set(contact.customerId, [...(people.get(contact.customerId) ?? []), contact]);
  return {
    ...rows,
    customers: rows.customers.map((customer) => ({
      ...customer,
      nameKey: answers.companyKey(customer.name),
      pinyin: answers.searchKey([customer.name, people.get(customer.id)?.[0]?.name].filter(Boolean).join(' ')),
    })),
    leads: rows.leads.map((lead) => ({ ...lead, ...answersFor(lead, answers) })),
  };
}

function answersFor(lead: LeadRow, { companyKey, searchKey, grade }: Answers) {
  const { industry, headcount, pain, currency, channel, note } = lead;
  const budget = lead.budget === null ? null : Number(lead.budget);
  const reachable = Boolean(lead.phone || lead.email || lead.wechat);
  const graded = grade({ industry, headcount, pain, budget, currency, channel, note, reachable });
  return {
    companyKey: companyKey(lead.company),
    pinyin: searchKey(`${lead.company} ${lead.name}`),
    grade: graded.grade,
    gradeReasons: graded.reasons,
  };
}
