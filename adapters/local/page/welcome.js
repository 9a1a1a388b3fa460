import { post } from './api.js';
import { byId, el } from './dom.js';
import { peopleList } from './people.js';
import { state, t } from './state.js';

const panel = byId('panel');

/** Before anybody was picked: how to start, or who to be. */
export function drawWelcome(on) {
  panel.hidden = state.me !== null;
  byId('log').hidden = state.me === null;
  byId('foot').hidden = state.me === null;
  if (state.me) return panel.replaceChildren();
  panel.replaceChildren(...(state.demo === 'empty' ? start(on) : pick(on)));
}

function start(on) {
  const load = el('button', { type: 'button', class: 'button primary', id: 'load-demo' }, t().demo);
  load.addEventListener('click', async () => {
    load.disabled = true;
    load.textContent = t().loading;
    try {
      await post('/api/demo', {});
      await on.people();
    } catch (cause) {
      on.failed(cause.code);
      drawWelcome(on);
    }
  });
  const newcomer = state.people.find((one) => one.role === 'newcomer');
  const own = el('button', { type: 'button', class: 'button plain', onclick: () => on.pick(newcomer.id) }, t().ownGo);
  return [
    el('div', { class: 'panel-head' }, el('h2', {}, t().welcome), el('p', {}, t().welcomeIs)),
    el(
      'div',
      { class: 'ways' },
      el('section', { class: 'way' }, el('h3', {}, t().demo), el('p', {}, t().demoIs), load),
      el('section', { class: 'way' }, el('h3', {}, t().own), el('p', {}, t().ownIs), own),
    ),
    el('p', { class: 'panel-wrong', id: 'panel-wrong', role: 'alert' }),
  ];
}

function pick(on) {
  return [
    el('div', { class: 'panel-head' }, el('h2', {}, t().who), el('p', {}, t().pickIs)),
    el('div', { class: 'people wide' }, ...peopleList(on)),
  ];
}
