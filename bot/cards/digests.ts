import type { Card } from '../chat/card.ts';
import type { Digest } from '../sales/digest.ts';
import { line } from './parts.ts';
import { card, facts, type Reader, ref } from './reader.ts';

/** The manager's day: what changed, what is stuck, who needs help, and the pipeline as a picture. */
export function digestCard(reader: Reader, digest: Digest, picture: number | null): Card {
  const { t } = reader;
  const { currency } = digest;
  const leads = digest.newLeads.reduce((sum, one) => sum + one.count, 0);
  const closed = (one: { count: number; amount: number }) =>
    one.count === 0 ? '0' : `${one.count} · ${reader.money(Math.round(one.amount), currency)}`;
  const people = (list: { owner: string; count: number }[]) => t.list(list.map((one) => `${one.owner} ${one.count}`));
  const bars = digest.pipeline.map((one) => `${reader.stage(one.stage)} ${one.count}`);
  return card(
    t.digest.title,
    [
      facts(
        [t.digest.leads, leads === 0 ? '0' : t.with(String(leads), people(digest.newLeads))],
        [t.digest.moves, digest.moves.length],
        [t.digest.won, closed(digest.won)],
        [t.digest.lost, closed(digest.lost)],
        [t.digest.stuck, digest.stuckCount],
        [t.digest.overdue, digest.overdue.reduce((sum, one) => sum + one.count, 0)],
      ),
      picture !== null && { kind: 'picture', picture, alt: t.digest.chartAlt(bars) },
      digest.moves.length > 0 && line(reader, t.digest.movesTitle, ''),
      {
        kind: 'list',
        items: digest.moves.slice(0, 8).map((move) => ({
          text: `${move.title}：${reader.stage(move.from)} → ${reader.stage(move.to)}`.replace(
            '：',
            reader.language === 'zh' ? '：' : ': ',
          ),
          detail: move.owner,
        })),
      },
      digest.stuck.length > 0 && line(reader, t.digest.stuckTitle, ''),
      {
        kind: 'list',
        items: digest.stuck.map((deal) => ({
          text: deal.title,
          detail: [
            deal.owner,
            reader.stage(deal.stage),
            t.days(deal.days),
            deal.amount !== null && reader.money(deal.amount, deal.currency),
          ]
            .filter(Boolean)
            .join(' · '),
          buttons: [reader.button(t.deal.show, { name: 'deal.show', input: { deal: ref(deal.id) } })],
        })),
      },
      digest.overdue.length > 0 && line(reader, t.digest.overdueTitle, people(digest.overdue.slice(0, 8))),
      leads + digest.moves.length + digest.won.count + digest.lost.count === 0 && { kind: 'note', text: t.digest.none },
    ],
    {
      summary: `${t.digest.title}${reader.language === 'zh' ? '：' : ': '}${t.digest.summary(leads, digest.moves.length, digest.stuckCount)}`,
    },
  );
}
