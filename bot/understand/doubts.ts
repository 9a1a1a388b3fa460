import type { Context, Understanding } from './context.ts';
import { isBygone, isColleaguesWord, isForLater, isTheirOwn } from './doubt/bygone.ts';
import {
  isAppointment,
  isBetweenOthers,
  isEveryday,
  isNoTask,
  isOfAnother,
  isOnlySeen,
  isUndone,
} from './doubt/deeds.ts';
import { isHalfKnown, isNeverYet, isNoLead, isNoName, isTorn, isUnsureTeller } from './doubt/evidence.ts';
import { isForwarded } from './doubt/forwarded.ts';
import {
  isColleaguesDoing,
  isColleaguesName,
  isColleaguesNews,
  isOneOfTwo,
  isOthersDoing,
  isPlace,
  isWithColleague,
  passesOver,
} from './doubt/records.ts';
import type { Said } from './doubt/said.ts';
import {
  isBareShare,
  isBargain,
  isEitherSum,
  isJest,
  isLostThing,
  isReplaced,
  isSumToDo,
  isTheirPrice,
} from './doubt/sums.ts';
import {
  isApart,
  isBelieved,
  isBrokenOff,
  isDemanded,
  isDepending,
  isEitherDay,
  isGuessed,
  isHeard,
  isHedged,
  isIntended,
  isOfAll,
  isOwed,
  isRefused,
  isSupposed,
  isToCome,
  isToVerify,
  isUnable,
} from './doubt/tone.ts';
import { hasWordsOver } from './doubt/unused.ts';
import { gone } from './normalize.ts';
import { inTenThousands } from './small-sums.ts';

export { isVague } from './doubt/vague.ts';

/** As sure as a reading may be of which something speaks against. */
const doubtful = 0.5;

const harmless = /^(?:unknown|help|cancel|confirm)$|\.(?:show|list|today|find|form)$/;
/** Whether a reading would change something. */
export const changes = ({ intents }: Understanding) => intents.some(({ intent }) => !harmless.test(intent.name));

/** What may speak against a reading. The names are the reasons. */
const doubts: Record<string, (said: Said) => boolean> = {
  passesOver,
  isOneOfTwo,
  isPlace,
  isColleaguesName,
  isColleaguesDoing,
  isColleaguesNews,
  isOthersDoing,
  isColleaguesWord,
  isWithColleague,
  isBetweenOthers,
  isUndone,
  isOnlySeen,
  isNoTask,
  isAppointment,
  isOfAnother,
  isEveryday,
  isForwarded,
  isHalfKnown,
  isUnsureTeller,
  isNeverYet,
  isNoLead,
  isNoName,
  isTorn,
  isBargain,
  isTheirPrice,
  isReplaced,
  isHeard,
  isHedged,
  isGuessed,
  isSupposed,
  isBelieved,
  isIntended,
  isOwed,
  isRefused,
  isUnable,
  isDemanded,
  isDepending,
  isToVerify,
  isEitherDay,
  isBrokenOff,
  isApart,
  isOfAll,
  isBygone,
  isForLater,
  isToCome,
  isTheirOwn,
  isSumToDo,
  isJest,
  isEitherSum,
  isBareShare,
  isLostThing,
  hasWordsOver,
};

/** Why a reading is doubted; the first reason there is. */
export const doubtOf = (said: Said): string | null =>
  Object.entries(doubts).find(([, speaksAgainst]) => speaksAgainst(said))?.[0] ?? null;

/** The words of a talk are kept as they were said, when they were torn apart by what was read of them. */
function whole(text: string, read: Understanding): Understanding {
  const intents = read.intents.map(({ intent, confidence }) => ({
    intent:
      intent.name === 'activity.log' && intent.input.note !== undefined
        ? { ...intent, input: { ...intent.input, note: text.slice(0, 2000) } }
        : intent,
    confidence: Math.min(confidence, doubtful),
  }));
  return { ...read, intents };
}

/** A reading with something in the sentence against it is only proposed: nobody is surprised by what it did. */
export function doubted(text: string, said: Understanding, context: Context): Understanding {
  const sums = inTenThousands(
    text,
    said.intents.map(({ intent }) => intent),
    context,
  );
  const read = sums ? { ...said, intents: sums.map((intent) => ({ intent, confidence: doubtful })) } : said;
  const writes = read.intents.map(({ intent }) => intent).filter(({ name }) => !harmless.test(name));
  if (isTorn({ text, writes, context })) return whole(text, read);
  if (writes.length === 0 || text.includes(gone) || doubtOf({ text, writes, context }) === null) return read;
  return { ...read, intents: read.intents.map((one) => ({ ...one, confidence: Math.min(one.confidence, doubtful) })) };
}
