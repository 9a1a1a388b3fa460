import { post } from './api.js';
import { byId, el } from './dom.js';
import { peopleList } from './people.js';
import { language, state, t } from './state.js';

const panel = byId('panel');

/** Before anybody was picked: how to start, or who to be. */
export function drawWelcome(on) {
  document.body.classList.toggle('nobody', state.me === null);
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
    head(t().welcome, t().welcomeIs, on),
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
  return [head(t().who, t().pickIs, on), el('div', { class: 'people wide' }, ...peopleList(on))];
}

/** Before anybody was picked the page can't know a language: both are one press away. */
function head(title, words, on) {
  const other = language() === 'zh' ? 'en' : 'zh';
  const lang = other === 'zh' ? 'zh-Hans' : 'en';
  const onclick = () => on.speak(other);
  const change = el(
    'button',
    { type: 'button', class: 'link', id: 'other-language', lang, onclick },
    t().otherLanguage,
  );
  return el('div', { class: 'panel-head' }, el('div', {}, el('h2', {}, title), el('p', {}, words)), change);
}
