/** What is said otherwise in Hong Kong, in simplified characters, each as long as what it stands for. */
const words: Record<string, string> = {
  听日: '明天',
  听朝: '明早',
  听晚: '明晚',
  琴日: '昨天',
  寻日: '昨天',
  琴晚: '昨晚',
  今朝: '今早',
  朝早: '早上',
  上昼: '上午',
  下昼: '下午',
  晏昼: '下午',
  夜晚: '晚上',
  头先: '刚才',
  而家: '现在',
  佢哋: '他们',
  佢地: '他们',
  我哋: '我们',
  食饭: '吃饭',
  倾咗: '聊了',
  倾过: '聊过',
  覆咗: '回了',
  改做: '改成',
  张单: '那单',
};
const signs: Record<string, string> = {
  佢: '他',
  咗: '了',
  嘅: '的',
  喺: '在',
  畀: '给',
  俾: '给',
  冇: '没',
  睇: '看',
  嚟: '来',
  嗰: '那',
};
const said = new RegExp([...Object.keys(words), `[${Object.keys(signs).join('')}]`].join('|'), 'g');

/** Cantonese words as they are written in Mandarin; every character keeps its place. */
export const mandarin = (text: string): string => text.replace(said, (word) => words[word] ?? signs[word] ?? word);
