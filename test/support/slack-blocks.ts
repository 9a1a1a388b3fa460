import limits from '../fixtures/slack/slackblocks-spec/limits.json' with { type: 'json' };
import { blockId, fillable, image, imageFields, imageSource, interactive, plain, text } from './slack-elements.ts';
import { richer } from './slack-richer.ts';
import { bool, both, isRecord, list, object, oneOf, optional, type Rule, string, tagged, when } from './slack-rules.ts';

const section = both(
  object({
    type: oneOf('section'),
    block_id: blockId,
    text: optional(text(limits.section.text.max_length)),
    fields: optional(list(text(limits.section.fields.item_max_length), limits.section.fields.max_items, 1)),
    accessory: optional(tagged({ ...interactive, image })),
    expand: optional(bool),
  }),
  when((v) => v.text === undefined && v.fields === undefined, 'needs text or fields'),
);

/** Block Kit as Slack checks it, as far as is documented. https://docs.slack.dev/reference/block-kit/blocks */
export const block: Rule = tagged({
  ...richer,
  section,
  header: object({ type: oneOf('header'), block_id: blockId, text: plain(limits.header.text.max_length) }),
  divider: object({ type: oneOf('divider'), block_id: blockId }),
  image: both(object({ ...imageFields, block_id: blockId, title: optional(plain(2000)) }), imageSource),
  context: object({
    type: oneOf('context'),
    block_id: blockId,
    elements: list(tagged({ ...textKinds(), image }), limits.context.elements.max_items, 1),
  }),
  actions: object({
    type: oneOf('actions'),
    block_id: blockId,
    elements: list(tagged(interactive), limits.actions.elements.max_items, 1),
  }),
  input: object({
    type: oneOf('input'),
    block_id: blockId,
    label: plain(limits.input.label.max_length),
    hint: optional(plain(limits.input.hint.max_length)),
    optional: optional(bool),
    dispatch_action: optional(bool),
    element: tagged(fillable),
  }),
  markdown: object({
    type: oneOf('markdown'),
    block_id: blockId,
    text: string(limits.markdown.text.max_length, limits.markdown.text.min_length),
  }),
  file: object({ type: oneOf('file'), block_id: blockId, external_id: string(), source: oneOf('remote') }),
});

function textKinds(): Record<string, Rule> {
  return { plain_text: text(), mrkdwn: text() };
}

const viewFields = {
  blocks: list(block, limits.view.blocks.max_items, limits.view.blocks.min_items),
  private_metadata: optional(string(limits.view.private_metadata.max_length)),
  callback_id: optional(string(limits.view.callback_id.max_length)),
  external_id: optional(string(255)),
};

const view: Rule = tagged({
  home: object({ type: oneOf('home'), ...viewFields }),
  modal: object({
    type: oneOf('modal'),
    ...viewFields,
    title: plain(limits.view.title.max_length),
    submit: optional(plain(limits.view.submit.max_length)),
    close: optional(plain(limits.view.close.max_length)),
    clear_on_close: optional(bool),
    notify_on_close: optional(bool),
    submit_disabled: optional(bool),
  }),
});

/** What is wrong with a value by one rule: `path: message` each. */
export function problems(rule: Rule, value: unknown): string[] {
  const found: string[] = [];
  rule(value, '', (path, message) => found.push(`${path}: ${message}`));
  return found;
}

/** What Slack would refuse of a message's blocks. `characters` is measured, not documented: bolt-js issue 2509. */
export function messageProblems(blocks: unknown): string[] {
  const found = problems(list(block, 50), blocks);
  if (!Array.isArray(blocks)) return found;
  if (JSON.stringify(blocks).length > 13_100) found.push('/: too much text in all');
  if (blocks.filter((b) => b?.type === 'table').length > 1) found.push('/: more than one table');
  const markdown = blocks.reduce((sum, b) => sum + (b?.type === 'markdown' ? String(b.text).length : 0), 0);
  if (markdown > limits.markdown.text.max_length) found.push('/: too much markdown in all');
  return [...found, ...repeated(blocks)];
}

/** What Slack would refuse of a view. */
export function viewProblems(value: unknown): string[] {
  const blocks = isRecord(value) && Array.isArray(value.blocks) ? value.blocks : [];
  const submits = isRecord(value) && value.submit !== undefined;
  const asks = blocks.some((b) => b?.type === 'input');
  return [
    ...problems(view, value),
    ...repeated(blocks),
    ...(asks && !submits ? ['/submit: is needed where there are inputs'] : []),
    ...(blocks.some((b) => b?.type === 'table') ? ['/blocks: a table cannot stand in a modal'] : []),
  ];
}

function repeated(blocks: { block_id?: string; elements?: { action_id?: string }[] }[]): string[] {
  const twice = (ids: (string | undefined)[]) => ids.filter((id, i) => id !== undefined && ids.indexOf(id) !== i);
  return [
    ...twice(blocks.map((b) => b?.block_id)).map((id) => `/: block_id ${id} twice`),
    ...blocks.flatMap((b) =>
      twice((Array.isArray(b?.elements) ? b.elements : []).map((e) => e?.action_id)).map(
        (id) => `/: action_id ${id} twice`,
      ),
    ),
  ];
}
