import type { IncomingHttpHeaders } from 'node:http';

/**
 * Whether a request comes from a page of ours in a browser on this machine, or from no browser at all. A foreign Host
 * is another site's name pointed at 127.0.0.1 (DNS rebinding); a foreign Origin is another site's page (CSRF). Any port
 * is fine in Host: a tunnel may have changed it; the Origin must then say the same.
 */
export function foreign(headers: IncomingHttpHeaders, changes: boolean): 'foreign-host' | 'foreign-origin' | null {
  const host = headers.host ?? '';
  if (!/^(127\.0\.0\.1|localhost)(:\d{1,5})?$/.test(host)) return 'foreign-host';
  const { origin } = headers;
  if (origin !== undefined && origin !== `http://${host}`) return 'foreign-origin';
  const site = headers['sec-fetch-site'];
  if (changes && site !== undefined && site !== 'same-origin' && site !== 'none') return 'foreign-origin';
  return null;
}
