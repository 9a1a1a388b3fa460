import type { DemoRows } from './rows.ts';

/** Sentences that a newcomer can say to the demo team's bot and that fit its records. */
export function firstSentences(rows: DemoRows): { zh: string[]; en: string[] } {
  const dealIn = (stage: string, currency: string) => {
    const deal = rows.opportunities.find((one) => one.stage === stage && one.currency === currency);
    return rows.customers.find(({ id }) => id === deal?.customerId)?.name ?? '';
  };
  return {
    zh: [
      '今天跟进谁',
      `推进 ${dealIn('quote', 'CNY')} 到合同`,
      `刚给 ${dealIn('solution', 'CNY')} 打了电话，对方嫌贵，周五下午三点再聊`,
      `${dealIn('contract', 'CNY')} 怎么样了`,
      '今天的日报',
    ],
    en: [
      'what should I do today',
      `move ${dealIn('quote', 'USD')} to contract`,
      `called ${dealIn('solution', 'USD')}, too expensive, follow up Friday 3pm`,
      `show ${dealIn('contract', 'USD')}`,
      'digest',
    ],
  };
}
