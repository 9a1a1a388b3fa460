import type { Block, Button, Card } from '../chat/card.ts';
import type { Input } from '../intents.ts';
import type { Pipeline, Stage } from '../playbook/schema.ts';
import type { Rehearsed } from '../sales/process/change-process.ts';
import { buttons, card, type Reader, readerOf, ref } from './reader.ts';
import { stageTerms } from './stage-terms.ts';
import { label, show } from './values.ts';

/** A change of the process as it would be, asked before it is made. */
export function processPreview(reader: Reader, rehearsed: Rehearsed): Card {
  const { t } = reader;
  const { before, stage, choices } = rehearsed;
  return card(
    t.process.ask,
    [
      ...whatChanges(reader, rehearsed, false),
      { kind: 'note', text: `${t.process.checked} ${t.process.askText}` },
      buttons(
        ...choices.slice(0, 4).map((one) =>
          reader.button(t.process.goTo(reader.text(one.name)), {
            name: 'process.change',
            input: { do: 'remove', stage: stage.key, pipeline: before.key, to: one.key },
          }),
        ),
      ),
    ],
    { tone: 'warn' },
  );
}

/** The process as it is now, and what became of the deals. */
export function processChanged(reader: Reader, rehearsed: Rehearsed, undo: Button): Card {
  const title = reader.t.process.changed(rehearsed.version);
  return card(title, [...whatChanges(reader, rehearsed, true), buttons(undo)], { tone: 'good' });
}

function whatChanges(old: Reader, rehearsed: Rehearsed, done: boolean): Block[] {
  const reader = readerOf({ language: old.language, zone: old.zone }, old.now, rehearsed.book);

  const { before, after, book } = rehearsed;
  const called = book.pipelines.length > 1 ? `${reader.text(after.name)}${reader.language === 'zh' ? '：' : ': '}` : '';
  const way = (pipeline: Pipeline) =>
    pipeline.stages
      .filter((one) => one.outcome !== 'lost')
      .map((one) => reader.text(one.name))
      .join(' → ');
  const same = way(before) === way(after);
  return [
    { kind: 'text', text: changeLine(reader, rehearsed) },
    { kind: 'text', text: same ? '' : `${called}${way(after)}` },
    { kind: 'list', items: dealLines(reader, rehearsed, done).map((text) => ({ text })) },
  ];
}

/** The change in plain words. */
function changeLine(reader: Reader, { edit, stage, before, after }: Rehearsed): string {
  const { process: words } = reader.t;
  const name = reader.text(stage.name);
  switch (edit.do) {
    case 'add':
      return words.adds(reader.text(edit.name), name, edit.days);
    case 'rename':
      return words.renames(stage.name[edit.language], edit.name);
    case 'remove':
      return words.removes(name);
    case 'require':
      return words.requires(name, label(reader, edit.field));
    case 'ask':
      return words.asks(name, reader.text(edit.question));
    case 'release':
      return words.releases(name, label(reader, edit.field));
    case 'days':
      return words.days(name, edit.days, stage.dueDays);
    case 'owner':
      return words.owned(name, edit.role);
    case 'skip':
      return words.skipRule(name, edit.roles, edit.rule);
    case 'back':
      return words.backRule(name, edit.roles, edit.rule);
    case 'pipeline':
      return words.newPipeline(reader.text(after.name), reader.text(before.name));
  }
}

/** How many open deals it touches, and what becomes of them. */
function dealLines(reader: Reader, { edit, stage, deals, to, lacking }: Rehearsed, done: boolean): string[] {
  const { process: words, list } = reader.t;
  const count = deals.length;
  const name = reader.text(stage.name);
  if (edit.do === 'pipeline') return [words.noDeals];
  if (count === 0) return [words.noneThere(name)];
  const fields = list(lacking.fields.map((key) => label(reader, key)));
  const short = lacking.count > 0 ? [words.lacking(lacking.count, fields)] : [];
  if (to) return [words.going(count, name, reader.text(to.name), done), ...short];
  if (edit.do === 'add') return [words.nextFor(count, name, reader.text(edit.name))];
  return [words.staying(count, name), ...short];
}

/** To the owner of deals that went to another stage with the process, or (`to` null) back to where they stood. */
export function dealsMigrated(
  reader: Reader,
  deals: { id: number; title: string }[],
  by: string,
  to: Stage | null,
): Card {
  const { t } = reader;
  const title = to
    ? t.process.migrated(by, deals.length, reader.text(to.name))
    : t.process.migratedBack(by, deals.length);
  const shown = deals.slice(0, 10);
  return card(title, [
    {
      kind: 'list',
      items: shown.map((deal) => ({
        text: deal.title,
        buttons: [reader.button(t.deal.show, { name: 'deal.show', input: { deal: ref(deal.id) } })],
      })),
    },
    { kind: 'note', text: deals.length > shown.length ? t.pages(shown.length, deals.length) : '' },
  ]);
}

/** The team's pipelines: each stage with its time, whose it is and what it asks. */
export function processCard(reader: Reader, pipelines: Pipeline[], version: number, admin: boolean): Card {
  const { t } = reader;
  const blocks = pipelines.flatMap((pipeline): Block[] => [
    { kind: 'text', text: pipelines.length > 1 ? reader.text(pipeline.name) : '' },
    { kind: 'list', items: pipeline.stages.map((stage) => stageItem(reader, stage)) },
  ]);
  const title = t.process.title(version);
  return card(title, [...blocks, { kind: 'note', text: admin ? t.process.howTo : '' }]);
}

function stageItem(reader: Reader, stage: Stage) {
  const { t } = reader;
  const needs = [...new Set([...stage.enterNeeds, ...stage.needs])].map((key) => label(reader, key));
  const detail = [stageTerms(reader, stage), needs.length > 0 && t.process.leaves(t.list(needs))];
  const said = detail.filter(Boolean).join(' · ');
  return { text: reader.text(stage.name), ...(said ? { detail: said } : {}) };
}

/** What is said to change the process, in a few words: for a question that waits. */
export function describeProcess(reader: Reader, input: Input<'process.change'>): string {
  const { t } = reader;
  const { do: what, pipeline, stage, after, name, field, question, days, role, rule, to } = input;
  const about = [
    pipeline && show(reader, 'pipeline', pipeline),
    stage && reader.stage(stage),
    after && t.process.after(reader.stage(after)),
    name,
    field && label(reader, field),
    question,
    days && t.days(days),
    role && t.roles[role],
    rule && t.process.rule(rule),
    to && `→ ${reader.stage(to)}`,
  ];
  return t.process.describe(what, about.filter(Boolean).join(' · '));
}
