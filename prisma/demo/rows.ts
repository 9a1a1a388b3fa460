/** The demo's records: rows of prisma/schema.prisma without what is computed from names and answers (the loader adds it). */
export interface TeamRow {
  id: number;
  name: string;
}

export interface PersonRow {
  id: number;
  name: string;
  role: 'rep' | 'manager' | 'admin';
  teamId: number | null;
  language: 'zh' | 'en';
  zone: string;
  currency: string | null;
  workStart: string;
  workEnd: string;
  active: boolean;
  createdAt: Date;
}

export interface IdentityRow {
  id: number;
  platform: string;
  userId: string;
  personId: number;
  seenAt: Date;
}

export interface CustomerRow {
  id: number;
  name: string;
  industry: string;
  city: string;
  headcount: number;
  tier: 'A' | 'B' | 'C';
  ownerId: number;
  lastTouchAt: Date | null;
  createdAt: Date;
}

export interface ContactRow {
  id: number;
  customerId: number;
  name: string;
  title: string;
  phone: string | null;
  email: string | null;
  wechat: string | null;
  createdAt: Date;
}

export interface LeadRow {
  id: number;
  name: string;
  title: string | null;
  company: string;
  phone: string | null;
  email: string | null;
  wechat: string | null;
  industry: string | null;
  city: string | null;
  headcount: number | null;
  budget: string | null;
  currency: string;
  pain: string | null;
  note: string | null;
  channel: string;
  source: string | null;
  campaign: string | null;
  status: 'new' | 'working' | 'converted' | 'invalid';
  playbookVersion: number;
  ownerId: number;
  createdById: number;
  customerId: number | null;
  lastTouchAt: Date | null;
  createdAt: Date;
}

export interface Money {
  amount: string;
  currency: string;
}

export interface OpportunityRow {
  id: number;
  title: string;
  customerId: number;
  leadId: number | null;
  ownerId: number;
  pipeline: string;
  stage: string;
  status: 'open' | 'won' | 'lost';
  amount: string | null;
  currency: string;
  closeOn: Date | null;
  nextStep: string | null;
  nextAt: Date | null;
  facts: Record<string, string | Money>;
  stageAt: Date;
  lastTouchAt: Date | null;
  createdAt: Date;
  closedAt: Date | null;
}

export interface ActivityRow {
  id: number;
  channel: string;
  outcome: string;
  objection: string | null;
  note: string;
  contactName: string | null;
  customerId: number | null;
  opportunityId: number | null;
  leadId: number | null;
  personId: number;
  at: Date;
}

export interface TouchRow {
  id: number;
  ownerId: number;
  customerId: number | null;
  opportunityId: number | null;
  leadId: number | null;
  what: string;
  channel: string | null;
  origin: 'cadence' | 'promise';
  step: string | null;
  state: 'open' | 'done';
  dueAt: Date;
  wallTime: string;
  zone: string;
  createdAt: Date;
  doneAt: Date | null;
}

export interface OrderRow {
  id: number;
  customerId: number;
  amount: string;
  currency: string;
  what: string;
  at: Date;
}

/** A deal went from one stage to the next. The facts of the stages left were filled in with it. */
export interface Move {
  opportunityId: number;
  to: string;
  at: Date;
  learnt: string[];
}

export interface DemoRows {
  teams: TeamRow[];
  people: PersonRow[];
  identities: IdentityRow[];
  customers: CustomerRow[];
  contacts: ContactRow[];
  leads: LeadRow[];
  opportunities: OpportunityRow[];
  activities: ActivityRow[];
  touches: TouchRow[];
  orders: OrderRow[];
  /** How the deals came to their stages; not a table: the journal is made from it. */
  moves: Move[];
}
