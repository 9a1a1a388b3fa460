import type { Button, Card } from '../chat/card.ts';
import { masked, phone } from '../i18n/index.ts';
import type { Input } from '../intents.ts';
import type { Duplicate, NewLead } from '../sales/leads/create-lead.ts';
import type { LeadView } from '../sales/show.ts';
import { activityItems, line, touchItems } from './parts.ts';
import { buttons, card, facts, type Reader, ref } from './reader.ts';
import { show } from './values.ts';

type Lead = NewLead['lead'];

export function leadLabel(lead: Pick<Lead, 'company' | 'name'>): string {
  return [lead.company, lead.name].filter(Boolean).join(' · ');
}

/** What was recorded, the grade and why, the next touch, and what one can do with it. */
export function leadCreated(reader: Reader, { lead, reasons, touch }: NewLead, owner: string, undo: Button): Card {
  const { t } = reader;
  return card(
    t.lead.recorded(leadLabel(lead)),
    [
      leadFacts(reader, lead, owner, true),
      reasons.length > 0 && { kind: 'note', text: t.lead.why(gradeReasons(reader, reasons)) },
      line(reader, t.activity.proposed, `${touch.what} · ${reader.moment(touch.dueAt)}`),
      buttons(reader.button(t.lead.toDeal, { name: 'deal.open', input: { lead: ref(lead.id) } }, 'primary'), undo),
    ],
    { tone: 'good', summary: `${t.lead.recorded(leadLabel(lead))} · ${lead.grade}` },
  );
}

/** Who is there already; nothing was written. */
export function leadDuplicate(reader: Reader, duplicates: Duplicate[], kept: Input<'lead.create'>): Card {
  const { t } = reader;
  const first = duplicates[0];
  return card(
    t.lead.duplicate,
    [
      { kind: 'text', text: t.lead.duplicateText },
      {
        kind: 'list',
        items: duplicates.map((one) => ({
          text: one.label,
          detail: [
            t.kinds[one.kind],
            t.lead.by[one.by],
            one.pool ? t.status.pool : `${t.fields.owner} ${one.owner}`,
          ].join(' · '),
        })),
      },
      buttons(
        first
          ? reader.button(
              t.lead.view,
              first.kind === 'lead'
                ? { name: 'lead.show', input: { lead: ref(first.id) } }
                : { name: 'customer.show', input: { customer: ref(first.id) } },
              'primary',
            )
          : null,
        reader.button(t.lead.anyway, { name: 'lead.create', input: { ...kept, anyway: true } }),
      ),
    ],
    { tone: 'warn' },
  );
}

export function leadCard(
  reader: Reader,
  { lead, owner, activities, touches }: LeadView,
  { own, whole }: { own: boolean; whole: boolean },
): Card {
  const { t } = reader;
  const open = lead.status === 'new' || lead.status === 'working';
  return card(leadLabel(lead), [
    leadFacts(reader, lead, owner, whole),
    touchItems(reader, touches),
    activityItems(reader, activities),
    lead.status === 'pool' &&
      buttons(reader.button(t.pool.claim, { name: 'lead.claim', input: { lead: ref(lead.id) } }, 'primary')),
    open && own
      ? buttons(
          reader.button(t.lead.toDeal, { name: 'deal.open', input: { lead: ref(lead.id) } }, 'primary'),
          reader.button(t.pool.reject, { name: 'lead.reject', input: { lead: ref(lead.id) } }),
        )
      : null,
  ]);
}

export function leadList(
  reader: Reader,
  leads: Lead[],
  next: string | null,
  total: number,
  whose: Input<'lead.list'>['whose'],
): Card {
  const { t } = reader;
  if (leads.length === 0) return card(t.lead.list, [{ kind: 'text', text: t.lead.none }]);
  return card(
    t.lead.list,
    [
      {
        kind: 'list',
        items: leads.map((lead) => ({
          text: `${lead.grade} · ${leadLabel(lead)}`,
          detail: [t.status[lead.status], lead.budget ? reader.money(lead.budget, lead.currency) : '']
            .filter(Boolean)
            .join(' · '),
          buttons: [reader.button(t.deal.show, { name: 'lead.show', input: { lead: ref(lead.id) } })],
        })),
      },
      next ? { kind: 'note', text: t.pages(leads.length, total) } : null,
      next
        ? buttons(reader.button(t.more, { name: 'lead.list', input: { ...(whose ? { whose } : {}), after: next } }))
        : null,
    ],
    { summary: `${t.lead.list} (${total})` },
  );
}

function leadFacts(reader: Reader, lead: Lead, owner: string, whole: boolean) {
  const { fields } = reader.t;
  return facts(
    [fields.name, lead.name],
    [fields.position, lead.title],
    [fields.company, lead.company],
    [fields.phone, lead.phone && (whole ? phone(lead.phone) : masked(lead.phone))],
    [fields.email, lead.email],
    [fields.wechat, lead.wechat],
    [fields.industry, lead.industry && show(reader, 'industry', lead.industry)],
    [fields.headcount, lead.headcount],
    [fields.budget, lead.budget && reader.money(lead.budget, lead.currency)],
    [fields.pain, lead.pain],
    [reader.t.pool.reason, lead.status === 'invalid' ? lead.invalidReason : null],
    [fields.channel, [lead.channel && show(reader, 'channel', lead.channel), lead.source].filter(Boolean).join(' · ')],
    [fields.note, lead.note],
    [fields.grade, lead.grade],
    lead.status === 'pool' ? [fields.status, reader.t.status.pool] : [fields.owner, owner],
  );
}

function gradeReasons(reader: Reader, reasons: { key: string; points: number }[]): string[] {
  const known = new Map(reader.playbook.grades.rules.map((rule) => [rule.key, rule.reason]));
  return reasons
    .filter(({ points }) => points !== 0)
    .map(({ key, points }) => {
      const reason = known.get(key);
      return `${reason ? reader.text(reason) : key} ${points >= 0 ? '+' : ''}${points}`;
    });
}
