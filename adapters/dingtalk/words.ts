export type Language = 'zh' | 'en';

/** The few words only DingTalk needs: it has no forms, five buttons at most, and a size limit. */
export const words = {
  zh: {
    colon: '：',
    also: '也可以说：',
    more: (count: number) => `…还有 ${count} 条`,
    copy: '复制下面这句，填好后发给我：',
    required: '（必填）',
    options: (labels: string[]) => `可选 ${labels.join(' / ')}`,
    now: (value: string) => `现为 ${value}`,
  },
  en: {
    colon: ': ',
    also: 'You can also say:',
    more: (count: number) => `…and ${count} more`,
    copy: 'Copy this sentence, fill it in and send it to me:',
    required: ' (required)',
    options: (labels: string[]) => `one of ${labels.join(' / ')}`,
    now: (value: string) => `now ${value}`,
  },
};

export type Words = (typeof words)['zh'];
