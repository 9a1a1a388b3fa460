import type { Context, Found } from '../context.ts';
import { findWhens } from '../dates.ts';
import { cleanRef } from '../refs.ts';
import { readWho } from '../who.ts';
import { refLike } from './names.ts';
import { findObjection, findOutcome } from './outcomes.ts';
import { readTouch } from './touch.ts';
import { type Channel, findWays } from './ways.ts';

/** 今天跑三家, saw four customers: every name that follows was visited. */
export const visits =
  /^(?:我们?|一大?早|早上|中午|刚才?|今早|今天|昨天|上午|下午|早上|这?两天|本周|this morning|this afternoon|today|yesterday|i|we|had|made|did|ok|so|quick update|[\s,]){0,10}(?:外面|上门|一共|总共|就){0,10}(?:跑了?|(?:电话|微信)?(?:回访|联系|跟进|沟通)了?|拜访了?|见了?|走访了?|去了?|转了?|聊了?|打了?|visit(?:ed)?了?|saw|met|call(?:ed)?了?|did|hit)?\s?(?:了)?(?:\d+|[一二两俩三仨四五六七八九十几]|two|three|four|five|six|seven|a few)\s?(?:家|个?客户|个|户|位|天|(?<=[俩仨])|通|电话|call|meeting|customers?|clients?|accounts?|companies|places|visits?|calls?|meetings?|people|stops|today|yesterday|this morning|this week|[\s:]){1,10}$|^(?:今天|昨天|上午|下午|早上|一早|刚才?|我){0,3}(?:打|跑|转|聊|联系)了?一?(?:圈|轮|遍)(?:电话|客户)?$|^(?:今天|昨天|上午|下午)?(?:都)?(?:在外面|上门)跑(?:了)?(?:一天|一圈|一上午|一下午)(?:\[.{1,6}\])?$/i;
/** Tuesday was Pioneer Steel, under a headline of visits. */
export function dayFirst(said: string, context: Context): { day: string; rest: string } | null {
  const when = findWhens(said, context)[0];
  const rest =
    when?.start === 0 ? /^\s(?:was|it was)(?: at| with)?\s(\S.*)$/i.exec(said.slice(when.end))?.[1] : undefined;
  return when && rest ? { day: said.slice(0, when.end), rest } : null;
}

/** A name and what came of it, in a round of visits: 宏达有意向, 永兴没见到人, 蓝海催合同. */
export function visited(words: string, channel: Channel, context: Context): Found | null {
  const day = dayFirst(words, context);
  const said = day ? `saw ${day.rest} ${day.day}` : words;
  const found = readTouch(said, context, { past: true });
  if (found && !found.missing) {
    const { channel: own, ...input } = found.input;
    // That they were visited is told already: a name nobody knows is one, too.
    const confidence = refLike(String(input.who)) ? Math.max(found.confidence, 0.8) : found.confidence;
    return { ...found, confidence, input: { ...input, channel: findWays(words).length > 0 ? own : channel } };
  }
  const known = context.names?.find(said).find(({ start }) => start === 0);
  // Too expensive: said of the one before, and no name.
  if (!known && [findObjection(said, context), findOutcome(said)].some((one) => one?.start === 0)) return null;
  const verb = /(?:在?催|要|想|说|嫌|问|已|签|聊|谈|没|不|约|定|确认|答应|同意|还|很|觉得|：|:|-|\s)/.exec(
    said.slice(2),
  );
  const end = known ? known.end : verb ? verb.index + 2 : said.length;
  const name = cleanRef(said.slice(0, end));
  if (!known && !refLike(name)) return null;
  const rest = said.slice(end).replace(/^[\s:,-]+/, '');
  const { who, contacts } = readWho(name, context);
  const input = {
    who: who ?? name,
    ...(contacts.length > 0 ? { contacts } : {}),
    channel,
    ...(rest === '' ? {} : { note: rest }),
  };
  return { name: 'activity.log', input, confidence: 0.85, leftover: '', from: 0, to: end };
}
