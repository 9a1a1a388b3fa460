import { type Intent, money } from '../../intents.ts';
import { likely } from '../odds.ts';
import { onDeals, type Said } from './said.ts';

const sum = /\d(?:[.\d]*)\s?(?:万|亿|w\b|k\b)/i;
/** A sum in what is to be done was hardly meant as a part of it. */
export const isSumToDo = ({ writes }: Said) =>
  writes.some((intent) => intent.name === 'task.add' && sum.test(intent.input.what));

/** Below and above this no deal is meant: 一百块预算, 预算800亿. */
const [least, most] = [300, 2e9];

const sumsOf = (value: unknown): number[] => {
  const one = money.safeParse(value);
  if (one.success) return [one.data.amount];
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(sumsOf) : [];
};
const sumsIn = (writes: readonly Intent[]) =>
  writes.flatMap(({ name, input }) => (name.startsWith('deal.') ? sumsOf(input) : []));

/** A sum nobody would sell for was said in jest, or misread. */
export const isJest = ({ writes }: Said) =>
  sumsIn(writes).some((amount) => amount > most || (amount > 0 && amount < least));

const two = /\d\s?(?:k|w|万|亿)?\s?(?:或者?|还是|or|也可能是?)\s?[$€£¥]?\d/i;
/** 86或者68万: two sums to choose from. */
export const isEitherSum = (said: Said) => onDeals(said) && two.test(said.text);

/** 丢了个快递, lost power: something was lost, and not a deal. */
export const isLostThing = ({ text, writes }: Said) =>
  writes.some((intent) => {
    const reason = intent.name === 'deal.move' ? intent.input.facts?.loss_reason : undefined;
    if (intent.name !== 'deal.move' || intent.input.stage !== 'lost') return false;
    if (
      /弄丢|\blost (?:the |my |our |their )?\S.{0,24}\b(?:contract|quote|proposal|papers?|file|copy)\b(?! (?:to|over|with|on)\b)/i.test(
        text,
      )
    )
      return true;
    const at = typeof reason === 'string' ? text.indexOf(reason) : -1;
    const before = at > 0 ? text.slice(0, at) : '';
    return (
      /(?:丢了?|输了?)$|(?<!^|\b(?:is|was|we|i|and|just|got|it|that|deal|one|been) )\blost $/i.test(before) &&
      at > 0 &&
      !/^(?:to|on|over|due|because|给|在|因|价|没|不|嫌|对)/i.test(reason as string)
    );
  });

/** Kestrel 20%: a share with no word for what it is of. */
export const isBareShare = ({ text, writes }: Said) =>
  (writes.some(({ name, input }) => name === 'deal.update' && 'discount' in input) &&
    /^[^\d,;]{2,14}\s?[\d.]{1,3}折[.!~\s]*$/.test(text) &&
    !/给|打|让|报|谈|批|按|同意|申请|优惠|折扣/.test(text)) ||
  (writes.some((intent) => intent.name === 'deal.update' && intent.input.odds !== undefined) &&
    /^(?:[^\d%\s]{2,20}|[a-z&. ]{2,30})\s?:?\s?\d{1,3}\s?%[.!\s]*$/i.test(text) &&
    !likely.test(text));

const bargains =
  /再(?:降|让|便宜|少|减|打)|最多|顶多|封顶|底线|(?:让|要|叫|求|逼)(?:我们?|咱们?)(?:再|把价)?|(?:希望|想要?|要求|能不能)(?:再)?(?:降|让|便宜|打)|\b(?:another|further|more) (?:\d+ )?(?:points?|%|percent)|\b(?:at most|max(?:imum)?|no more than|bottom line|wants? (?:us|me) to)\b/i;
/** 再降5个点, 最多3个点: what is bargained about is not given yet. */
export const isBargain = ({ text, writes }: Said) =>
  bargains.test(text) && writes.some(({ name, input }) => name === 'deal.update' && 'discount' in input);

const left =
  /离职|辞职|走了|跳槽|调走|不干了|退休|接手|接替|接任|继任|换人|\b(?:left|quit|resigned|retired|moved on|replaced|replacement|taking over|took over|no longer (?:there|with))\b/i;
/** 李经理离职了 接手的是赵工: whose number follows is a guess. */
export const isReplaced = ({ text, writes }: Said) =>
  left.test(text) && writes.some(({ name }) => name === 'profile.update');

const theirs = /他们|别家|对手|人家|竞品|同行|\b(?:they|them|competitor|rival|elsewhere)\b/i;
/** 同行报18万: what another asks is no amount of ours. */
const quotedByOthers =
  /(?:同行|竞品|竞争对手|对手|别家|别人|友商|另一家|他们家|对面|隔壁)(?:那边)?(?:才|只|就|也)?(?:报|给|要|卖|开)(?:价|了|到|出)?|\b(?:competitors?|rivals?|others?|someone else|another vendor) (?:quoted|offered|is at|are at|came in at|asks?|charges?)\b/i;
/** 用了别家 便宜两成: what others take off is no discount of ours. */
export const isTheirPrice = ({ text, writes }: Said) =>
  (quotedByOthers.test(text) && writes.some(({ name, input }) => name === 'deal.update' && 'amount' in input)) ||
  isTheirDiscount({ text, writes });

const isTheirDiscount = ({ text, writes }: Pick<Said, 'text' | 'writes'>) =>
  writes.some(({ name, input }) => name === 'deal.update' && 'discount' in input) &&
  writes.some((intent) => intent.name === 'deal.move' && intent.input.stage === 'lost') &&
  theirs.test(text);
