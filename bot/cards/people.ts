import type { Person } from '../../prisma/generated/client.ts';
import type { Card } from '../chat/card.ts';
import type { Change } from '../sales/change.ts';
import { changeFacts } from './deals.ts';
import { card, facts, type Reader } from './reader.ts';

export function invited(reader: Reader, person: Person, code: string, days: number): Card {
  const { t } = reader;
  return card(
    t.people.invited(person.name),
    [
      { kind: 'text', text: t.people.inviteText(code, days) },
      facts([t.fields.role, t.roles[person.role]], [t.fields.language, t.languages[person.language]]),
    ],
    {
      tone: 'good',
    },
  );
}

export function joined(reader: Reader, person: Person): Card {
  const { t } = reader;
  return card(
    t.people.joined(person.name),
    [{ kind: 'text', text: t.people.joinedText(t.roles[person.role] ?? person.role) }],
    { tone: 'good' },
  );
}

export function personChanged(reader: Reader, person: Person, change: Change | null): Card {
  const { t } = reader;
  return card(
    t.people.changed(person.name),
    [change ? changeFacts(reader, change) : { kind: 'text', text: t.deal.nothing }],
    { tone: 'good' },
  );
}

export function peopleList(reader: Reader, people: { person: Person; team: string | null; on: string[] }[]): Card {
  const { t } = reader;
  return card(t.people.title, [
    {
      kind: 'list',
      items: people.map(({ person, team, on }) => ({
        text: `${person.name} · ${t.roles[person.role] ?? person.role}`,
        detail: [
          team ?? t.people.noTeam,
          t.languages[person.language],
          on.length > 0 ? on.map((one) => t.platforms[one] ?? one).join(', ') : t.people.away,
          !person.active && t.people.left,
        ]
          .filter(Boolean)
          .join(' · '),
      })),
    },
  ]);
}
