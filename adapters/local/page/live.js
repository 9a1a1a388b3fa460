import { later } from './dom.js';
import { kept } from './state.js';

const waits = [500, 1000, 2000, 4000];

/**
 * Keeps one live connection to the bot. After a break it asks for everything since the last id it saw, so nothing is
 * missed however long the break was; `on` hears messages, clock, people and whether the line is up.
 */
export function keepLive(on) {
  let last = kept.read('last', '');
  let source = null;
  let failures = 0;
  let timer = 0;

  function open() {
    clearTimeout(timer);
    source?.close();
    source = new EventSource(last === '' ? '/api/live' : `/api/live?after=${last}`);
    source.addEventListener('open', () => {
      failures = 0;
      on.line(true);
    });
    source.addEventListener('error', () => {
      source.close();
      failures += 1;
      on.line(false);
      clearTimeout(timer);
      timer = setTimeout(open, waits[Math.min(failures, waits.length) - 1]);
    });
    source.addEventListener('message', ({ data }) => {
      const heard = JSON.parse(data);
      saw(heard.message.id);
      on.message(heard);
    });
    source.addEventListener('clock', ({ data }) => on.clock(JSON.parse(data)));
    source.addEventListener('people', () => on.people());
  }

  function saw(id) {
    if (last !== '' && !later(id, last)) return;
    last = id;
    kept.write('last', last);
  }

  const hurry = () => {
    if (source?.readyState !== EventSource.OPEN && document.visibilityState === 'visible') open();
  };
  window.addEventListener('online', hurry);
  document.addEventListener('visibilitychange', hurry);
  open();
  return {
    /** From where on everything is new, for a page that has never heard anything. */
    start(id) {
      if (last === '') saw(id);
    },
  };
}
