import type { Input } from '../../intents.ts';
import { type Edit, editPlaybook } from '../../playbook/edit.ts';
import { PlaybookError, readPlaybook } from '../../playbook/load.ts';
import type { Pipeline, Playbook, Stage } from '../../playbook/schema.ts';
import { type Change, create, type Plan } from '../change.ts';
import { type Context, needsRole } from '../context.ts';
import type { Deal } from '../find.ts';
import { factOf } from '../opportunities/facts.ts';
import { enter } from '../opportunities/gate.ts';
import { Refusal } from '../refusal.ts';
import { editOf, openBeside } from './edit-of.ts';

/** A change of the process as it would be: what it is, which deals it touches and what becomes of them. */
export interface Rehearsed {
  edit: Edit;
  /** As it is, and as it would be. */
  before: Pipeline;
  after: Pipeline;
  stage: Stage;
  /** The version of the playbook it would be. */
  version: number;
  /** The open deals in the stage it is about. */
  deals: Deal[];
  /** Where they go when the stage goes, and where else they could. */
  to: Stage | null;
  choices: Stage[];
  /** How many of them lack what they will be asked for when they move on, and what that is. */
  lacking: { count: number; fields: string[] };
  book: Playbook;
  plan: Plan;
}

/** Rehearses a change of the team's process: an admin's to make. Refuses what would not pass the checks of a playbook. */
export async function changeProcess(context: Context, input: Input<'process.change'>): Promise<Rehearsed> {
  needsRole(context, 'admin');
  const { db, playbook, by, now } = context;
  const { edit, pipeline, stage } = editOf(context, input);
  const [{ text }, { _max }] = await Promise.all([
    db.playbook.findUniqueOrThrow({ where: { version: playbook.version } }),
    db.playbook.aggregate({ _max: { version: true } }),
  ]);
  const made = editPlaybook(text, readPlaybook(text), edit);
  const book = checked(made);
  const after = book.pipelines.find((one) => one.key === pipeline.key) as Pipeline;
  const deals = await db.opportunity.findMany({
    where: { pipeline: pipeline.key, stage: stage.key, status: 'open', removedAt: null },
    include: { customer: true },
    orderBy: { id: 'asc' },
  });
  const to = edit.do === 'remove' ? (after.stages.find((one) => one.key === edit.to) ?? null) : null;
  const version = (_max.version ?? 0) + 1;
  const why = `${edit.do} ${stage.key}`;
  const changes: (Change | null)[] = [
    create('Playbook', version, { text: made, why, personId: by.id, createdAt: now }),
    ...(to ? deals.map((deal) => enter(context, deal, to)) : []),
  ];
  return {
    edit,
    before: pipeline,
    after: edit.do === 'pipeline' ? (book.pipelines.at(-1) as Pipeline) : after,
    stage,
    version,
    deals: edit.do === 'pipeline' ? [] : deals,
    to,
    choices: to ? openBeside(pipeline, stage).filter((one) => one.key !== to.key) : [],
    lacking: lackingOf(edit, { deals, before: pipeline, after, to }),
    book,
    plan: { changes: changes.filter((one) => one !== null) },
  };
}

function checked(text: string): Playbook {
  try {
    return readPlaybook(text);
  } catch (error) {
    if (!(error instanceof PlaybookError)) throw error;
    throw new Refusal('bad-process', { faults: error.faults.map(({ means, write }) => `${means} ${write}`) });
  }
}

interface State {
  deals: Deal[];
  before: Pipeline;
  after: Pipeline;
  to: Stage | null;
}

/** What the deals will be asked for that they do not know: a new demand, or what was passed over on the way to a later stage. */
function lackingOf(edit: Edit, { deals, before, after, to }: State): Rehearsed['lacking'] {
  const asked =
    edit.do === 'require'
      ? [edit.field]
      : edit.do === 'ask'
        ? (after.stages
            .find((one) => one.key === edit.stage)
            ?.questions.slice(-1)
            .map((one) => one.key) ?? [])
        : to && edit.do === 'remove'
          ? needsUpTo(before, edit.stage, to)
          : [];
  const lacks = (deal: Deal) => asked.filter((key) => factOf(deal, key) === null);
  const short = deals.filter((deal) => lacks(deal).length > 0);
  return { count: short.length, fields: [...new Set(short.flatMap(lacks))] };
}

/** What the stages between two ask for, the first included. */
function needsUpTo({ stages }: Pipeline, from: string, to: Stage): string[] {
  const start = stages.findIndex((one) => one.key === from);
  const end = stages.findIndex((one) => one.key === to.key);
  return end < start ? [] : stages.slice(start + 1, end + 1).flatMap((one) => one.needs);
}
