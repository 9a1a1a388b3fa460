import { Converter } from 'opencc-js/t2cn';

const convert = Converter({ from: 't', to: 'cn' });

/** Traditional Chinese made simplified (OpenCC's tables), every character in its place. */
export function simplified(text: string): string {
  if (!/\p{Script=Han}/u.test(text)) return text;
  const plain = convert(text);
  if (plain.length === text.length) return plain;
  return text.replace(/\p{Script=Han}/gu, (char) => {
    const one = convert(char);
    return one.length === char.length ? one : char;
  });
}
