/** An answer that is none: `code` is what the page has words for. */
export class Refused extends Error {
  constructor(code) {
    super(code);
    this.code = code;
  }
}

async function call(path, options) {
  const response = await fetch(path, options).catch(() => {
    throw new Refused('offline');
  });
  const body = await response.json().catch(() => null);
  if (!response.ok || body === null) throw new Refused(body?.error ?? 'fault');
  return body;
}

export const get = (path) => call(path, { headers: { accept: 'application/json' } });

export const post = (path, body) =>
  call(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
