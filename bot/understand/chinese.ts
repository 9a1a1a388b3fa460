import { simplified } from '../insight/simplified.ts';

const hanYear = /[零〇一二三四五六七八九]{4}(?=年)|[零〇][一二三四五六七八九](?=年)/g;

/** The Chinese figures, formal ones too. */
export const digits: Record<string, number> = Object.fromEntries(
  ['零〇', '一壹', '二两俩贰', '三叁', '四肆', '五伍', '六陆', '七柒', '八捌', '九玖'].flatMap((chars, value) =>
    [...chars].map((char) => [char, value]),
  ),
);
/** Units up to 千. */
export const small: Record<string, number> = { 十: 10, 拾: 10, 百: 100, 佰: 100, 千: 1e3, 仟: 1e3 };
/** Units from 万 on. */
export const big: Record<string, number> = { 万: 1e4, 亿: 1e8, 兆: 1e12 };
/** The same text in simplified characters and with its spelled years (二零二六年) in figures, every character in its place. */
export const plainChinese = (text: string): string =>
  simplified(text).replace(hanYear, (year) => year.replace(/./g, (char) => String(digits[char])));
