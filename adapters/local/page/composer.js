import { byId } from './dom.js';
import { createHints } from './hints.js';
import { kept, nameOf, put, state, t } from './state.js';

const say = byId('say');
const drafts = kept.read('drafts', {});

/** The box one writes in. Enter sends, except while an input method is still composing a word. */
export function listenToComposer(on) {
  const hints = createHints(say, byId('hints'));
  say.addEventListener('keydown', (event) => {
    if (event.isComposing || event.keyCode === 229) return;
    if (hints.key(event)) return;
    if (event.key !== 'Enter' || event.shiftKey || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    submit();
  });
  say.addEventListener('input', () => {
    hints.look();
    keepDraft();
    grow();
  });
  say.addEventListener('blur', () => hints.close());
  byId('composer').addEventListener('submit', (event) => {
    event.preventDefault();
    submit();
  });

  function submit() {
    const text = say.value;
    if (text.trim() === '' || !state.me) return say.focus();
    if (new TextEncoder().encode(text).length > state.limits.text) return on.failed('too-long');
    say.value = '';
    hints.close();
    keepDraft();
    grow();
    on.say(text);
    say.focus();
  }
}

function keepDraft() {
  if (say.value) drafts[state.me.id] = say.value;
  else delete drafts[state.me.id];
  kept.write('drafts', drafts);
  byId('send').classList.toggle('ready', say.value.trim() !== '');
}

function grow() {
  say.style.height = 'auto';
  say.style.height = `${Math.min(say.scrollHeight, 168)}px`;
}

/** Puts words in the box for the person to finish and send. */
export function propose(words) {
  say.value = words;
  say.focus();
  say.setSelectionRange(words.length, words.length);
  say.dispatchEvent(new Event('input'));
}

/** The box of whoever one is now, with what they had begun. */
export function resetComposer() {
  say.value = drafts[state.me.id] ?? '';
  say.placeholder = put(t().sayAs, { name: nameOf(state.me) });
  say.setAttribute('aria-label', t().say);
  byId('send').setAttribute('aria-label', t().send);
  byId('send').title = t().send;
  byId('hints').setAttribute('aria-label', t().commands);
  keepDraft();
  grow();
}
