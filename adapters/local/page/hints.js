import { el } from './dom.js';
import { language, state } from './state.js';

/** The commands that fit what was typed after `/`, chosen with the arrows, Tab or Enter, or a click. */
export function createHints(say, list) {
  let fits = [];
  let chosen = 0;

  function look() {
    const typed = /^\/\S*$/.test(say.value) ? say.value : null;
    fits =
      typed === null
        ? []
        : state.offers[language()].commands.filter((one) => one.say.startsWith(typed) && one.say !== typed);
    chosen = 0;
    draw();
  }

  function draw() {
    list.hidden = fits.length === 0;
    say.setAttribute('aria-expanded', String(fits.length > 0));
    if (fits.length === 0) say.removeAttribute('aria-activedescendant');
    else say.setAttribute('aria-activedescendant', `hint-${chosen}`);
    list.replaceChildren(
      ...fits.map((one, at) =>
        el(
          'div',
          {
            id: `hint-${at}`,
            role: 'option',
            class: 'hint-row',
            'aria-selected': String(at === chosen),
            onpointerdown: (event) => {
              event.preventDefault();
              take(at);
            },
          },
          el('span', { class: 'hint-say' }, one.say),
          el('span', { class: 'hint-means' }, one.means),
        ),
      ),
    );
  }

  function take(at) {
    say.value = `${fits[at].say} `;
    close();
    say.dispatchEvent(new Event('input'));
  }

  function close() {
    fits = [];
    draw();
  }

  /** Whether the key was for the hints. */
  function key(event) {
    if (fits.length === 0) return false;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      chosen = (chosen + step + fits.length) % fits.length;
      draw();
    } else if (event.key === 'Tab' && !event.shiftKey) take(chosen);
    else if (event.key === 'Enter' && !event.shiftKey) take(chosen);
    else if (event.key === 'Escape') close();
    else return false;
    event.preventDefault();
    return true;
  }

  return { look, close, key };
}
