import type { Context } from '../context.ts';

/** Several records of which the same is planned. */
export interface Together {
  /** The text with the first of them in the place of all. */
  text: string;
  first: string;
  others: string[];
}

const joint = /^(?:\s?(?:,|、|和|跟|与|及|以及|还有|&|\+|\/|,?\s?\band)?\s?)$/i;
const counted = /^(?:这|那)?(?:[两二三四五六七八九十\d几]{1,2}(?:家|个客户|个|位))?(?:都|各自?|分别|每家)?/;

/** The names that stand side by side in a text: 给恒通蓝海宏达三家发…, call Acme and Harbor. Null when fewer than two do. */
export function together(text: string, context: Context): Together | null {
  const names = (context.names?.find(text) ?? []).filter(({ kind }) => kind === 'customer' || kind === 'lead');
  const from = names.findIndex((one, at) => {
    const next = names[at + 1];
    return next !== undefined && joint.test(text.slice(one.end, next.start));
  });
  if (from < 0) return null;
  let to = from;
  for (let next = names[to + 1]; next && joint.test(text.slice(names[to]?.end, next.start)); next = names[to + 1])
    to += 1;
  const listed = names.slice(from, to + 1);
  const [start, end] = [listed[0]?.start ?? 0, listed.at(-1)?.end ?? 0];
  const [first = '', ...others] = listed.map((one) => text.slice(one.start, one.end));
  const behind = text.slice(end).replace(counted, '');
  return { text: `${text.slice(0, start)}${first}${behind}`, first, others };
}
