/** The tables that the demo fills, in the order that their references ask for, with the type of each column. */
const id = 'int';
const time = 'timestamptz';
const guard = { version: 'int' };

export const tables = {
  Team: { id, name: 'text', ...guard },
  Person: {
    ...{
      id,
      name: 'text',
      role: 'text',
      teamId: id,
      language: 'text',
      zone: 'text',
      currency: 'text',
      workStart: 'text',
      workEnd: 'text',
    },
    ...{ active: 'boolean', createdAt: time, ...guard },
  },
  Identity: { id, platform: 'text', userId: 'text', personId: id, seenAt: time, ...guard },
  Customer: {
    ...{
      id,
      name: 'text',
      nameKey: 'text',
      pinyin: 'text',
      industry: 'text',
      city: 'text',
      headcount: 'int',
      tier: 'text',
    },
    ...{ ownerId: id, lastTouchAt: time, createdAt: time, ...guard },
  },
  Contact: {
    ...{
      id,
      customerId: id,
      name: 'text',
      title: 'text',
      phone: 'text',
      email: 'text',
      wechat: 'text',
      createdAt: time,
    },
    ...guard,
  },
  Lead: {
    ...{
      id,
      name: 'text',
      title: 'text',
      company: 'text',
      companyKey: 'text',
      pinyin: 'text',
      phone: 'text',
      email: 'text',
    },
    ...{
      wechat: 'text',
      industry: 'text',
      city: 'text',
      headcount: 'int',
      budget: 'numeric',
      currency: 'text',
      pain: 'text',
    },
    ...{
      note: 'text',
      channel: 'text',
      source: 'text',
      campaign: 'text',
      status: 'text',
      grade: 'text',
      gradeReasons: 'jsonb',
    },
    ...{
      playbookVersion: 'int',
      ownerId: id,
      createdById: id,
      customerId: id,
      lastTouchAt: time,
      createdAt: time,
      ...guard,
    },
  },
  Opportunity: {
    ...{ id, title: 'text', customerId: id, leadId: id, ownerId: id, pipeline: 'text', stage: 'text', status: 'text' },
    ...{
      amount: 'numeric',
      currency: 'text',
      closeOn: 'date',
      nextStep: 'text',
      nextAt: time,
      facts: 'jsonb',
      stageAt: time,
    },
    ...{ lastTouchAt: time, createdAt: time, closedAt: time, ...guard },
  },
  Activity: {
    ...{ id, channel: 'text', outcome: 'text', objection: 'text', note: 'text', contactName: 'text', customerId: id },
    ...{ opportunityId: id, leadId: id, personId: id, at: time, ...guard },
  },
  Touch: {
    ...{
      id,
      ownerId: id,
      customerId: id,
      opportunityId: id,
      leadId: id,
      what: 'text',
      channel: 'text',
      origin: 'text',
    },
    ...{
      step: 'text',
      state: 'text',
      dueAt: time,
      wallTime: 'text',
      zone: 'text',
      createdAt: time,
      doneAt: time,
      ...guard,
    },
  },
  Order: { id, customerId: id, amount: 'numeric', currency: 'text', what: 'text', at: time, ...guard },
  Command: { id, intent: 'text', personId: id, via: 'text', at: time },
  Journal: {
    ...{ commandId: id, entity: 'text', entityId: id, field: 'text', old: 'jsonb', new: 'jsonb', personId: id },
    ...{ via: 'text', at: time },
  },
} satisfies Record<string, Record<string, string>>;

export type Table = keyof typeof tables;
export type Entity = Exclude<Table, 'Command' | 'Journal'>;

const references = new Set([
  'id',
  'teamId',
  'personId',
  'customerId',
  'ownerId',
  'createdById',
  'leadId',
  'opportunityId',
  'commandId',
  'entityId',
]);

/** Rows of a table under other ids; the journal's values are renumbered where its field is a reference. */
export function renumber(table: Table, rows: object[], idOf: (id: number) => number): object[] {
  const other = (value: unknown) => (typeof value === 'number' ? idOf(value) : value);
  return rows.map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([column, value]) => {
        const reference =
          table === 'Journal' && (column === 'old' || column === 'new')
            ? String((row as { field: string }).field)
            : column;
        return [column, references.has(reference) ? other(value) : value];
      }),
    ),
  );
}

/** One statement that inserts all rows handed to it as one JSON text, in their order. */
export function insertInto(table: Table): string {
  const columns = Object.entries(tables[table]);
  const names = columns.map(([column]) => `"${column}"`).join(', ');
  const types = columns.map(([column, type]) => `"${column}" ${type}`).join(', ');
  return `INSERT INTO "${table}" (${names}) SELECT ${names} FROM jsonb_to_recordset($1::jsonb) AS r(${types})`;
}
