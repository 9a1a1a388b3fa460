import type { Context } from '../context.ts';
import { gone, mask } from '../normalize.ts';
import { refLike } from './names.ts';

/** What stands between a deal's name and what is said of it. */
const cueZh =
  /(?:[\s,:;的]|\ue000|我看|我(?:已经)?(?:答应|同意)了?|当场|我们?|咱们?|这边|那边|再|又|还|也|给|只|就|都|抹掉?|缩水|让|最后|最终|真正|其实|现在|目前|估计|估摸着?|感觉|觉得|大概|应该|可能|预计|让利|降价|便宜|优惠|折扣|价位|打|了|个|赢面|把握|胜算|希望|不大|不高|一般|很大|挺大|撑死|顶多|最多|总共|一共|合计|他们?|她们?|对方|客户|人家|能|可以|肯|愿意|是|由|归|说|到|做|单价|价格|价钱|总价|报价|价|谈完|谈妥|谈好|谈拢|谈成|谈|那单|这单|那笔|这笔|单子|项目|合同|心里|心理|手里|手头|拿得出|出得起|掏得出|肯出|出|金额|暂|敲|改|调|涨|降|砍|压|提|减|加|松口|追加|增加|缩减|缩|上调|下调|提高|定|啊|呀|嘛|要?(?:拖|推迟|延期|延|推)|想?把?(?:签约|签单|签合同|签字)(?:的?时间|日期|日子)?|想把?|才|得|往后|比?(?:标价|原价|定价|目录价)|成了?|到了?|(?:scale|bump|raise|cut|offer|push|move)(?:d|ed)?(?:\s(?:up|down))?){1,10}$/i;
const ledEn =
  /^(?:(?:and|so|but|also|then|more like|putting|they'?re|they are|he'?s|she'?s|the|our|their|a|an|i'?d|i would|i'?ll|i|we'?re|we are|we'?d|we|just|now|say|put|give|gave|giving|call|guess|peg|rate|reckon|think|feel like|knocked|knock|took|take|shaved|bumped|bump|offered|offering|cut|raised|dropped|lowered|set|make|sales|contract|deal|final|number|price|total|budget|ballpark|roughly|about|around|it'?s|there'?s|up against|competing with)(?=[\s\ue000]|$)|[\s,:;\ue000]){1,10}/i;
const trailEn =
  /(?:(?:^|[\s\ue000,:;-])(?:at|down|up|as|to|is|are|was|now|has|have|had|with|on|in|it|of|about|around|roughly|ballpark|folks|guys|team|people|deal'?s?|number|price|list|less|minus|basically|still|also|they|we|i|and|but|so|a|an|the|shrank|shrunk|fell|jumped|climbed|slipped|slips|grew|went|came|could|can|will|would|should|might|closed|sits|scaled|got|gets|there|down|out|final|quote|value|total|size|another|extra)(?=$|[\s\ue000])|[\s,:;\ue000-]){1,10}$/i;
const behindEn =
  /(?:^|[\s\ue000,])(?:for|at|on|with|of|from|re)\s(?:the\s)?([A-Z][\w&'.-]*(?:\s(?:[A-Z&][\w&'.-]*)){0,3})(?:\s(?:deal|one|opp|account|folks|guys|team))?(?=$|[\s\ue000,.])/;
/** The same where no letter is a capital: the one or two words at the end. */
const behindSmall =
  /(?:^|[\s\ue000,])(?:for|at)\s(?!(?:the|this|that|my|our|now|least|most|all)\b)([a-z][\w&'.-]+(?:\s[a-z][\w&'.-]+)?)\s*$/;

/**
 * The words that name the deal, in a text whose values are masked: those before the first value or, where these name
 * nothing, a name behind it (knocked ten percent off for Stellan). `rest` is what is left without them.
 */
export function subjectIn(masked: string, first: number, context: Context): { head: string; rest: string } {
  const front = masked.slice(0, first);
  const back = masked.slice(first);
  const names = (said: string) => (context.names?.find(said) ?? []).filter(({ kind }) => kind !== 'person');
  if (names(front).length > 0) return { head: front.replaceAll(gone, ' '), rest: back };
  const head = /\p{Script=Han}/u.test(front)
    ? bare(front, cueZh)
    : front.replace(trailEn, '').replace(ledEn, '').replace(trailEn, '').trim();
  if (/^(?:them|him|her|it|us|they|this|that)(?:\s(?:one|deal))?$/i.test(head)) return { head: '', rest: back };
  if (head !== '' && refLike(head)) return { head, rest: back };
  const known = names(back);
  const one = known.find(({ kind }) => kind !== 'contact') ?? known[0];
  const behind = one ? null : (behindEn.exec(back) ?? (/[A-Z]/.test(front + back) ? null : behindSmall.exec(back)));
  const start = one?.start ?? (behind ? behind.index + behind[0].indexOf(behind[1] as string) : -1);
  if (start < 0)
    return { head: head.replaceAll(gone, ' ').trim() === '' ? '' : front.replaceAll(gone, ' '), rest: back };
  const end = one?.end ?? start + (behind?.[1]?.length ?? 0);
  return { head: back.slice(start, end), rest: mask(back, [{ start, end }]) };
}

/** Without the cues at its end, yet never cut within a name of two characters. */
function bare(front: string, cues: RegExp): string {
  const said = front.replace(/^(?:给|把|将|帮|在)?(?:客户|对方)?/, '').replace(/^[\s,:;\ue000]+/, '');
  const less = said.replace(cues, '').trim();
  return less.length === 1 && said.length <= 3 ? said.trim() : less;
}
