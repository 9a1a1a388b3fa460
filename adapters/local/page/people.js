import { byId, el } from './dom.js';
import { kept, nameOf, put, roleOf, state, t } from './state.js';

const sheet = byId('sheet');
/** Ids of what others were told since one last was them. */
const unread = kept.read('unread', {});

/** Two letters or one character to know somebody by, and a colour that stays theirs. */
export function faceOf(person) {
  const name = nameOf(person);
  const han = /\p{Script=Han}/u.test(name);
  const letters = han
    ? name.slice(-2)
    : name
        .split(/\s+/)
        .map((word) => word[0])
        .join('')
        .slice(0, 2)
        .toUpperCase();
  const hue = state.people.findIndex((one) => one.id === person.id) % 6;
  return el(
    'span',
    { class: `face hue-${person.role === 'newcomer' ? 'none' : hue}`, 'aria-hidden': 'true' },
    person.role === 'newcomer' ? '?' : letters,
  );
}

/** The list of whom one can be, by team. */
export function peopleList(on) {
  const teams = Map.groupBy(
    state.people.filter((one) => one.role !== 'newcomer'),
    (one) => one.team ?? '',
  );
  const named = [...teams].sort(([one], [other]) => Number(one === '') - Number(other === ''));
  const groups = named.map(([team, people]) => group(team || (teams.size > 1 ? t().others : ''), people, on));
  return [
    ...groups,
    group(
      '',
      state.people.filter((one) => one.role === 'newcomer'),
      on,
    ),
  ];
}

function group(title, people, on) {
  const rows = people.map((person) => el('li', {}, row(person, on)));
  return el('div', { class: 'team' }, title && el('h3', {}, title), el('ul', {}, ...rows));
}

function row(person, on) {
  const count = (unread[person.id] ?? []).length;
  return el(
    'button',
    {
      type: 'button',
      class: 'person',
      'data-person': person.id,
      'aria-current': person.id === state.me?.id ? 'true' : null,
      onclick: () => {
        sheet.close();
        on.pick(person.id);
      },
    },
    faceOf(person),
    el(
      'span',
      { class: 'person-words' },
      el('span', { class: 'person-name', lang: langOf(person) }, nameOf(person)),
      el('span', { class: 'person-role' }, roleOf(person)),
    ),
    el('span', { class: 'badge', hidden: count === 0, 'aria-label': put(t().unread, { n: count }) }, shown(count)),
  );
}

const langOf = (person) => (person.language === 'zh' ? 'zh-Hans' : 'en');
const shown = (count) => (count > 99 ? '99+' : String(count));

/** Draws the list, the head and the counts anew; whoever had the focus keeps it. */
export function drawPeople(on) {
  const focused = document.activeElement?.dataset?.person;
  byId('people').replaceChildren(...(state.me ? peopleList(on) : []));
  byId('who-title').hidden = !state.me;
  if (focused) byId('people').querySelector(`[data-person="${focused}"]`)?.focus();
  const total = state.people.reduce((sum, { id }) => sum + (unread[id]?.length ?? 0), 0);
  const badge = byId('all-unread');
  badge.hidden = total === 0;
  badge.textContent = shown(total);
  badge.setAttribute('aria-label', put(t().unread, { n: total }));
  document.title = `${total > 0 ? `(${shown(total)}) ` : ''}${t().title}`;
  byId('switch').hidden = !state.me;
  if (!state.me) return;
  byId('my-face').replaceWith(Object.assign(faceOf(state.me), { id: 'my-face' }));
  byId('my-name').textContent = nameOf(state.me);
  byId('my-role').textContent = [roleOf(state.me), state.me.team].filter(Boolean).join(' · ');
  byId('switch').title = t().switch;
}

/** The list as a sheet, where there is no room beside the talk. */
export function listenToSwitch(on) {
  byId('switch').addEventListener('click', () => {
    sheet.replaceChildren(
      el(
        'div',
        { class: 'sheet-head' },
        el('h2', { id: 'sheet-title' }, t().who),
        el('button', { type: 'button', class: 'link', onclick: () => sheet.close() }, t().close),
      ),
      el('div', { class: 'people' }, ...peopleList(on)),
    );
    sheet.showModal();
  });
  sheet.addEventListener('click', ({ target }) => target === sheet && sheet.close());
}

/** Somebody else was told something. */
export function countUnread(person, id) {
  const ids = unread[person] ?? [];
  if (ids.includes(id)) return;
  unread[person] = [...ids, id].slice(-100);
  kept.write('unread', unread);
}

/** One is them now, and sees it. */
export function sawAll(person) {
  delete unread[person];
  kept.write('unread', unread);
}
