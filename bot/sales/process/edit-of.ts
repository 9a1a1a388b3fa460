import type { Input } from '../../intents.ts';
import type { Edit } from '../../playbook/edit.ts';
import type { Pipeline, Playbook, Role, Stage, Text } from '../../playbook/schema.ts';
import { findField, findStage } from '../../playbook/words.ts';
import type { Context } from '../context.ts';
import { pipelineCalled } from '../opportunities/switch-pipeline.ts';
import { Refusal } from '../refusal.ts';

type Said = Input<'process.change'>;
type Asking = Pick<Context, 'playbook' | 'by'>;

/** What is to be changed, by keys, and what it is about. */
export interface Meant {
  edit: Edit;
  pipeline: Pipeline;
  /** The stage it is about: of a new one, the one before it. */
  stage: Stage;
}

const languageOf = ({ by }: Asking) => (by.language === 'en' ? 'en' : 'zh');
const isOpen = (stage: Stage) => stage.outcome === undefined;

/** Reads a change that was said. Refuses what the process has not, has already, or cannot be without. */
export function editOf(context: Asking, said: Said): Meant {
  const pipeline = pipelineOf(context, said);
  const stages = pipeline.stages;
  const stage = said.do === 'pipeline' ? (stages[0] as Stage) : stageOf(context, pipeline, said);
  const about = { pipeline: pipeline.key, stage: stage.key };
  const text = (words: string | undefined) => ({ zh: lack(words, 'name'), en: lack(words, 'name') });
  const changed = (edit: Edit, same: boolean): Meant => {
    if (same) throw new Refusal('process-same', {});
    return { edit, pipeline, stage };
  };
  switch (said.do) {
    case 'add': {
      if (!isOpen(stage)) throw new Refusal('stage-stays', { name: stage.name[languageOf(context)], why: 'end' });
      refuseTaken(stages, lack(said.name, 'name'), null);
      const edit = { do: 'add' as const, pipeline: pipeline.key, after: stage.key, days: said.days ?? null };
      return changed({ ...edit, name: bilingual(text(said.name)) }, false);
    }
    case 'rename': {
      const name = lack(said.name, 'name');
      const language = /\p{Script=Han}/u.test(name) ? 'zh' : 'en';
      refuseTaken(stages, name, stage);
      return changed({ do: 'rename', ...about, name, language }, stage.name[language] === name);
    }
    case 'remove':
      return changed({ do: 'remove', ...about, to: targetOf(context, pipeline, stage, said.to).key }, false);
    case 'require': {
      if (said.question)
        return changed({ do: 'ask', ...about, question: text(said.question) }, asks(stage, said.question));
      const field = fieldOf(context, lack(said.field, 'field'));
      return changed({ do: 'require', ...about, field }, stage.needs.includes(field));
    }
    case 'release': {
      const field = fieldOf(context, lack(said.field, 'field'));
      return changed({ do: 'release', ...about, field }, !stage.needs.includes(field));
    }
    case 'days': {
      const days = said.days ?? 14;
      return changed({ do: 'days', ...about, days }, stage.dueDays === days);
    }
    case 'owner': {
      const role = said.role ?? 'rep';
      return changed({ do: 'owner', ...about, role }, stage.owner === role);
    }
    case 'skip':
    case 'back': {
      const roles: Role[] = said.role ? [said.role] : said.do === 'skip' ? ['rep'] : ['rep', 'manager'];
      const rule = said.rule ?? 'never';
      const held = (role: Role) => stage.moves?.[said.do === 'skip' ? 'skip' : 'back']?.[role];
      return changed(
        { do: said.do, ...about, roles, rule },
        roles.every((role) => held(role) === rule),
      );
    }
    case 'pipeline': {
      const name = bilingual(text(said.name));
      const there = context.playbook.pipelines.find((one) => one.name.zh === name.zh || one.name.en === name.en);
      if (there) throw new Refusal('stage-taken', { name: name[languageOf(context)] });
      return changed({ do: 'pipeline', pipeline: pipeline.key, name }, false);
    }
  }
}

/** The stages that deals of one that goes may go to. */
export const openBeside = (pipeline: Pipeline, stage: Stage) =>
  pipeline.stages.filter((one) => isOpen(one) && one.key !== stage.key);

function lack(words: string | undefined, key: string): string {
  if (words === undefined) throw new Refusal('nothing-said', { needs: [key] });
  return words;
}

/** The pipeline that was named, else the first one with the stage that was. */
function pipelineOf(context: Asking, { pipeline, stage, after }: Said): Pipeline {
  if (pipeline) return pipelineCalled(context, pipeline);
  const { playbook } = context;
  const named = stage ?? after;
  const has = named && playbook.pipelines.find(({ key }) => findStage(playbook, key, named));
  return has || (playbook.pipelines[0] as Pipeline);
}

function stageOf(context: Asking, pipeline: Pipeline, { stage, after, do: what }: Said): Stage {
  const said = what === 'add' ? after : stage;
  if (what === 'add' && said === undefined) return pipeline.stages.filter(isOpen).at(-1) as Stage;
  const found = findStage(context.playbook, pipeline.key, lack(said, 'stage'));
  const stages = pipeline.stages.map((one) => one.name[languageOf(context)]);
  if (!found) throw new Refusal('unknown-stage', { said: said ?? '', stages });
  return found;
}

/** Where the deals of a stage that goes are to go: where it was said, else the stage before, else the one after. */
function targetOf(context: Asking, pipeline: Pipeline, stage: Stage, said: string | undefined): Stage {
  const name = stage.name[languageOf(context)];
  if (!isOpen(stage)) throw new Refusal('stage-stays', { name, why: 'end' });
  const others = openBeside(pipeline, stage);
  if (others.length === 0) throw new Refusal('stage-stays', { name, why: 'last' });
  const at = pipeline.stages.indexOf(stage);
  if (said === undefined) return (others.findLast((one) => pipeline.stages.indexOf(one) < at) ?? others[0]) as Stage;
  const to = findStage(context.playbook, pipeline.key, said);
  if (to?.key === stage.key) throw new Refusal('stage-stays', { name, why: 'there' });
  const stages = others.map((one) => one.name[languageOf(context)]);
  if (!to || !isOpen(to)) throw new Refusal('unknown-stage', { said, stages });
  return to;
}

function fieldOf({ playbook, ...context }: Asking, said: string): string {
  const found = findField(playbook, said);
  const language = languageOf({ playbook, ...context });
  if (!found) throw new Refusal('no-such-field', { said, fields: playbook.fields.map((one) => one.name[language]) });
  return found.key;
}

const asks = ({ questions }: Stage, said: string) => questions.some(({ ask }) => ask.zh === said || ask.en === said);

function refuseTaken(stages: Playbook['pipelines'][number]['stages'], name: string, but: Stage | null): void {
  const wanted = name.trim().toLowerCase();
  const taken = stages.some(
    (one) => one !== but && [one.name.zh, one.name.en, ...one.words].some((word) => word.toLowerCase() === wanted),
  );
  if (taken) throw new Refusal('stage-taken', { name });
}

/** 试用/Trial is a name in both languages. */
function bilingual({ zh }: Text): Text {
  const parts = zh.split(/\s?\/\s?/);
  const han = parts.find((part) => /\p{Script=Han}/u.test(part));
  const latin = parts.find((part) => !/\p{Script=Han}/u.test(part));
  return { zh: han ?? zh, en: latin ?? zh };
}
