import { post } from './api.js';
import { kept } from './state.js';

/** What was said and is not known to be stored: it outlives a reload, and goes out in the order it was said. */
let queue = kept.read('unsent', []).map((one) => ({ ...one, state: 'failed' }));
let line = Promise.resolve();

const keep = () =>
  kept.write(
    'unsent',
    queue.filter((one) => one.said.kind === 'text'),
  );

/** What a person said that has not arrived. */
export const unsentOf = (person) => queue.filter((one) => one.person === person && one.said.kind === 'text');

/** Something to be said: its delivery id is made once, so that sending it again is the same thing said. */
export const saying = (person, said) => ({ delivery: crypto.randomUUID(), person, said, state: 'pending' });

/** Sends it when its turn comes; resolves with what was stored, rejects with why not and keeps it for another try. */
export function send(one) {
  one.state = 'pending';
  if (!queue.includes(one)) queue.push(one);
  keep();
  const sent = line.then(() => post(`/api/people/${one.person}/messages`, { delivery: one.delivery, said: one.said }));
  line = sent.catch(() => {});
  return sent.then(
    (stored) => {
      forget(one);
      return stored;
    },
    (cause) => {
      one.state = 'failed';
      one.error = cause.code;
      keep();
      throw cause;
    },
  );
}

/** Lets go of it. */
export function forget(one) {
  queue = queue.filter((other) => other !== one);
  keep();
}

/** The live line may tell of a message before its sending was answered, or after the answer was lost. */
export function arrived(delivery) {
  queue = queue.filter((one) => one.delivery !== delivery);
  keep();
}
