import { noted, unforgotten } from './keeping.ts';

/** What a deal's figures and people are called, in both kinds of characters: what follows belongs to them. */
const labels =
  '预算|預算|金额|金額|总价|總價|总额|報價|报价|折扣|把握|赢面|痛点|痛點|决策人|決策人|下一步|对手|對手|竞争对手|合同要点|合同条款|付款方式|成交日期?|预计成交|概率|机率|機率|赢率|人数|规模|电话|手机|微信|邮箱';
/** Said to have it written down. */
const memo = `(?:${noted}(?:就是|一下)?)`;
const pause = '(?:啊|嘛|呢|呀|哈|吧|哦|呃+|嗯+|那个|那個|这块|这边|方面)';

const labelled = new RegExp(
  `(${labels})(?:${pause}|${memo}|(?:改|调|更新)一下[吧啊]?(?=改|调)|说是|說是|大概是|就是|也就|其实){1,4}(?=\\S)`,
  'gu',
);
const memos = new RegExp(`${memo}${pause}?|${unforgotten}(?:啊|哈|哦|吧)?(?=$|[\\s,.!])`, 'gu');
const pauses =
  /(?<=\p{Script=Han}{2})(?:(?<!干)嘛|呃{1,4}|嗯{1,4}|啊|呀|(?<=[了的吧])哈|哦(?!不))(?=[\p{Script=Han}a-z\d])/giu;

const figure = '[\\d零一二两三四五六七八九十百千万萬亿]{1,8}';
const unit = '(?:点半?|點半?|号|號|万|萬|折|成|个点|块|塊|天|家)?';
/** 下午两点哦不三点, 七号不对是八号: the first was a slip of the tongue. */
const slip = new RegExp(
  `(?<=\\S{3})(?:${figure}${unit}|(?:下{0,3}(?:周|礼拜|星期|禮拜))[一二三四五六日天])(?:哦不|噢不|喔不|哎不|不对|不對)(?:是|应该是)?(?=${figure}|下{0,3}(?:周|礼拜|星期|禮拜))`,
  'gu',
);

/** 瑞丰签了瑞丰签了: said once more for joy. */
const twice = /(\p{Script=Han}{2,7}了)[\s,!]?\1/gu;

/** A dictated text without what is said to gain time, to have it written down, and by a slip of the tongue. */
export function unspoken(text: string): string {
  if (!/\p{Script=Han}/u.test(text)) return text;
  return text
    .replace(slip, '')
    .replace(twice, '$1')
    .replace(labelled, '$1')
    .replace(memos, (said, at: number) => (at === 0 ? said : ' '))
    .replace(pauses, ' ')
    .replace(/ {2,}/g, ' ')
    .trim();
}
