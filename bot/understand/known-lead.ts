import type { Context, Found } from './context.ts';
import { recordsIn } from './doubt/said.ts';

/** 跟沙洲化工的蒋雪加了微信: whom we know already is no new lead, unless it is said to be one. */
export function isKnown(found: Found, text: string, context: Context): boolean {
  if (found.name !== 'lead.create' || /线索|新|\b(?:lead|new|prospect)\b/i.test(text)) return false;
  const said = [found.input.company, found.input.name].filter((one) => typeof one === 'string');
  return recordsIn(text, context).some(
    ({ start, end, how }) =>
      how !== 'initials' && how !== 'pinyin' && said.some((one) => (one as string).includes(text.slice(start, end))),
  );
}
