import type { Field, Form } from '../../bot/chat/card.ts';
import { type Intent, readIntent } from '../../bot/intents.ts';
import type { InputElement, Option, SlackBlock, View } from './blocks.ts';
import { json } from './json.ts';
import { cut, limits } from './limits.ts';
import { carried, escaped, plain } from './text.ts';

/** Which intent asks for the form again, by the intent that the form fills: its button stands where no form may open. */
export const openers = { 'lead.create': 'lead.form', 'deal.open': 'deal.form' } as const;

/** The callback_id of our modals and the action_id of a submit button in a message. */
export const formId = 'form';

/** The intent of the button that opens the form later, or null: then the form stands in the message itself. */
export function openerOf(form: Form): Intent | null {
  if (!Object.hasOwn(openers, form.intent)) return null;
  const name = openers[form.intent as keyof typeof openers];
  return readIntent({ name, input: form.fixed }) ?? readIntent({ name, input: {} });
}

/** What a form carries through Slack and back; null when it does not fit. */
export function carriedForm(form: Form, max: number): string | null {
  const value = carried({ form: { intent: form.intent, fixed: form.fixed } });
  return Buffer.byteLength(value) > max ? null : value;
}

/** A form as a modal view: the rest of the card above its fields. https://docs.slack.dev/reference/views/modal-views */
export function modal(form: Form, above: SlackBlock[]): View | null {
  const metadata = carriedForm(form, limits.view.privateMetadata);
  const fields = inputs(form);
  if (metadata === null || fields.length === 0 || fields.length > limits.view.blocks) return null;
  return {
    type: 'modal',
    callback_id: formId,
    private_metadata: metadata,
    title: plain(form.title, limits.view.title),
    submit: plain(form.submit, limits.view.button),
    close: plain(form.cancel, limits.view.button),
    blocks: [...above.slice(0, limits.view.blocks - fields.length), ...fields],
  };
}

/** The fields as input blocks; a field's name is its action_id. */
export function inputs(form: Form): SlackBlock[] {
  return form.fields.map((field, i) => ({
    type: 'input',
    block_id: cut(`${i}:${field.name}`, limits.id),
    label: plain(field.label, limits.label),
    ...(field.hint ? { hint: plain(field.hint, limits.label) } : {}),
    optional: !field.required,
    element: element(field),
  }));
}

function element(field: Field): InputElement {
  const action_id = field.name;
  const value = field.value?.trim() || undefined;
  if (field.type === 'date') {
    const day = value && /^\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(Date.parse(value)) ? value : undefined;
    return { type: 'datepicker', action_id, ...(day ? { initial_date: day } : {}) };
  }
  if (field.type === 'datetime') {
    const second = Math.floor(Date.parse(value ?? '') / 1000);
    // Slack takes ten digits only: 2001-09-09 to 2286.
    const fits = second >= 1_000_000_000 && second <= 9_999_999_999;
    return { type: 'datetimepicker', action_id, ...(fits ? { initial_date_time: second } : {}) };
  }
  const options = field.type === 'choice' ? choices(field) : null;
  if (options) {
    const chosen = options.find((option) => option.value === value);
    return { type: 'static_select', action_id, options, ...(chosen ? { initial_option: chosen } : {}) };
  }
  return {
    type: 'plain_text_input',
    action_id,
    ...(field.type === 'long' ? { multiline: true } : {}),
    ...(value ? { initial_value: cut(value, limits.inputValue) } : {}),
  };
}

/** Null when Slack could not carry them: the choice is then typed. */
function choices(field: Field): Option[] | null {
  const options = (field.options ?? []).filter((option) => option.value);
  const carry = options.every(({ value }) => value.length <= limits.option.value && escaped(value) === value);
  if (!carry || options.length === 0 || options.length > limits.options) return null;
  return options.map(({ value, label }) => ({ text: plain(label, limits.option.text), value }));
}

/** The state of a submitted view or of a message with inputs: field name → what was filled in; empty ones left out. */
export function readValues(state: unknown): Record<string, string> {
  const values: Record<string, string> = {};
  for (const block of Object.values(json(json(state).values))) {
    for (const [name, given] of Object.entries(json(block))) {
      const value = filled(json(given));
      if (value) values[name] = value;
    }
  }
  return values;
}

function filled(given: Record<string, unknown>): string {
  if (typeof given.selected_date_time === 'number') return new Date(given.selected_date_time * 1000).toISOString();
  const value = given.value ?? given.selected_date ?? json(given.selected_option).value;
  return typeof value === 'string' ? value.trim() : '';
}
