import { post } from './api.js';
import { byId, el } from './dom.js';
import { put, state, t } from './state.js';
import { clockName, now, wallTime } from './times.js';

const moves = ['hour', 'tomorrow', 'monday', 'week', 'quarter', 'back'];

/** The clock in the head: the demo's time in the person's zone. */
export function drawClock() {
  if (!state.words) return;
  byId('clock-time').textContent = clockName(now());
  byId('clock-time').dateTime = now().toISOString();
  const moved = Math.abs(state.offsetMs) > 1000;
  byId('clock-label').hidden = !moved;
  byId('clock-label').textContent = t().clockAhead;
  byId('clock').classList.toggle('moved', moved);
  byId('clock').setAttribute('aria-label', `${t().clock}: ${put(t().clockNow, { time: clockName(now()) })}`);
  byId('clock').hidden = !state.me;
}

/** Where the clock can be moved; a real team's can only be put back. */
export function listenToClock(on) {
  const menu = byId('clock-menu');
  setInterval(drawClock, 5000);
  menu.addEventListener('beforetoggle', ({ newState }) => newState === 'open' && draw());

  function draw() {
    const free = state.demo === 'demo';
    const shown = moves.filter((move) => (move === 'back' ? Math.abs(state.offsetMs) > 1000 : free));
    const at = el('input', { type: 'datetime-local', id: 'clock-at', value: wallTime(now()), min: wallTime(now()) });
    const to = el(
      'form',
      { class: 'clock-to', onsubmit: (event) => move(event, { at: at.value }) },
      el('label', { for: 'clock-at' }, t().moveTo),
      el('div', { class: 'clock-row' }, at, el('button', { type: 'submit', class: 'button plain' }, t().go)),
    );
    menu.replaceChildren(
      el('h2', { id: 'clock-title' }, t().clock),
      el('p', { class: 'clock-is' }, free ? t().clockIs : t().clockOnly),
      el(
        'div',
        { class: 'clock-moves' },
        ...shown.map((name) =>
          el(
            'button',
            {
              type: 'button',
              class: 'button plain',
              'data-move': name,
              onclick: (event) => move(event, { move: name }),
            },
            t().moves[name],
          ),
        ),
      ),
      ...(free ? [to] : []),
    );
  }

  async function move(event, to) {
    event.preventDefault();
    menu.hidePopover();
    try {
      on.clock(await post('/api/clock', { person: state.me.id, ...to }));
    } catch (cause) {
      on.failed(cause.code);
    }
  }
}
