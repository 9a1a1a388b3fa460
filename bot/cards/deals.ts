import type { Block, Button, Card } from '../chat/card.ts';
import { masked, phone } from '../i18n/index.ts';
import type { Input } from '../intents.ts';
import type { Change, Value } from '../sales/change.ts';
import type { ApprovalView } from '../sales/closing/approval.ts';
import type { Deal } from '../sales/find.ts';
import type { DealPage } from '../sales/opportunities/list-deals.ts';
import type { Moved } from '../sales/opportunities/move-deal.ts';
import type { Opened } from '../sales/opportunities/open-deal.ts';
import type { DealView } from '../sales/opportunities/show-deal.ts';
import type { Planned } from '../sales/opportunities/stage-tasks.ts';
import type { Updated } from '../sales/opportunities/update-deal.ts';
import type { RefusalDetails } from '../sales/refusal.ts';
import { activityItems, daysOff, line, touchButtons, touchItems } from './parts.ts';
import { buttons, card, facts, type Reader, ref } from './reader.ts';
import { stageNote, stageTerms } from './stage-terms.ts';
import { label, show, silent } from './values.ts';

/** The stages of a deal's pipeline with where it stands. */
export function progress(reader: Reader, deal: Pick<Deal, 'pipeline' | 'stage' | 'status'>): Block {
  const stages = reader.playbook.pipelines.find((one) => one.key === deal.pipeline)?.stages ?? [];
  const at = stages.findIndex((stage) => stage.key === deal.stage);
  const shown =
    deal.status === 'lost'
      ? stages.filter((stage) => stage.outcome !== 'won')
      : stages.filter((stage) => stage.outcome !== 'lost');
  return {
    kind: 'progress',
    steps: shown.map((stage) => {
      const index = stages.indexOf(stage);
      const now = stage.key === deal.stage;
      return {
        label: reader.text(stage.name),
        state: now
          ? stage.outcome === 'lost'
            ? 'lost'
            : stage.outcome
              ? 'done'
              : 'now'
          : index < at && deal.status !== 'lost'
            ? 'done'
            : 'todo',
      };
    }),
  };
}

/** The stage after this one, or null at the end. */
export function nextStage(reader: Reader, deal: Pick<Deal, 'pipeline' | 'stage'>) {
  const stages = reader.playbook.pipelines.find((one) => one.key === deal.pipeline)?.stages ?? [];
  const next = stages[stages.findIndex((stage) => stage.key === deal.stage) + 1];
  return next && next.outcome !== 'lost' && !stages.find((stage) => stage.key === deal.stage)?.outcome ? next : null;
}

export function moveButton(reader: Reader, deal: Pick<Deal, 'id' | 'pipeline' | 'stage' | 'status'>): Button | null {
  const next = deal.status === 'open' ? nextStage(reader, deal) : null;
  return (
    next &&
    reader.button(
      reader.t.deal.moveTo(reader.text(next.name)),
      { name: 'deal.move', input: { deal: ref(deal.id), stage: next.key } },
      'primary',
    )
  );
}

export function dealOpened(reader: Reader, { deal, touch, madeCustomer, off }: Opened, undo: Button): Card {
  const { t } = reader;
  return card(
    t.deal.opened(deal.title),
    [
      progress(reader, deal),
      dealFacts(reader, deal),
      daysOff(reader, [off]),
      madeCustomer && { kind: 'note', text: t.deal.openedNew },
      line(reader, t.activity.proposed, `${touch.what} · ${reader.moment(touch.dueAt)}`),
      buttons(moveButton(reader, deal), undo),
    ],
    { tone: 'good' },
  );
}

export function dealMoved(
  reader: Reader,
  { deal, from, to, filled, off, planned, withdrawn, override }: Moved,
  undo: Button,
  after: Block[] = [],
): Card {
  const { t } = reader;
  const title =
    to.outcome === 'won'
      ? t.deal.won(deal.title)
      : to.outcome === 'lost'
        ? t.deal.lost(deal.title)
        : t.deal.moved(deal.title, reader.text(to.name));
  const known = deal as unknown as Record<string, Value>;
  return card(
    title,
    [
      progress(reader, deal),
      {
        kind: 'facts',
        facts: [
          { label: t.fields.stage ?? '', value: reader.text(to.name), was: reader.text(from.name) },
          ...filled.map((key) => ({
            label: label(reader, key),
            value: show(reader, key, columnOf(known, key), deal.currency),
          })),
        ],
      },
      daysOff(reader, [off]),
      !to.outcome && { kind: 'note', text: stageTerms(reader, to) },
      override && override.missing.length > 0 && { kind: 'note', text: t.process.overrideText },
      withdrawnNote(reader, withdrawn),
      ...plannedItems(reader, planned, deal),
      buttons(moveButton(reader, deal), undo),
      ...after,
    ],
    { tone: to.outcome === 'lost' ? 'plain' : 'good' },
  );
}

/** That requests for a discount are left behind by it. */
function withdrawnNote({ t }: Reader, withdrawn: ApprovalView[]): Block | null {
  const title = withdrawn[0]?.deal.title;
  return title === undefined ? null : { kind: 'note', text: t.approval.told.withdrawn?.('', title, '') ?? '' };
}

/** What a move planned, each with its day; whose it is, when it is somebody else's. */
function plannedItems(reader: Reader, planned: Planned[], deal: Deal): Block[] {
  const { t } = reader;
  return (['stage', 'revisit'] as const).flatMap((origin): Block[] => {
    const items = planned
      .filter((one) => one.origin === origin)
      .map(({ what, dueAt, owner }) => ({
        text: [what, reader.moment(dueAt), owner.id !== deal.ownerId && owner.name].filter(Boolean).join(' · '),
      }));
    const title = origin === 'stage' ? t.planned.tasks : t.planned.wake;
    return items.length === 0
      ? []
      : [
          { kind: 'text', text: title },
          { kind: 'list', items },
        ];
  });
}

/** To a colleague who got something to do with a deal that somebody moved. */
export function tasked(reader: Reader, { deal, to }: Moved, tasks: Planned[], by: string): Card {
  const { t } = reader;
  return card(t.planned.told(deal.title), [
    { kind: 'text', text: t.planned.by(by, reader.text(to.name)) },
    {
      kind: 'list',
      items: tasks.map(({ id, what, dueAt }) => ({
        text: `${reader.moment(dueAt)} · ${what}`,
        buttons: touchButtons(reader, id),
      })),
    },
  ]);
}

function columnOf(deal: Record<string, Value>, key: string): Value {
  if (key === 'amount') return deal.amount ?? null;
  if (key === 'close_on') return deal.closeOn ?? null;
  if (key === 'next_step') return deal.nextStep ?? null;
  return (deal.facts as Record<string, Value>)[key] ?? null;
}

/** A refused move: what lacks, in the rep's words, and how to answer. */
export function dealMissing(reader: Reader, details: RefusalDetails['missing-fields'], title: string): Card {
  const { t, playbook } = reader;
  const known = details.fields
    .map((key) => playbook.fields.find((field) => field.key === key))
    .filter((field) => field !== undefined);
  const example = known
    .map((field) => `${reader.text(field.name)} ${exampleOf(reader, field.type)}`)
    .join(reader.language === 'zh' ? '，' : ', ');
  return card(
    title,
    [
      { kind: 'text', text: `${t.deal.missing}${t.list(known.map((field) => reader.text(field.name)))}` },
      { kind: 'list', items: known.map((field) => ({ text: reader.text(field.ask) })) },
      { kind: 'note', text: `${t.deal.missingAsk}${example}` },
      details.skips && { kind: 'note', text: t.process.skips(details.skips.stages, details.skips.may) },
      details.anyway && {
        kind: 'note',
        text:
          details.anyway === 'may'
            ? t.process.mayOverride(details.title, reader.stage(details.stage))
            : t.process.askOverride,
      },
      buttons(
        reader.button(t.deal.show, { name: 'deal.show', input: { deal: ref(details.dealId) } }),
        reader.button(t.cancel, { name: 'cancel', input: {} }),
      ),
    ],
    { tone: 'warn', summary: `${title} · ${t.deal.missing}${t.list(known.map((field) => reader.text(field.name)))}` },
  );
}

function exampleOf(reader: Reader, type: string): string {
  const zh: Record<string, string> = { money: '50w', date: '12月20日', person: '王总', number: '3', yesno: '是' };
  const en: Record<string, string> = { money: '50k', date: 'Dec 20', person: 'Mr Wang', number: '3', yesno: 'yes' };
  return (reader.language === 'zh' ? zh : en)[type] ?? '…';
}

/** Old → new of one record. */
export function changeFacts(reader: Reader, change: Change, currency?: string): Block {
  return {
    kind: 'facts',
    facts: Object.entries(change.fields).flatMap(([field, [old, now]]) => {
      if (field === 'facts') {
        const before = (old ?? {}) as Record<string, Value>;
        const after = (now ?? {}) as Record<string, Value>;
        return Object.keys(after)
          .filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]))
          .map((key) => fact(reader, key, before[key] ?? null, after[key] ?? null, currency));
      }
      return silent.has(field) ? [] : [fact(reader, field, old, now, currency)];
    }),
  };
}

export function fact(reader: Reader, field: string, old: Value, now: Value, currency?: string) {
  return {
    label: label(reader, field),
    value: show(reader, field, now, currency),
    ...(old === null ? {} : { was: show(reader, field, old, currency) }),
  };
}

export function dealUpdated(
  reader: Reader,
  { deal, change, off, withdrawn }: Omit<Updated, 'plan' | 'asked'>,
  undo: Button,
): Card {
  const { t } = reader;
  if (!change) return card(deal.title, [{ kind: 'text', text: t.deal.nothing }]);
  return card(
    t.deal.updated(deal.title),
    [
      changeFacts(reader, change, deal.currency),
      daysOff(reader, off),
      withdrawnNote(reader, withdrawn),
      buttons(moveButton(reader, deal), undo),
    ],
    { tone: 'good' },
  );
}

export function dealCard(
  reader: Reader,
  { deal, owner, contacts, activities, touches }: DealView,
  { own, whole }: { own: boolean; whole: boolean },
): Card {
  const days = Math.floor((reader.now.getTime() - deal.stageAt.getTime()) / 86_400_000);
  const people = contacts.map((one) =>
    [one.name, one.title, one.phone && (whole ? phone(one.phone) : masked(one.phone))].filter(Boolean).join(' '),
  );
  return card(
    deal.title,
    [
      progress(reader, deal),
      dealFacts(reader, deal, owner, people),
      deal.status === 'open' && { kind: 'note', text: stageNote(reader, deal, days) },
      touchItems(reader, touches),
      activityItems(reader, activities),
      buttons(own && moveButton(reader, deal)),
    ],
    { summary: `${deal.title} · ${reader.stage(deal.stage)}` },
  );
}

function dealFacts(reader: Reader, deal: Deal, owner?: string, people: string[] = []): Block {
  const { fields } = reader.t;
  const given = Object.entries(deal.facts as Record<string, Value>).map(([key, value]): [string, string] => [
    label(reader, key),
    show(reader, `facts.${key}`, value),
  ]);
  return facts(
    deal.title !== deal.customer.name && [reader.t.kinds.customer, deal.customer.name],
    reader.playbook.pipelines.length > 1 && [reader.t.process.pipeline, show(reader, 'pipeline', deal.pipeline)],
    [fields.amount, deal.amount && reader.money(deal.amount, deal.currency)],
    [fields.odds, deal.odds && show(reader, 'odds', Number(deal.odds))],
    [fields.forecast, deal.forecast && show(reader, 'forecast', deal.forecast)],
    [fields.discount, deal.discount && show(reader, 'discount', Number(deal.discount))],
    [fields.closeOn, deal.closeOn && reader.day(deal.closeOn)],
    [fields.pausedUntil, deal.pausedUntil && deal.pausedUntil > reader.now && reader.day(deal.pausedUntil)],
    [
      fields.nextStep,
      deal.nextStep && [deal.nextStep, deal.nextAt && reader.moment(deal.nextAt)].filter(Boolean).join(' · '),
    ],
    ...given,
    [fields.contact, reader.t.list(people)],
    [fields.owner, owner],
  );
}

export function dealList(
  reader: Reader,
  { deals, next, stage, person, sum }: DealPage,
  { whose, closeBy, silentDays }: Input<'deal.list'>,
): Card {
  const { t } = reader;
  const span = closeBy
    ? t.deal.closingBy(reader.day(new Date(`${closeBy}T00:00:00Z`)))
    : silentDays
      ? t.deal.silentFor(silentDays)
      : '';
  const title = [t.deal.list, person?.name, stage && reader.stage(stage), span].filter(Boolean).join(' · ');
  const sums = sum?.amounts.map(({ amount, currency }) => reader.money(Math.round(amount), currency)) ?? [];
  if (deals.length === 0) return card(title, [{ kind: 'text', text: silentDays ? t.deal.noneSilent : t.deal.none }]);
  return card(title, [
    sum && { kind: 'text', text: [t.deal.count(sum.count), ...sums].join(' · ') },
    {
      kind: 'list',
      items: deals.map((deal) => ({
        text: deal.title,
        detail: [
          reader.stage(deal.stage),
          deal.amount && reader.money(deal.amount, deal.currency),
          deal.closeOn && reader.day(deal.closeOn),
        ]
          .filter(Boolean)
          .join(' · '),
        buttons: [reader.button(t.deal.show, { name: 'deal.show', input: { deal: ref(deal.id) } })],
      })),
    },
    next !== null &&
      buttons(
        reader.button(t.more, {
          name: 'deal.list',
          input: {
            ...(whose ? { whose } : {}),
            ...(stage ? { stage } : {}),
            ...(person ? { person: ref(person.id) } : {}),
            ...(closeBy ? { closeBy } : {}),
            ...(silentDays ? { silentDays } : {}),
            after: next,
          },
        }),
      ),
  ]);
}
