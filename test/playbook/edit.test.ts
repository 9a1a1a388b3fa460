import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { type Edit, editPlaybook } from '../../bot/playbook/edit.ts';
import { readPlaybook } from '../../bot/playbook/load.ts';

const starter = readFileSync(new URL('../../bot/playbook/starter.yaml', import.meta.url), 'utf8');
const edited = (edit: Edit, text = starter) => editPlaybook(text, readPlaybook(text), edit);
const stages = (text: string) => readPlaybook(text).pipelines[0]?.stages.map((one) => one.name.zh);
const at = { pipeline: 'standard' };
const trial: Edit = { ...at, do: 'add', after: 'quote', name: { zh: '试用', en: 'Trial' }, days: 14 };

test('a stage is added after another, with a key of its own, and every comment stays', () => {
  const text = edited(trial);
  expect(stages(text)).toEqual(['需求确认', '方案沟通', '报价', '试用', '合同签订', '赢单', '输单']);
  expect(readPlaybook(text).pipelines[0]?.stages[3]).toMatchObject({ key: 'trial', dueDays: 14, needs: [] });
  const comments = (yaml: string) => yaml.split('\n').filter((line) => line.trim().startsWith('#')).length;
  expect(comments(text)).toBe(comments(starter));
  const twice = edited({ ...trial, name: { zh: '试点', en: '试点' } }, text);
  expect(readPlaybook(twice).pipelines[0]?.stages[3]).toMatchObject({ key: 'stage_2', name: { zh: '试点' } });
});

test('a new name leaves the old one understood, and the other language as it is', () => {
  const [, solution] =
    readPlaybook(edited({ ...at, do: 'rename', stage: 'solution', name: '方案评审', language: 'zh' })).pipelines[0]
      ?.stages ?? [];
  expect(solution).toMatchObject({ key: 'solution', name: { zh: '方案评审', en: 'Solution' } });
  expect(solution?.words).toContain('方案沟通');
});

test('a stage that goes leaves its name, and talk tracks and cadences made for it are for the stage its deals go to', () => {
  const book = readPlaybook(edited({ ...at, do: 'remove', stage: 'quote', to: 'solution' }));
  expect(book.pipelines[0]?.stages.map(({ key }) => key)).toEqual(['need', 'solution', 'contract', 'won', 'lost']);
  expect(book.formerStages).toMatchObject([{ key: 'quote', name: { zh: '报价', en: 'Quote' } }]);
  expect(book.talkTracks.find(({ key }) => key === 'price_quote')?.stages).toContain('solution');
  expect(book.cadences.find(({ key }) => key === 'deal_closing')?.for.stages).toEqual(['solution', 'contract']);
});

test('what a stage asks for is added and taken out: fields and open questions', () => {
  const asked = edited({ ...at, do: 'require', stage: 'quote', field: 'competitor' });
  expect(readPlaybook(asked).pipelines[0]?.stages[2]?.needs).toEqual(['amount', 'close_on', 'competitor']);
  const ask = { zh: '客户为什么现在买？', en: 'Why do they buy now?' };
  const open = edited({ ...at, do: 'ask', stage: 'quote', question: ask }, asked);
  const quote = readPlaybook(open).pipelines[0]?.stages[2];
  expect(quote?.questions).toMatchObject([{ name: { zh: '客户为什么现在买', en: 'Why do they buy now' }, ask }]);
  const key = quote?.questions[0]?.key ?? '';
  const released = edited(
    { ...at, do: 'release', stage: 'quote', field: key },
    edited({ ...at, do: 'release', stage: 'quote', field: 'amount' }, open),
  );
  expect(readPlaybook(released).pipelines[0]?.stages[2]?.needs).toEqual(['close_on', 'competitor']);
});

test('days, owner and the rules of moving are set', () => {
  const edits: Edit[] = [
    { ...at, do: 'days', stage: 'quote', days: 10 },
    { ...at, do: 'owner', stage: 'quote', role: 'manager' },
    { ...at, do: 'skip', stage: 'quote', roles: ['rep'], rule: 'never' },
    { ...at, do: 'back', stage: 'quote', roles: ['rep', 'manager'], rule: 'reason' },
  ];
  const text = edits.reduce((yaml, edit) => edited(edit, yaml), starter);
  expect(readPlaybook(text).pipelines[0]?.stages[2]).toMatchObject({
    dueDays: 10,
    owner: 'manager',
    moves: { skip: { rep: 'never' }, back: { rep: 'reason', manager: 'reason' } },
  });
});

test('a pipeline is made after another one', () => {
  const book = readPlaybook(edited({ ...at, do: 'pipeline', name: { zh: '渠道流程', en: 'Channel' } }));
  expect(book.pipelines.map(({ key }) => key)).toEqual(['standard', 'channel']);
  expect(book.pipelines[1]?.stages.map(({ key }) => key)).toEqual(book.pipelines[0]?.stages.map(({ key }) => key));
});
