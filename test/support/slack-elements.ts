import limits from '../fixtures/slack/slackblocks-spec/limits.json' with { type: 'json' };
import {
  any,
  bool,
  both,
  list,
  number,
  object,
  oneOf,
  optional,
  type Rule,
  string,
  tagged,
  when,
} from './slack-rules.ts';

/** Composition objects and elements of Block Kit. https://docs.slack.dev/reference/block-kit/block-elements */
export const actionId = optional(string(limits.action_id.max_length));
export const blockId = optional(string(limits.block_id.max_length));
const focus = optional(bool);

export function plain(max: number = limits.text.max_length): Rule {
  return object({ type: oneOf('plain_text'), text: string(max, 1), emoji: optional(bool) });
}

export function text(max: number = limits.text.max_length): Rule {
  return tagged({
    plain_text: plain(max),
    mrkdwn: object({ type: oneOf('mrkdwn'), text: string(max, 1), verbatim: optional(bool) }),
  });
}

const confirm = optional(
  object({
    title: plain(limits.confirmation.title.max_length),
    text: text(limits.confirmation.text.max_length),
    confirm: plain(limits.confirmation.confirm.max_length),
    deny: plain(limits.confirmation.deny.max_length),
    style: optional(oneOf('primary', 'danger')),
  }),
);

export const option = object({
  text: text(limits.option.text.max_length),
  value: string(limits.option.value.max_length),
  description: optional(text(limits.option.description.max_length)),
  url: optional(string(limits.option.url.max_length)),
});

export const optionGroup = object({
  label: plain(limits.option_group.label.max_length),
  options: list(option, limits.option_group.options.max_items, limits.option_group.options.min_items),
});

export const button = object({
  type: oneOf('button'),
  text: plain(limits.button.text.max_length),
  action_id: actionId,
  url: optional(string(limits.button.url.max_length)),
  value: optional(string(limits.button.value.max_length)),
  style: optional(oneOf('primary', 'danger')),
  confirm,
  accessibility_label: optional(string(limits.button.accessibility_label.max_length)),
});

const placeholder = optional(plain(limits.select.placeholder.max_length));

function select(type: string, fields: Record<string, Rule>): Rule {
  const shared = { type: oneOf(type), action_id: actionId, placeholder, confirm, focus_on_load: focus };
  return object({
    ...shared,
    ...(type.startsWith('multi_') ? { max_selected_items: optional(number({ min: 1 })) } : {}),
    ...fields,
  });
}

function choices(type: string, initial: Record<string, Rule>): Rule {
  const source = {
    options: optional(list(option, limits.select.options.max_items)),
    option_groups: optional(list(optionGroup, limits.select.option_groups.max_items)),
  };
  return both(
    select(type, { ...source, ...initial }),
    when(
      (v) => (v.options === undefined) === (v.option_groups === undefined),
      'needs options or option groups, not both',
    ),
  );
}

const one = { initial_option: optional(option) };
const many = { initial_options: optional(list(option, 100, 1)) };
const minQuery = { min_query_length: optional(number({ min: 0 })) };
const filter = optional(
  object({
    include: optional(list(oneOf('im', 'mpim', 'private', 'public'), 4, 1)),
    exclude_external_shared_channels: optional(bool),
    exclude_bot_users: optional(bool),
  }),
);
const conversations = { filter, default_to_current_conversation: optional(bool), response_url_enabled: optional(bool) };
const box = (type: string, max: number, initial: Record<string, Rule>) =>
  object({
    type: oneOf(type),
    action_id: actionId,
    options: list(option, max, 1),
    confirm,
    focus_on_load: focus,
    ...initial,
  });
const picker = (type: string, fields: Record<string, Rule>) =>
  object({ type: oneOf(type), action_id: actionId, confirm, focus_on_load: focus, ...fields });
const dispatch_action_config = optional(
  object({ trigger_actions_on: optional(list(oneOf('on_enter_pressed', 'on_character_entered'), 2, 1)) }),
);
const typed = (type: string, fields: Record<string, Rule>) =>
  object({
    type: oneOf(type),
    action_id: actionId,
    placeholder,
    dispatch_action_config,
    focus_on_load: focus,
    ...fields,
  });

const slackFile = optional(object({ id: optional(string()), url: optional(string()) }));
export const imageSource = when(
  (v) => (v.image_url === undefined) === (v.slack_file === undefined),
  'needs an image URL or a Slack file, not both',
);
export const imageFields = {
  type: oneOf('image'),
  image_url: optional(string(limits.image.image_url.max_length)),
  slack_file: slackFile,
  alt_text: string(limits.image.alt_text.max_length),
};
export const image = both(object(imageFields), imageSource);

export const urlSource = object({
  type: oneOf('url'),
  url: string(limits.url_source.url.max_length, limits.url_source.url.min_length),
  text: string(),
});

export const workflow = object({
  trigger: object({
    url: string(),
    customizable_input_parameters: optional(list(object({ name: string(), value: string() }))),
  }),
});

/** What may be pressed or chosen: in `actions`, and beside a section. */
export const interactive: Record<string, Rule> = {
  button,
  workflow_button: object({
    type: oneOf('workflow_button'),
    text: plain(limits.button.text.max_length),
    workflow,
    action_id: actionId,
    style: optional(oneOf('primary', 'danger')),
    accessibility_label: optional(string(75)),
  }),
  overflow: object({
    type: oneOf('overflow'),
    action_id: actionId,
    options: list(option, limits.overflow.options.max_items, limits.overflow.options.min_items),
    confirm,
  }),
  checkboxes: box('checkboxes', limits.checkboxes.options.max_items, many),
  radio_buttons: box('radio_buttons', limits.radio_buttons.options.max_items, one),
  datepicker: picker('datepicker', { initial_date: optional(string(10, 10)), placeholder }),
  timepicker: picker('timepicker', { initial_time: optional(string(5, 5)), placeholder, timezone: optional(string()) }),
  datetimepicker: picker('datetimepicker', {
    initial_date_time: optional(number({ min: 1_000_000_000, max: 9_999_999_999 })),
  }),
  static_select: choices('static_select', one),
  multi_static_select: choices('multi_static_select', many),
  external_select: select('external_select', { ...minQuery, ...one }),
  multi_external_select: select('multi_external_select', { ...minQuery, ...many }),
  users_select: select('users_select', { initial_user: optional(string()) }),
  multi_users_select: select('multi_users_select', { initial_users: optional(list(string())) }),
  conversations_select: select('conversations_select', { ...conversations, initial_conversation: optional(string()) }),
  multi_conversations_select: select('multi_conversations_select', {
    ...conversations,
    initial_conversations: optional(list(string())),
  }),
  channels_select: select('channels_select', {
    initial_channel: optional(string()),
    response_url_enabled: optional(bool),
  }),
  multi_channels_select: select('multi_channels_select', { initial_channels: optional(list(string())) }),
};

const { button: _button, workflow_button: _workflow, overflow: _overflow, ...chosen } = interactive;
const length = optional(number({ min: 0, max: limits.plain_text_input.max_length.max }));

/** What may stand in an input block. */
export const fillable: Record<string, Rule> = {
  ...chosen,
  plain_text_input: typed('plain_text_input', {
    initial_value: optional(string(3000)),
    multiline: optional(bool),
    min_length: length,
    max_length: length,
  }),
  email_text_input: typed('email_text_input', { initial_value: optional(string()) }),
  url_text_input: typed('url_text_input', { initial_value: optional(string()) }),
  number_input: both(
    typed('number_input', {
      is_decimal_allowed: bool,
      initial_value: optional(string()),
      min_value: optional(any),
      max_value: optional(any),
    }),
    when((v) => Number(v.min_value) > Number(v.max_value), 'the least must not be above the most'),
  ),
  rich_text_input: typed('rich_text_input', { initial_value: optional(any) }),
  file_input: object({
    type: oneOf('file_input'),
    action_id: actionId,
    filetypes: optional(list(string())),
    max_files: optional(number({ min: limits.file_input.max_files.min, max: limits.file_input.max_files.max })),
  }),
};
