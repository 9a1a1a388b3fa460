import type { Card } from '../chat/card.ts';
import { phone } from '../i18n/index.ts';
import type { Phones } from '../sales/phones.ts';
import { card, facts, type Reader } from './reader.ts';

/** As many as every platform shows in one message. */
const page = 40;

/** How many numbers would be written into this talk, asked before they are. */
export function phonesPreview(reader: Reader, { of, whose, rows, total }: Phones): Card {
  const { t } = reader;
  if (rows.length === 0) return card(t.phones.noneTitle, [{ kind: 'text', text: t.phones.none }]);
  return card(
    t.phones.ask(rows.length),
    [
      { kind: 'text', text: t.phones.askText(rows.length) },
      facts([t.phones.whose, [t.phones.of[of], t.phones[whose]].join(' · ')]),
      total > rows.length && { kind: 'note', text: t.phones.first(rows.length, total) },
    ],
    { tone: 'warn' },
  );
}

/** Names with their numbers, as many cards as it takes. */
export function phoneCards(reader: Reader, { rows }: Phones): Card[] {
  const { t } = reader;
  const { fields } = t;
  const parts = Math.ceil(rows.length / page);
  return Array.from({ length: parts }, (_, part) =>
    card(t.phones.done(rows.length), [
      parts > 1 && { kind: 'text', text: t.phones.part(part + 1, parts) },
      {
        kind: 'table',
        columns: [fields.name, fields.company, fields.phone].map((one) => ({ label: one ?? '' })),
        rows: rows
          .slice(part * page, (part + 1) * page)
          .map((one) => [one.name ?? '', one.company ?? '', phone(one.phone)]),
      },
      part === parts - 1 && { kind: 'note', text: t.phones.note },
    ]),
  );
}
