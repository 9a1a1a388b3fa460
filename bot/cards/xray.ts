import type { Block, Card } from '../chat/card.ts';
import { percent } from '../i18n/index.ts';
import type { Xray } from '../sales/opportunities/show-xray.ts';
import { buttons, card, type Reader } from './reader.ts';
import { daysSaid, shareSaid, timeSaid, waitingSaid } from './xray-values.ts';

type PipelineXray = Xray['pipelines'][number];
type Stage = PipelineXray['stages'][number];

/** Where deals wait, loop and die: the bottleneck and what it costs, the stages as a table and a picture, how sure it is. */
export function xrayCard(reader: Reader, xray: Xray, picture: number | null, { review = false } = {}): Card {
  const t = reader.t.xray;
  const { months, whose, pipelines } = xray;
  const title = [review ? t.review : t.title, t.whose[whose], t.span(months)].join(' · ');
  const others = buttons(
    ...[3, 6, 12]
      .filter((span) => span !== months)
      .map((span) => reader.button(t.span(span), { name: 'xray.show', input: { months: span, whose } })),
  );
  if (pipelines.length === 0) return card(title, [{ kind: 'text', text: t.none }, others]);
  const said = pipelines.map((one) => verdict(reader, xray, one));
  return card(
    title,
    [
      ...pipelines.flatMap((one, at): Block[] => [
        {
          kind: 'text',
          text: [pipelines.length > 1 && nameOf(reader, one), ...(said[at] ?? [])].filter(Boolean).join('\n'),
        },
        table(reader, xray, one),
      ]),
      picture !== null && { kind: 'picture', picture, alt: altOf(reader, xray) },
      ...pipelines.map((one): Block => ({ kind: 'list', items: one.stages.map((stage) => sure(reader, xray, stage)) })),
      { kind: 'note', text: t.meaning(xray.enough) },
      others,
    ],
    { summary: `${title}${reader.language === 'zh' ? '：' : ': '}${said[0]?.[0]}` },
  );
}

function nameOf(reader: Reader, { pipeline }: PipelineXray): string {
  const found = reader.playbook.pipelines.find((one) => one.key === pipeline);
  return found ? reader.text(found.name) : pipeline;
}

/** The bottleneck and the what-if as one reads them out; what rests on too few deals is left out and said so. */
function verdict(reader: Reader, { currency, enough }: Xray, { bottleneck }: PipelineXray): string[] {
  const t = reader.t.xray;
  if (!bottleneck) return [t.tooFew(enough)];
  const { stage, days, share, n, atLeast, rival, whatIf } = bottleneck;
  const slowest = t.slowest(
    reader.stage(stage),
    daysSaid(days),
    percent(Math.round(share * 100) / 100, reader.language),
    n,
  );
  if (atLeast || !whatIf) return [t.slowestGoing(reader.stage(stage), daysSaid(days), n)];
  const { won, open, sooner, odds } = whatIf;
  const known = odds !== null && odds.n >= enough;
  return [
    slowest,
    rival !== null && t.rival(reader.stage(rival)),
    won.n >= enough ? t.saved(daysSaid(won.days), won.n) : t.savedFew(won.n),
    open.n > 0 && t.over(open.n, daysSaid(open.days)),
    open.n > 0 &&
      (known
        ? sooner.n > 0 &&
          t.sooner(
            reader.money(Math.round(sooner.amount), currency),
            sooner.n,
            shareSaid(reader, odds, enough),
            odds.hits,
            odds.n,
          )
        : t.soonerFew(odds?.n ?? 0)),
  ].filter((one) => typeof one === 'string');
}

function table(reader: Reader, { enough }: Xray, { stages }: PipelineXray): Block {
  const t = reader.t.xray;
  return {
    kind: 'table',
    columns: t.columns.map((label, at) => ({ label, align: at === 0 ? 'left' : 'right' })),
    rows: stages.map((one) => [
      reader.stage(one.stage),
      String(one.time.n),
      timeSaid(one.time, 'median', enough),
      timeSaid(one.time, 'p90', enough),
      shareSaid(reader, one.forward, enough),
      shareSaid(reader, one.lost, enough),
      shareSaid(reader, one.again, enough),
      waitingSaid(reader, one, enough),
    ]),
  };
}

/** How sure the two main figures of a stage are. */
function sure(reader: Reader, { enough }: Xray, { stage, time, forward }: Stage) {
  const t = reader.t.xray;
  const range = time.medianRange;
  const whole = (share: number) => Math.round(share * 100);
  const detail = [
    time.n < enough
      ? t.few(time.n)
      : range === null
        ? t.medianOpen(daysSaid(time.longest), time.n)
        : t.median(daysSaid(time.median ?? 0), daysSaid(range.low), range.high === null ? null : daysSaid(range.high)),
    time.n >= enough &&
      (forward === null || forward.n < enough
        ? t.forwardFew(forward?.n ?? 0)
        : t.forward(forward.hits, forward.n, whole(forward.low), whole(forward.high))),
  ];
  return { text: t.stage(reader.stage(stage), time.n), detail: detail.filter(Boolean).join(' · ') };
}

function altOf(reader: Reader, { pipelines, enough }: Xray): string {
  const t = reader.t.xray;
  const parts = pipelines.flatMap(({ stages }) =>
    stages.map(({ stage, time }) => `${reader.stage(stage)} ${timeSaid(time, 'median', enough)}`),
  );
  return t.alt(parts);
}
