/** Words of a request that say nothing of what is wanted, in whatever order they come. */
const small =
  /请|麻烦|帮我|帮忙|给我|发我|我想|我要|想要|我得|那个|这个|有没有|一下|一眼|一会儿?|现在|目前|马上|赶紧|先|下|呗|[吗呢啊吧哈呀嘛的了个份点把将都]|\b(?:i mean|please|pls|plz|can|could|would|you|u|i|me|us|the|a|an|of|for|all|to|want|need|let'?s|just|quick|quickly|now|right|currently|real|thanks|thx|hey|hi|ok|okay|um|up|out|over|at|on|in|with|is|are|do|have|any|some|does|'s)\b/giu;
/** Why one wants to see something is no part of what one wants to see. */
const purpose =
  /[,;]\s?(?:一会儿?|待会儿?|等会儿?|马上|明天|下午|上午|今晚|年底|月底|周会|晨会)?[^,;]{0,12}?(?:要用|用|开会|要开会|汇报|看)$|[,;]?\s(?:for|before|ahead of)\s(?:the|my|our|a)\s[a-z ]{3,24}$/iu;

/** What is left of a text without the words of these families: nothing, when it says no more than they do. */
export const beyond = (text: string, ...families: RegExp[]): string =>
  [...families, small]
    .reduce((left, family) => left.replace(family, ' '), text.replace(purpose, ''))
    .replace(/[\s,.!?:;~'"-]+/g, '');
