import type { Change, Value } from '../sales/change.ts';
import { colon, dotted, fieldLines, type Line, showPhone, type Told } from './field-lines.ts';
import type { Reader } from './reader.ts';

export type { Line, Told } from './field-lines.ts';

/** A command's changes, a line for each thing that one may want to take back by itself. */
export function linesOf(reader: Reader, told: Told): Line[] {
  const lines = worded(reader, told);
  const [first] = lines;
  return lines.length === 1 && first ? [{ ...first, only: undefined } as Line] : lines;
}

function worded(reader: Reader, told: Told): Line[] {
  switch (told.intent) {
    case 'activity.log':
      return activity(reader, told);
    case 'task.add':
      return task(reader, told);
    case 'deal.move':
      return move(reader, told);
    case 'lead.create':
      return made(reader, told, 'Lead', reader.t.several.lead);
    case 'deal.open':
      return made(reader, told, 'Opportunity', reader.t.several.deal);
    case 'quote.make':
      return told.changes.flatMap((change) => (change.entity === 'Quote' ? fieldLines(reader, told, change) : []));
    case 'deal.update':
    case 'deal.forecast':
    case 'profile.update':
      return told.changes.flatMap((change) => fieldLines(reader, told, change));
    default:
      return [{ text: told.title }];
  }
}

/** A field of a record that the command made; undefined when it made none or said nothing of it. */
function given({ changes }: Told, entity: Change['entity'], field: string): Value | undefined {
  const made = changes.find((change) => change.entity === entity && change.version === null);
  return made?.fields[field]?.[1] ?? undefined;
}

function activity(reader: Reader, told: Told): Line[] {
  const { t } = reader;
  const of = (field: string) => given(told, 'Activity', field);
  const at = new Date(of('at') as string);
  const [outcome, objection, note] = [of('outcome'), of('objection'), of('note')] as (string | undefined)[];
  const people = String(of('contactName') ?? '').split(', ');
  const text = dotted(
    t.channels[String(of('channel'))] ?? String(of('channel')),
    t.list(people.filter(Boolean)),
    Math.abs(at.getTime() - reader.now.getTime()) > 3_600_000 && reader.moment(at),
    outcome !== 'reached' && !objection && outcome && t.outcomes[outcome],
  );
  const next = given(told, 'Touch', 'dueAt') as string | undefined;
  const proposed =
    next &&
    `${t.activity.proposed}${colon(reader)}${dotted(given(told, 'Touch', 'what'), reader.moment(new Date(next)))}`;
  const known = reader.playbook.objections.find((one) => one.key === objection);
  return [
    { text, ...detail([cut(note), proposed]) },
    ...(objection
      ? [
          {
            text: `${t.activity.objection}${colon(reader)}${known ? reader.text(known.name) : objection}`,
            only: 'objection',
          },
        ]
      : []),
  ];
}

function task(reader: Reader, told: Told): Line[] {
  const { several } = reader.t;
  const of = (field: string) => given(told, 'Touch', field);
  const kind = of('side') === 'them' ? several.theirs : of('kind') === 'meeting' ? several.meeting : several.task;
  const when = of('dueAt');
  return [
    { text: `${kind}${colon(reader)}${dotted(of('what'), when && reader.appointment(new Date(when as string)))}` },
  ];
}

/** The stage; what was filled in with it is what the stage asked for, and goes with it. */
function move(reader: Reader, told: Told): Line[] {
  const all = told.changes.flatMap((change) =>
    change.entity === 'Opportunity' ? fieldLines(reader, told, change) : [],
  );
  const stage = all.find((line) => line.only === 'stage');
  const rest = all.filter((line) => line !== stage && line.only !== 'status');
  const planned = told.changes.flatMap(({ entity, version, fields }) =>
    entity === 'Touch' && version === null && fields.origin?.[1] !== 'cadence' ? [plannedText(reader, fields)] : [],
  );
  return [{ text: stage?.text ?? told.title, ...detail([...rest.map((line) => line.text), ...planned]) }];
}

/** What a move planned and when it is due. */
function plannedText(reader: Reader, fields: Change['fields']): string {
  return dotted(fields.what?.[1], reader.moment(new Date(fields.dueAt?.[1] as string)));
}

function made(reader: Reader, told: Told, entity: Change['entity'], kind: string): Line[] {
  const of = (field: string) => given(told, entity, field);
  const [phone, amount] = [of('phone'), of('amount') ?? of('budget')];
  const name = dotted(
    of('title') !== undefined && entity === 'Opportunity' && of('title'),
    of('company'),
    of('name'),
    phone && showPhone(reader, told, phone),
    amount && reader.money(amount, String(of('currency') ?? told.currency ?? reader.playbook.currency)),
  );
  return [{ text: `${kind}${colon(reader)}${name}` }];
}

function detail(texts: (string | false | null | undefined)[]): Pick<Line, 'detail'> {
  const said = texts.filter(Boolean);
  return said.length > 0 ? { detail: said.join(' · ') } : {};
}

function cut(text: string | undefined): string | undefined {
  return text && text.length > 200 ? `${text.slice(0, 199)}…` : text;
}
