import type { Context } from './context.ts';
import { cleanRef } from './refs.ts';
import { core, refLike } from './story/names.ts';

/** What stands between a deal's name and the word that moves it. */
const beforeMove =
  /(?<=\S{2})(?:[\s,:;]|回|退|打|走|往[下前后回]|进|转|挪|推|那边|这边|那个?(?:deal|opp|case)|那单|这单|总算|算是|倒是?|果然|直接|正式|双方|盖完?章|签完?字|(?:的)?合同|(?:的)?单子|一个stage|我们?|也|都|全|终于|最终|刚刚?|(?<![a-z])(?:slides?|drops?|falls?|comes?|jumps?|heads?|back|up|on|over|both|all|are|is|now|just|finally|also)){1,10}$/i;
const joint = /\s?(?:、|,|&|和|跟|与|以及|还有|\sand\s)\s?/;

/** The deals that the words before a move name: usually one, of 恒达和永昌都 and "Kestrel and Orchid both" two. */
export function dealsIn(said: string, context: Context): string[] {
  const known = (context.names?.find(said) ?? []).filter(({ kind }) => kind === 'customer' || kind === 'lead');
  if (known.length > 1 && known.every((one, at) => at === 0 || said.slice(known[at - 1]?.end, one.start).match(joint)))
    return known.map(({ start, end }) => cleanRef(said.slice(start, end)));
  const name = said.replace(beforeMove, '');
  const together = /(?:都|全|both|all|are)(?:[\s,]|也|已经|now|going|moving|moved){0,10}$/i.test(said);
  const split = name.split(joint).map(core);
  // Quill Harbor and Tidewater: one of them we know, so that the other is one as well.
  const [one] = known;
  const beside = one && split.includes(said.slice(one.start, one.end)) && split.every((part) => /^[A-Z]/.test(part));
  const pieces = together || beside ? split : [];
  if (known.length > 0 && !pieces.some((part) => context.names?.find(part).length === 0)) return [said];
  return pieces.length > 1 && pieces.length <= 6 && pieces.every(refLike) ? pieces : [name];
}
