import { colleaguesIn, type Said } from './said.ts';

const marks =
  /^\s?(?:>{1,3}|\[(?:转发|forwarded|fwd?|图片|聊天记录|链接|引用)[^\]\n]{0,20}\]|(?:from|subject|re|fw|fwd?|转发|引用|主题|发件人)\s?:)/i;
const byline = /^[\s"'[(]{0,3}(?:@)?$/;
const said = /^[\])"]{0,2}\s?(?:\d{1,2}:\d\d(?:\s?[ap]m)?\s?)?[:\]]/i;
const listed = /^[^:\n]{0,30}\b(?:to-?do list|list|note|notes|message|minutes) (?:from|by|of) [^:\n]{2,24}:/i;

/** Words somebody else wrote, passed on with their name or the mark of a quotation in front: [转发] …, > …, Tom: … */
export const isForwarded = ({ text, context }: Said): boolean =>
  marks.test(text) ||
  listed.test(text) ||
  colleaguesIn(text, context).some(({ start, end }) => byline.test(text.slice(0, start)) && said.test(text.slice(end)));
