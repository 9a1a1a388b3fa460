import type { Block, Button, Card } from '../chat/card.ts';
import { percent } from '../i18n/index.ts';
import type { Risk, Signal } from '../sales/alerts/deal-facts.ts';
import type { Risks } from '../sales/alerts/list-risks.ts';
import { dotted } from './field-lines.ts';
import { buttons, card, facts, type Reader, ref } from './reader.ts';
import { dayText } from './spans.ts';

/** Why it is a danger, with its numbers. */
export function reason(reader: Reader, { deal }: Risk, signal: Signal): string {
  const t = reader.t.alerts;
  const stages = reader.playbook.pipelines.find((one) => one.key === deal.pipeline)?.stages ?? [];
  const named = (place: number) => reader.stage(stages[place]?.key ?? '');
  switch (signal.kind) {
    case 'overdue': {
      const { days, limit, n, own } = signal;
      return own
        ? t.overdue(reader.stage(deal.stage), days, limit, n)
        : t.overdueBook(reader.stage(deal.stage), days, limit);
    }
    case 'slipped':
      return t.slipped(signal.times, signal.days, dayText(reader, signal.to));
    case 'amount': {
      const money = (amount: number) => reader.money(amount, deal.currency);
      return t.amount(money(signal.from), money(signal.to), percent(1 - signal.to / signal.from, reader.language));
    }
    case 'back':
      return t.back(named(signal.from), named(signal.to), reader.day(signal.at));
    case 'silent':
      return t.silent(signal.days, signal.tries);
    case 'contact':
      return t.contact(signal.contacts);
    case 'price':
      return t.price(reader.stage(deal.stage));
    case 'step':
      return t.step;
    case 'promise':
      return t.promise(signal.what, reader.day(signal.dueAt), signal.count);
  }
}

function actButton(reader: Reader, { deal, signals }: Risk): Button | null {
  const [first] = signals;
  if (!first) return null;
  const intent = { name: 'risk.act', input: { deal: ref(deal.id), act: first.kind } } as const;
  return reader.button(reader.t.alerts.acts[first.kind], intent, 'primary');
}

const reasons = (reader: Reader, risk: Risk): Block => ({
  kind: 'list',
  items: risk.signals.map((signal) => ({ text: reason(reader, risk, signal) })),
});

/** A deal in danger: every reason on its own line, one suggestion that a tap plans, and ways to be left in peace. `late`: the manager's, with the day its owner was told. */
export function alertCard(reader: Reader, risk: Risk, late: { told: string } | null = null): Card {
  const { t } = reader;
  const { deal, signals } = risk;
  const [first] = signals;
  const title = late ? t.alerts.late(deal.title, deal.owner) : t.alerts.title(deal.title);
  const input = { deal: ref(deal.id) };
  return card(
    title,
    [
      late && { kind: 'text', text: t.alerts.lateText(deal.owner, dayText(reader, late.told)) },
      reasons(reader, risk),
      first && { kind: 'note', text: t.alerts.suggest(t.alerts.acts[first.kind]) },
      buttons(
        actButton(reader, risk),
        reader.button(t.alerts.snooze, { name: 'risk.snooze', input }),
        !late && reader.button(t.alerts.pause, { name: 'deal.pause', input }),
        reader.button(t.deal.show, { name: 'deal.show', input }),
      ),
    ],
    {
      tone: 'warn',
      summary: first ? `${title}${reader.language === 'zh' ? '：' : ': '}${reason(reader, risk, first)}` : title,
    },
  );
}

/** Which deals are in danger and why, or what is wrong with one. */
export function risksCard(reader: Reader, { deal, whose, risks, more }: Risks): Card {
  const { t } = reader;
  if (deal) {
    const [risk] = risks;
    if (!risk || risk.signals.length === 0)
      return card(t.alerts.of(deal.title), [{ kind: 'text', text: t.alerts.none }]);
    return { ...alertCard(reader, risk), title: t.alerts.of(deal.title) };
  }
  const title = t.alerts.list[whose];
  if (risks.length === 0) return card(title, [{ kind: 'text', text: t.alerts.noneAtAll }]);
  return card(title, [
    {
      kind: 'list',
      items: risks.map((risk) => ({
        text: dotted(
          risk.deal.title,
          whose !== 'mine' && risk.deal.owner,
          risk.deal.amount && reader.money(risk.deal.amount, risk.deal.currency),
        ),
        detail: risk.signals
          .slice(0, 3)
          .map((signal) => reason(reader, risk, signal))
          .join('\n'),
        buttons: [actButton(reader, risk)].filter((one) => one !== null),
      })),
    },
    more > 0 && { kind: 'note', text: t.alerts.more(more) },
  ]);
}

/** Until when nothing is said of it. */
export function riskSnoozed(reader: Reader, title: string, until: string, undo: Button): Card {
  const { t } = reader;
  return card(t.alerts.snoozed(title), [facts([t.alerts.until, dayText(reader, until)]), buttons(undo)], {
    tone: 'good',
  });
}
