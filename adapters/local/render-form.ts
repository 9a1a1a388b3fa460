import type { Field, Form } from '../../bot/chat/card.ts';
import { wall } from './clock.ts';
import { type Html, html } from './escape.ts';
import type { Reading } from './reading.ts';

/** How each field type is asked for; money and numbers stay text, so that 38万 or 1.2k can be typed as it is said. */
const inputs: Record<Exclude<Field['type'], 'long' | 'choice'>, { type: string; mode?: string; complete: string }> = {
  text: { type: 'text', complete: 'off' },
  number: { type: 'text', mode: 'decimal', complete: 'off' },
  money: { type: 'text', complete: 'off' },
  date: { type: 'date', complete: 'off' },
  datetime: { type: 'datetime-local', complete: 'off' },
  phone: { type: 'tel', mode: 'tel', complete: 'off' },
  email: { type: 'email', mode: 'email', complete: 'off' },
};

/** A form inside its card, with the button that opens it again once it is folded away. */
export function renderForm(form: Form, at: number, reading: Reading): Html {
  const id = `m${reading.id}-f${at}`;
  const { words } = reading;
  return html`<form class="form" id="${id}" data-intent="${form.intent}" data-fixed="${JSON.stringify(form.fixed)}" data-title="${form.title}" novalidate aria-labelledby="${id}-title"><fieldset><h4 class="form-title${form.title === reading.title && ' unseen'}" id="${id}-title">${form.title}</h4>
<div class="fields">${form.fields.map((field, nth) => renderField(field, `${id}-${nth}`, reading))}</div>
<div class="buttons"><button type="submit" class="button primary">${form.submit}</button><button type="button" class="button plain" data-fold>${form.cancel}</button></div>
${form.say && html`<p class="say"><button type="button" class="link" data-say="${form.say}">${words.orSay}</button></p>`}</fieldset></form><div class="buttons folded" hidden><button type="button" class="button plain" data-unfold="${id}" aria-expanded="false" aria-controls="${id}">${form.open}</button></div>`;
}

function renderField(field: Field, id: string, reading: Reading): Html {
  const must = field.required && html`<span class="must">${reading.words.must}</span>`;
  const hint = field.hint && html`<p class="hint" id="${id}-hint">${field.hint}</p>`;
  const wide = field.type === 'long' ? ' wide' : '';
  return html`<div class="field${wide}"><label for="${id}">${field.label}${must}</label>${renderInput(field, id, reading)}${hint}<p class="wrong" id="${id}-wrong" hidden></p></div>`;
}

function renderInput(field: Field, id: string, { words, zone }: Reading): Html {
  const described = `${field.hint ? `${id}-hint ` : ''}${id}-wrong`;
  const same = html`id="${id}" name="${field.name}" aria-describedby="${described}"${field.required && html` required aria-required="true"`}`;
  const value = field.value ?? '';
  if (field.type === 'long')
    return html`<textarea ${same} rows="3" maxlength="2000">${value && '\n'}${value}</textarea>`;
  if (field.type === 'choice') {
    const options = (field.options ?? []).map(
      (option) =>
        html`<option value="${option.value}"${option.value === value && html` selected`}>${option.label}</option>`,
    );
    return html`<select ${same}><option value="">${field.required ? words.choose : words.none}</option>${options}</select>`;
  }
  const { type, mode, complete } = inputs[field.type];
  return html`<input ${same} type="${type}"${mode && html` inputmode="${mode}"`} autocomplete="${complete}" maxlength="2000" value="${asTyped(field, zone)}">`;
}

/** Date inputs take one spelling only; anything else would silently show as empty. */
function asTyped({ type, value = '' }: Field, zone: string): string {
  if (type === 'date') return value.slice(0, 10);
  if (type !== 'datetime') return value;
  const instant = /(Z|[+-]\d\d:?\d\d)$/.test(value) ? new Date(value) : null;
  if (instant && !Number.isNaN(instant.getTime())) return wall(instant, zone);
  return value.replace(' ', 'T').slice(0, 16);
}
