import type { Context, Draft } from '../context.ts';
import { knownStage } from '../stage.ts';
import { doing, records } from './correct.ts';
import type { Correction } from './correction.ts';
import { findWays } from './ways.ts';

/**
 * The earlier commands with one of their fields put right, where words would not do: the channel of a touch, two told the
 * wrong way round. Null when that is not what a correction says.
 */
export function recast(before: readonly Draft[], said: Correction): Draft[] | null {
  if (said.swapped) {
    const [one, other, ...more] = before;
    if (one?.name === 'lead.merge' && !other)
      return [{ name: one.name, input: { keep: one.input.drop, drop: one.input.keep } }];
    if (!one || !other || more.length > 0 || one.name !== other.name) return null;
    const keep = (mine: Draft, theirs: Draft): Draft => ({
      name: mine.name,
      input: {
        ...theirs.input,
        ...Object.fromEntries(
          [...records, 'contacts', 'at'].flatMap((key) =>
            mine.input[key] === undefined ? [] : [[key, mine.input[key]]],
          ),
        ),
      },
    });
    return [keep(one, other), keep(other, one)];
  }
  const channel = channelOf(said.right);
  const touches = before.filter(({ name }) => name === 'activity.log');
  if (
    !channel ||
    touches.length !== 1 ||
    (said.wrong !== undefined && channelOf(said.wrong) !== touches[0]?.input.channel)
  )
    return null;
  return before.map((one) => (one === touches[0] ? { name: one.name, input: { ...one.input, channel } } : one));
}

/** 拜访, a visit: words that are a way of getting in touch and nothing else. */
function channelOf(said: string): string | null {
  const bare = said.replace(/^(?:an?|the|by|via|in|用|是|打的?|发的?)\s?/i, '').trim();
  const plain: Record<string, string> = {
    电话: 'call',
    打电话: 'call',
    call: 'call',
    phone: 'call',
    visit: 'visit',
    拜访: 'visit',
    上门: 'visit',
    面谈: 'visit',
    微信: 'wechat',
    wechat: 'wechat',
    邮件: 'email',
    email: 'email',
    mail: 'email',
    短信: 'message',
    text: 'message',
    会议: 'meeting',
    开会: 'meeting',
    meeting: 'meeting',
    演示: 'demo',
    demo: 'demo',
  };
  const way = findWays(bare)[0];
  return plain[bare.toLowerCase()] ?? (way?.start === 0 && way.end === bare.length ? way.value : null);
}

/** The earlier commands with those said again in the place of their likes. Null when what is said again is something else. */
export function retold(before: readonly Draft[], again: readonly Draft[]): Draft[] | null {
  const left = [...again];
  const parts = before.map((one) => {
    const alike = left.findIndex(({ name }) => name === one.name);
    return alike < 0 ? one : (left.splice(alike, 1)[0] as Draft);
  });
  return again.length > 0 && left.length === 0 ? parts : null;
}

/** The earlier move, to the stage that was meant; what went with the other stage goes. Null when no stage is said. */
export function restaged(before: readonly Draft[], said: Correction, context: Context): Draft[] | null {
  const stage = said.wrong === undefined ? knownStage(said.right.replace(doing, ''), context) : null;
  const [move, ...more] = before.filter(({ name }) => name === 'deal.move');
  if (!stage || !move || more.length > 0 || stage === move.input.stage) return null;
  const { facts: _, ...input } = move.input;
  return before.map((one) => (one === move ? { name: one.name, input: { ...input, stage } } : one));
}
