import type { Book, Row } from './book.ts';
import { dayMs } from './calendar.ts';

/** A person of the demo team and what the generator needs of them. */
export interface Seller {
  id: number;
  zh: boolean;
  zone: string;
  currency: string;
}

const team = [
  ['周岚', 'admin', null, 'zh', 'Asia/Shanghai', 'CNY'],
  ['林静', 'manager', '华东组', 'zh', 'Asia/Shanghai', 'CNY'],
  ['James Whitfield', 'manager', 'International', 'en', 'Europe/London', 'GBP'],
  ['陈梅', 'rep', '华东组', 'zh', 'Asia/Shanghai', 'CNY'],
  ['王磊', 'rep', '华东组', 'zh', 'Asia/Shanghai', 'CNY'],
  ['赵晓雨', 'rep', '华东组', 'zh', 'Asia/Shanghai', 'CNY'],
  ['Dana Ruiz', 'rep', 'International', 'en', 'America/Los_Angeles', 'USD'],
  ['Oliver Grant', 'rep', 'International', 'en', 'Europe/London', 'GBP'],
  ['Sofia Marin', 'rep', 'International', 'en', 'America/New_York', 'USD'],
] as const;

/** Two teams, one admin, two managers, six reps, each with an identity on the local page: `p` and the person's number. */
export function people(book: Book, now: Date): Seller[] {
  const at = new Date(now.getTime() - 400 * dayMs);
  const setup = book.begin({ intent: 'people.invite', by: null, at });
  const teams = new Map<string, Row>();
  for (const name of ['华东组', 'International']) teams.set(name, setup.create('Team', { name }));
  const sellers: Seller[] = [];
  for (const [name, role, teamName, language, zone, currency] of team) {
    const person = setup.create('Person', {
      name,
      role,
      teamId: teamName ? (teams.get(teamName)?.id ?? null) : null,
      language,
      zone,
      workStart: '09:00',
      workEnd: '18:00',
      active: true,
      createdAt: at,
    });
    setup.create('Identity', { platform: 'local', userId: `p${person.id}`, personId: person.id, seenAt: now });
    if (role === 'rep') sellers.push({ id: person.id, zh: language === 'zh', zone, currency });
  }
  return sellers;
}
