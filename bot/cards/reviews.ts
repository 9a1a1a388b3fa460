import type { Block, Button, Card } from '../chat/card.ts';
import type { Reviewed } from '../sales/closing/review-deal.ts';
import type { Deal } from '../sales/find.ts';
import { changeFacts } from './deals.ts';
import { buttons, card, type Reader, ref } from './reader.ts';
import { label } from './values.ts';

/** Half a minute to keep what a deal taught: how to say it in one line, and the form for it. */
export function reviewForm(reader: Reader, deal: Deal): Block[] {
  const { t, playbook } = reader;
  const key = deal.status === 'won' ? 'won_reason' : 'loss_reason';
  const field = playbook.fields.find((one) => one.key === key);
  const known = deal.facts as Record<string, unknown>;
  const value = (of: string) => (typeof known[of] === 'string' ? { value: known[of] } : {});
  const options = field?.options?.map((one) => ({ value: reader.text(one.name), label: reader.text(one.name) }));
  const chosen = field?.options?.find((one) => one.key === known[key]);
  return [
    { kind: 'note', text: t.review.ask(deal.title) },
    {
      kind: 'form',
      form: {
        intent: 'deal.review',
        fixed: { deal: ref(deal.id) },
        title: t.review.form,
        submit: t.review.submit,
        cancel: t.cancel,
        open: t.review.open,
        say: t.review.say(deal.title),
        fields: [
          ...(options
            ? [
                {
                  name: 'reason',
                  label: label(reader, key),
                  type: 'choice' as const,
                  options,
                  ...(chosen ? { value: reader.text(chosen.name) } : {}),
                },
              ]
            : []),
          { name: 'competitor', label: label(reader, 'competitor'), type: 'text', ...value('competitor') },
          { name: 'review', label: t.review.again, type: 'long', ...value('review') },
        ],
      },
    },
  ];
}

export function dealReviewed(reader: Reader, { deal, change }: Reviewed, undo: Button): Card {
  const { t } = reader;
  if (!change) return card(deal.title, [{ kind: 'text', text: t.deal.nothing }]);
  return card(t.review.kept(deal.title), [changeFacts(reader, change, deal.currency), buttons(undo)], { tone: 'good' });
}
