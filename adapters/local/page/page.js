import { get } from './api.js';
import { drawClock, listenToClock } from './clock.js';
import { listenToComposer, propose, resetComposer } from './composer.js';
import { byId, el } from './dom.js';
import { keepLive } from './live.js';
import { countUnread, drawPeople, listenToSwitch, sawAll } from './people.js';
import { listenToCards, releaseAll } from './press.js';
import { kept, language, state, t } from './state.js';
import { arrange, awaiting, hasSpoken, markPending, openTalk, refreshTalk, showMessage, showPending } from './talk.js';
import { arrived, saying, send } from './unsent.js';
import { drawWelcome } from './welcome.js';

let line = true;
let wrong = '';
let live = null;
let wrongTimer = 0;

const on = {
  pick,
  propose,
  people: refresh,
  speak(language) {
    kept.write('language', language);
    refresh();
  },
  say: (text) => transmit(saying(state.me.id, { kind: 'text', text })),
  again: transmit,
  sent(message) {
    showMessage(message);
    drawStatus();
  },
  failed(code) {
    wrong = t().errors[code] ?? t().errors.fault;
    clearTimeout(wrongTimer);
    wrongTimer = setTimeout(() => {
      wrong = '';
      drawStatus();
    }, 10_000);
    drawStatus();
  },
  clock({ now, offsetMs }) {
    state.skewMs = Date.parse(now) - Date.now();
    state.offsetMs = offsetMs;
    drawClock();
    if (state.me) arrange();
  },
  message({ person, message, again }) {
    if (message.delivery) arrived(message.delivery);
    if (person === state.me?.id) {
      showMessage(message);
      if (message.from === 'bot') releaseAll();
      drawStatus();
    } else if (message.from === 'bot' && !again) countUnread(person, message.id);
    // What the bot just did may have changed who is here, or in which language they read.
    if (message.from === 'bot' && !again) refresh();
    else drawPeople(on);
  },
  line(up) {
    line = up;
    drawStatus();
    if (up) catchUp();
  },
};

/** After a break: what changed, and what was said meanwhile. Should it fail, the line is down again and this comes anew. */
async function catchUp() {
  await refresh();
  if (state.me) await refreshTalk().catch(() => {});
  drawStatus();
}

async function transmit(one) {
  if (one.person === state.me.id) showPending(one, on);
  drawStatus();
  try {
    const { id, at } = await send(one);
    if (one.person === state.me.id)
      showMessage({ id, at, from: 'me', state: 'waiting', delivery: one.delivery, text: one.said.text });
  } catch {
    markPending(one, on);
  }
  drawStatus();
}

async function pick(id) {
  state.me = state.people.find((one) => one.id === id) ?? null;
  if (state.me) {
    kept.write('me', id);
    history.replaceState(null, '', `#${id}`);
    sawAll(id);
  }
  wrong = '';
  drawAll();
  if (!state.me) return;
  resetComposer();
  const last = await openTalk(on);
  if (last) live.start(last);
  drawStatus();
  if (matchMedia('(hover: hover)').matches) byId('say').focus();
}

function drawAll() {
  document.documentElement.lang = language() === 'zh' ? 'zh-Hans' : 'en';
  for (const place of document.querySelectorAll('[data-word]')) place.textContent = t()[place.dataset.word];
  byId('log').setAttribute('aria-label', t().talk);
  byId('below').textContent = t().newBelow;
  drawPeople(on);
  drawClock();
  drawWelcome(on);
}

/** One line between the talk and the box, always there, so that nothing jumps. */
function drawStatus() {
  const status = byId('status');
  const waiting = state.me && awaiting() && !wrong && line;
  status.className = `status${wrong || !line ? ' bad' : ''}${waiting ? ' waiting' : ''}`;
  const words = !line ? t().lost : wrong || (waiting ? t().waiting : '');
  if (status.textContent !== words) status.textContent = words;
  const panelWrong = byId('panel-wrong');
  if (panelWrong) panelWrong.textContent = words;
  drawStarters();
}

function drawStarters() {
  const offered = state.me && !hasSpoken() ? state.offers[language()].starters[state.me.role] : [];
  const place = byId('starters');
  place.hidden = offered.length === 0;
  place.setAttribute('aria-label', t().starters);
  const key = offered.map((one) => one.say).join('\n');
  if (place.dataset.key === key) return;
  place.dataset.key = key;
  place.replaceChildren(
    ...offered.map((one) =>
      el(
        'button',
        { type: 'button', class: 'starter', title: one.say, onclick: () => propose(one.say) },
        el('span', { class: 'starter-say' }, one.say),
        el('span', { class: 'starter-means' }, one.means),
      ),
    ),
  );
}

/** Takes what the server says of itself; the page is drawn anew only where the person's language changed. */
async function refresh() {
  const fresh = await get('/api/state').catch(() => null);
  if (!fresh) return;
  const before = language();
  const wasWelcome = state.demo;
  state.people = fresh.people;
  state.demo = fresh.demo;
  state.words = fresh.words;
  state.offers = fresh.offers;
  state.limits = fresh.limits;
  state.language = firstLanguage(fresh);
  for (const one of state.people) if (one.role === 'newcomer') one.language = state.language;
  on.clock(fresh);
  if (state.me) state.me = state.people.find((one) => one.id === state.me.id) ?? state.me;
  const translated = before !== language();
  if (translated || wasWelcome !== state.demo) drawAll();
  if (translated && state.me) {
    resetComposer();
    await openTalk(on);
  }
  drawPeople(on);
  drawStatus();
}

/** Before anybody was picked: what was chosen here once, what the bot is set to, or the browser's own. */
const firstLanguage = (fresh) =>
  kept.read('language', null) ?? fresh.language ?? (navigator.language.startsWith('zh') ? 'zh' : 'en');

async function begin() {
  while (!state.words) {
    const fresh = await get('/api/state').catch(() => null);
    if (fresh) Object.assign(state, { words: fresh.words, language: firstLanguage(fresh), demo: fresh.demo });
    else await new Promise((again) => setTimeout(again, 1000));
  }
  await refresh();
  listenToComposer(on);
  listenToCards(byId('log'), on);
  listenToSwitch(on);
  listenToClock(on);
  const wanted = [decodeURIComponent(location.hash.slice(1)), kept.read('me', '')];
  live = keepLive(on);
  await pick(wanted.find((id) => state.people.some((one) => one.id === id)) ?? '');
  window.addEventListener('hashchange', () => {
    const id = decodeURIComponent(location.hash.slice(1));
    if (id !== state.me?.id && state.people.some((one) => one.id === id)) pick(id);
  });
}

begin();
