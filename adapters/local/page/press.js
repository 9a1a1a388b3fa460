import { byId, el } from './dom.js';
import { put, state, t } from './state.js';
import { fold } from './talk.js';
import { saying, send } from './unsent.js';

const ask = byId('ask');
/** Buttons and forms at work, let go when the bot has answered: a double click is one press. */
const busy = new Set();

/** Cards' buttons and forms: what they mean is said, once, and shown as said. */
export function listenToCards(log, on) {
  log.addEventListener('click', async ({ target }) => {
    const button = target.closest('button');
    if (!button || button.disabled || button.getAttribute('aria-disabled') === 'true') return;
    if (button.dataset.intent) {
      const confirm = button.dataset.confirm && JSON.parse(button.dataset.confirm);
      if (!confirm || (await asked(confirm, button.classList.contains('danger')))) press(button, on);
    }
    if (button.dataset.say) on.propose(button.dataset.say);
    if ('fold' in button.dataset) refold(button.closest('form'), true);
    if (button.dataset.unfold) refold(byId(button.dataset.unfold), false);
  });
  log.addEventListener('submit', (event) => {
    event.preventDefault();
    submit(event.target, on);
  });
  log.addEventListener('input', ({ target }) => target.closest('.field') && mark(target, ''));
}

function refold(form, folded) {
  fold(form, folded);
  if (folded) form.nextElementSibling.querySelector('button').focus();
  else form.querySelector('input, textarea, select').focus();
}

async function press(button, on) {
  const intent = JSON.parse(button.dataset.intent);
  const message = button.closest('.message')?.dataset.id;
  const label = button.textContent;
  // A press that failed keeps its delivery id: pressing again is the same press.
  const one = button.unsent ?? saying(state.me.id, { kind: 'intent', intent, message, label });
  button.unsent = one;
  await work(button, on, one, label);
  if (one.state !== 'failed') {
    button.unsent = undefined;
    button.classList.add('pressed');
  }
}

async function submit(form, on) {
  const wrong = [...form.elements].filter((input) => input.required && input.value.trim() === '');
  for (const input of wrong) mark(input, put(t().mustFill, { label: labelOf(input) }));
  if (wrong.length > 0) return wrong[0].focus();
  const values = Object.fromEntries(
    [...new FormData(form)].map(([name, value]) => [name, asSaid(form.elements[name], value)]),
  );
  const { intent, fixed, title } = form.dataset;
  const message = form.closest('.message')?.dataset.id;
  const said = { kind: 'form', intent, fixed: JSON.parse(fixed), values, message, label: title };
  const same = form.unsent && JSON.stringify(form.unsent.said) === JSON.stringify(said);
  const one = same ? form.unsent : saying(state.me.id, said);
  form.unsent = one;
  const fields = form.querySelector('fieldset');
  fields.disabled = true;
  await work(form.querySelector('[type=submit]'), on, one, title);
  fields.disabled = false;
  if (one.state === 'failed') return;
  form.unsent = undefined;
  fold(form);
  const again = form.nextElementSibling;
  if (!again.querySelector('.sent')) again.prepend(el('span', { class: 'sent' }, t().done));
}

/** `2026-11-24T09:00` is a computer's spelling; the bot reads what people write. */
const asSaid = (input, value) => (input.type === 'datetime-local' ? value.replace('T', ' ') : value);

const labelOf = (input) => input.labels[0].firstChild.textContent;

function mark(input, words) {
  const line = byId(`${input.id}-wrong`);
  input.setAttribute('aria-invalid', String(words !== ''));
  line.textContent = words;
  line.hidden = words === '';
}

async function work(button, on, one, label) {
  button.setAttribute('aria-disabled', 'true');
  button.classList.add('working');
  busy.add(button);
  try {
    const stored = await send(one);
    on.sent({ id: stored.id, at: stored.at, from: 'me', state: 'waiting', delivery: one.delivery, pressed: label });
    setTimeout(() => release(button), 8000);
  } catch (cause) {
    release(button);
    on.failed(cause.code);
  }
}

function release(button) {
  busy.delete(button);
  button.removeAttribute('aria-disabled');
  button.classList.remove('working');
}

/** The bot has answered: what was pressed can be pressed again. */
export function releaseAll() {
  for (const button of busy) release(button);
}

/** Asks whether it is really meant; the careful answer has the focus when it cannot be taken back. */
function asked({ title, text, yes, no }, danger) {
  return new Promise((resolve) => {
    const answer = (value) => () => ask.close(value);
    const sure = el(
      'button',
      { type: 'button', class: `button ${danger ? 'danger' : 'primary'}`, onclick: answer('yes') },
      yes,
    );
    const not = el('button', { type: 'button', class: 'button plain', onclick: answer('no') }, no);
    const words = [el('h2', { id: 'ask-title' }, title), el('p', { id: 'ask-text' }, text)];
    ask.replaceChildren(...words, el('div', { class: 'ask-end' }, not, sure));
    ask.returnValue = '';
    ask.addEventListener('close', () => resolve(ask.returnValue === 'yes'), { once: true });
    ask.showModal();
    (danger ? not : sure).focus();
  });
}
