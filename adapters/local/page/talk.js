import { get } from './api.js';
import { byId, el, fromMarkup, later } from './dom.js';
import { put, state, t } from './state.js';
import { clockTime, dayKey, dayName } from './times.js';
import { arrived, forget, unsentOf } from './unsent.js';

const log = byId('log');
const below = byId('below');
/** Articles by message id, and those that have none yet by delivery id. */
let articles = new Map();
let pending = new Map();
let opened = 0;

const atEnd = () => log.scrollHeight - log.scrollTop - log.clientHeight < 80;

/** To the newest message: its end, or its beginning when it is taller than what can be seen. */
function toEnd() {
  const last = [...log.querySelectorAll('.message')].at(-1);
  const tall = last && last.offsetHeight > log.clientHeight;
  log.scrollTop = tall ? last.offsetTop - log.offsetTop - 12 : log.scrollHeight;
  below.hidden = true;
}

/** Shows a person's talk from the start; resolves with the newest id. */
export async function openTalk(on) {
  const mine = ++opened;
  articles = new Map();
  pending = new Map();
  log.setAttribute('aria-busy', 'true');
  log.replaceChildren(
    el('p', { class: 'empty', hidden: true }, el('strong', {}, t().empty), el('span', {}, t().emptyHint)),
  );
  for (const one of unsentOf(state.me.id)) showPending(one, on);
  const last = await refreshTalk(mine).catch(() => null);
  if (mine !== opened) return null;
  foldOld();
  toEnd();
  log.removeAttribute('aria-busy');
  return last;
}

/** Asks for the talk as it stands now and shows what is not there yet: after a break, nothing is missed. */
export async function refreshTalk(mine = opened) {
  const { messages, earlier, last } = await get(`/api/people/${state.me.id}/messages`);
  if (mine !== opened) return null;
  const stay = atEnd();
  for (const message of messages) place(message);
  log.querySelector('.earlier')?.remove();
  if (earlier) log.prepend(el('button', { class: 'earlier', type: 'button', onclick: showEarlier }, t().earlier));
  arrange();
  if (stay) toEnd();
  return last;
}

async function showEarlier(event) {
  const button = event.currentTarget;
  const mine = opened;
  button.disabled = true;
  const first = log.querySelector('.message[data-id]');
  const { messages, earlier } = await get(`/api/people/${state.me.id}/messages?before=${first.dataset.id}`).catch(
    () => ({ messages: [], earlier: true }),
  );
  if (mine !== opened) return;
  const from = log.scrollHeight - log.scrollTop;
  for (const message of messages) place(message);
  foldOld();
  arrange();
  button.disabled = false;
  if (!earlier) button.remove();
  log.scrollTop = log.scrollHeight - from;
}

/** Shows one message as it comes in; returns whether it is new. */
export function showMessage(message) {
  const stay = atEnd() || message.from === 'me';
  const fresh = place(message);
  arrange();
  if (stay) toEnd();
  else if (fresh && message.from === 'bot') below.hidden = false;
  return fresh;
}

function place(message) {
  const { id, delivery, replaces } = message;
  if (delivery) arrived(delivery);
  const earlier = replaces !== undefined ? articles.get(replaces) : undefined;
  if (earlier) return update(earlier, message);
  if (articles.has(id)) {
    pending.get(delivery)?.remove();
    pending.delete(delivery);
    return update(articles.get(id), message);
  }
  if (message.from === 'me' && message.text === undefined && message.pressed === undefined) return false;
  const article = draw(message);
  const sent = delivery && pending.get(delivery);
  if (sent) sent.replaceWith(article);
  pending.delete(delivery);
  article.dataset.id = id;
  articles.set(id, article);
  const after = [...log.querySelectorAll('.message')].find((other) => !other.dataset.id || later(other.dataset.id, id));
  if (after && after !== article) after.before(article);
  else if (!after) log.append(article);
  return true;
}

/** A card takes the place of what it replaces; its words are told to who cannot see it. */
function update(article, message) {
  if (message.html === undefined || article.rawHtml === message.html) return false;
  const first = article.rawHtml !== undefined;
  article.rawHtml = message.html;
  article.querySelector('.holds').replaceChildren(fromMarkup(message.html));
  if (first) article.classList.add('updated');
  return false;
}

function draw(message) {
  const { from, at, text, pressed, html, summary } = message;
  const time = el('time', { datetime: at }, clockTime(new Date(at)));
  const kind = from === 'bot' ? 'bot' : text === undefined ? 'press' : 'me';
  const article = el('article', { class: `message ${kind}`, 'data-at': at, 'data-from': from });
  if (kind === 'press') {
    article.append(el('p', { class: 'pressed-line' }, put(t().pressed, { label: pressed }), ' ', time));
  } else if (kind === 'me') {
    article.append(el('p', { class: 'bubble' }, text), el('p', { class: 'under' }, time));
  } else {
    article.setAttribute('aria-label', summary ?? text ?? '');
    article.append(el('p', { class: 'by' }, el('span', { class: 'by-name' }, t().bot), time));
    const holds = el('div', { class: 'holds' });
    if (html === undefined) holds.append(el('p', { class: 'bubble' }, text ?? ''));
    else holds.append(fromMarkup(html));
    article.rawHtml = html;
    article.append(holds);
  }
  return article;
}

/** Something said that is not known to have arrived. */
export function showPending(one, on) {
  const at = new Date(Date.now() + state.skewMs).toISOString();
  const article = el(
    'article',
    { class: 'message me', 'data-at': at, 'data-from': 'me' },
    el('p', { class: 'bubble' }, one.said.text),
  );
  article.append(el('p', { class: 'under' }));
  pending.get(one.delivery)?.remove();
  pending.set(one.delivery, article);
  log.append(article);
  markPending(one, on);
  arrange();
  toEnd();
}

/** How the sending stands: on its way, or failed with what can be done. */
export function markPending(one, on) {
  const article = pending.get(one.delivery);
  if (!article) return;
  const under = article.querySelector('.under');
  article.classList.toggle('failed', one.state === 'failed');
  article.classList.toggle('sending', one.state === 'pending');
  if (one.state === 'pending') return under.replaceChildren(t().sending);
  const why = t().errors[one.error] ?? t().failed;
  under.replaceChildren(
    el('span', { class: 'why', role: 'alert' }, one.error === 'offline' || !one.error ? t().failed : why),
    ...(one.error === 'too-long'
      ? []
      : [el('button', { type: 'button', class: 'link', onclick: () => on.again(one) }, t().again)]),
    el('button', { type: 'button', class: 'link', onclick: () => discard(one) }, t().discard),
  );
}

function discard(one) {
  forget(one);
  pending.get(one.delivery)?.remove();
  pending.delete(one.delivery);
  arrange();
  byId('say').focus();
}

/** Day lines, and which messages stand together; called after every change and when the clock was moved. */
export function arrange() {
  const all = [...log.querySelectorAll('.message')];
  log.querySelector('.empty').hidden = all.length > 0;
  let day = '';
  let before = null;
  for (const article of all) {
    const at = new Date(article.dataset.at);
    const key = dayKey(at);
    const line = article.previousElementSibling?.matches('.day') ? article.previousElementSibling : null;
    if (key === day) line?.remove();
    else if (line) line.firstChild.textContent = dayName(at);
    else article.before(el('p', { class: 'day', 'aria-hidden': 'true' }, el('span', {}, dayName(at))));
    const soon = before && key === day && Math.abs(at - new Date(before.dataset.at)) < 300_000;
    const together = Boolean(
      soon && before.dataset.from === article.dataset.from && !before.classList.contains('press'),
    );
    article.classList.toggle('together', together);
    day = key;
    before = article;
  }
  for (const line of log.querySelectorAll('.day')) if (!line.nextElementSibling?.matches('.message')) line.remove();
  return all;
}

/** Forms that something came after are folded away: only the newest asks to be filled. */
function foldOld() {
  const all = [...log.querySelectorAll('.message.bot')];
  for (const article of all.slice(0, -1)) for (const form of article.querySelectorAll('.form')) fold(form);
}

/** Folds a form to the button that opens it, or opens it again. */
export function fold(form, folded = true) {
  form.hidden = folded;
  form.nextElementSibling.hidden = !folded;
  form.nextElementSibling.querySelector('button').setAttribute('aria-expanded', String(!folded));
}

/** Whether the newest thing in the talk is the person's own: the bot is at work. */
export function awaiting() {
  const { from, id } = [...log.querySelectorAll('.message')].at(-1)?.dataset ?? {};
  return from === 'me' && id !== undefined;
}

/** Whether the person has said anything here. */
export const hasSpoken = () => log.querySelector('.message.me') !== null;

below.addEventListener('click', toEnd);
log.addEventListener('scroll', () => {
  if (atEnd()) below.hidden = true;
});
