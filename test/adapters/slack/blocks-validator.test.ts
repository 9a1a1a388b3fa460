import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import invalid from '../../fixtures/slack/slackblocks-spec/fixtures/invalid/manifest.json' with { type: 'json' };
import { invalidCases } from '../../support/slack/invalid-cases.ts';
import { block, messageProblems, problems, viewProblems } from '../../support/slack-blocks.ts';
import { fillable, image, interactive, option, optionGroup, text, urlSource } from '../../support/slack-elements.ts';
import { any, isRecord, type Rule, tagged } from '../../support/slack-rules.ts';

const valid = 'test/fixtures/slack/slackblocks-spec/fixtures/valid';
const read = (folder: string) =>
  readdirSync(`${valid}/${folder}`).map((file): [string, unknown] => [
    file.replace('.json', ''),
    JSON.parse(readFileSync(`${valid}/${folder}/${file}`, 'utf8')),
  ]);

/** The validator stands for Slack in every rendering test, so it is judged by material that is not ours. */
describe('the Block Kit validator', () => {
  const element = tagged({ ...interactive, ...fillable, image, url: urlSource });

  test.each(read('blocks'))('takes the valid block %s', (_, value) => {
    expect(problems(block, value)).toEqual([]);
  });

  test.each(read('elements'))('takes the valid element %s', (_, value) => {
    expect(problems(element, value)).toEqual([]);
  });

  const objects: Record<string, Rule> = { text: text(), option_group: optionGroup, option };
  test.each(read('objects'))('takes the valid object %s', (name, value) => {
    const kind = Object.keys(objects).find((prefix) => name.startsWith(prefix));
    expect(problems(objects[kind ?? ''] ?? any, value)).toEqual([]);
  });

  test.each(read('views'))('takes the valid view %s', (_, value) => {
    expect(viewProblems(value)).toEqual([]);
  });

  test.each([...read('messages'), ...read('attachments')])('takes the blocks of the valid message %s', (_, value) => {
    const message = isRecord(value) ? value : {};
    const attached = Array.isArray(message.attachments) ? message.attachments : [];
    for (const blocks of [message.blocks, ...attached.map((a: { blocks: unknown }) => a.blocks)]) {
      for (const each of Array.isArray(blocks) ? blocks : []) expect(problems(block, each)).toEqual([]);
    }
  });

  test('has a case for every invalid thing the spec names, and no other', () => {
    expect(Object.keys(invalidCases).sort()).toEqual(invalid.cases.map(({ id }) => id).sort());
  });

  test.each(invalid.cases.map(({ id, description }): [string, string] => [id, description]))('refuses %s: %s', (id) => {
    const made = invalidCases[id];
    if (!made) return expect.fail(`no case ${id}`);
    const judge =
      made.as === 'view'
        ? viewProblems
        : (value: unknown) => problems(made.as === 'element' ? element : made.as === 'text' ? text() : block, value);
    expect(judge(made.good), 'the same without the fault is valid').toEqual([]);
    expect(judge(made.bad)).not.toEqual([]);
  });

  test('refuses what only a whole message can get wrong', () => {
    const section = { type: 'section', text: { type: 'mrkdwn', text: 'x' } };
    const table = { type: 'table', rows: [[{ type: 'raw_text', text: 'x' }]] };
    const long = { type: 'section', text: { type: 'mrkdwn', text: 'x'.repeat(2_900) } };
    expect(messageProblems([section])).toEqual([]);
    expect(messageProblems(Array(51).fill(section))).not.toEqual([]);
    expect(messageProblems([table, table])).not.toEqual([]);
    expect(messageProblems(Array(5).fill(long))).not.toEqual([]);
    expect(
      messageProblems([
        { ...section, block_id: 'a' },
        { ...section, block_id: 'a' },
      ]),
    ).not.toEqual([]);
    expect(messageProblems([{ type: 'nonsense' }])).not.toEqual([]);
    expect(messageProblems([{ ...section, colour: 'red' }])).not.toEqual([]);
  });
});
