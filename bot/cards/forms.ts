import type { Card } from '../chat/card.ts';
import type { Input } from '../intents.ts';
import { card, type Reader } from './reader.ts';

export function leadForm(reader: Reader, filled: Input<'lead.form'>): Card {
  const { t, playbook } = reader;
  const { fields } = t;
  const value = (one: unknown) => (one === undefined ? {} : { value: String(one) });
  return card(t.lead.form, [
    {
      kind: 'form',
      form: {
        intent: 'lead.create',
        fixed: {},
        title: t.lead.form,
        submit: t.lead.submit,
        cancel: t.cancel,
        open: t.lead.fill,
        say: t.lead.formSay,
        fields: [
          { name: 'name', label: fields.name ?? '', type: 'text', ...value(filled.name) },
          { name: 'company', label: fields.company ?? '', type: 'text', required: true, ...value(filled.company) },
          { name: 'phone', label: fields.phone ?? '', type: 'phone', ...value(filled.phone) },
          { name: 'email', label: fields.email ?? '', type: 'email', ...value(filled.email) },
          {
            name: 'industry',
            label: fields.industry ?? '',
            type: 'choice',
            options: options(reader, playbook.industries),
            ...value(filled.industry),
          },
          { name: 'budget', label: fields.budget ?? '', type: 'money', ...value(filled.budget?.amount) },
          {
            name: 'channel',
            label: fields.channel ?? '',
            type: 'choice',
            options: options(reader, playbook.channels),
            ...value(filled.channel),
          },
          { name: 'pain', label: fields.pain ?? '', type: 'long', ...value(filled.pain) },
        ],
      },
    },
  ]);
}

export function dealForm(
  reader: Reader,
  filled: { lead?: string | undefined; customer?: string | undefined },
  name: string,
): Card {
  const { t, playbook } = reader;
  const { fields } = t;
  return card(t.deal.form, [
    {
      kind: 'form',
      form: {
        intent: 'deal.open',
        fixed: filled.lead ? { lead: filled.lead } : {},
        title: t.deal.form,
        submit: t.deal.submit,
        cancel: t.cancel,
        open: t.deal.fill,
        say: t.deal.formSay,
        fields: [
          ...(filled.lead
            ? []
            : [
                { name: 'customer', label: t.kinds.customer ?? '', type: 'text' as const, required: true, value: name },
              ]),
          { name: 'title', label: fields.title ?? '', type: 'text' },
          { name: 'amount', label: fields.amount ?? '', type: 'money' },
          { name: 'closeOn', label: fields.closeOn ?? '', type: 'date' },
          ...(playbook.pipelines.length > 1
            ? [
                {
                  name: 'pipeline',
                  label: fields.pipeline ?? '',
                  type: 'choice' as const,
                  options: options(reader, playbook.pipelines),
                },
              ]
            : []),
        ],
      },
    },
  ]);
}

function options(reader: Reader, list: { key: string; name: { zh: string; en: string } }[]) {
  return list.map((one) => ({ value: one.key, label: reader.text(one.name) }));
}
