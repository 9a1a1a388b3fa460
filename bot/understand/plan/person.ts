import type { Context } from '../context.ts';
import { hasFirstName } from '../first-names.ts';
import { findTitled, nameLikeness } from '../people.ts';
import { acting, doing, roles } from './words.ts';

const kin = new RegExp(
  `^(?:的?人|(?:\\p{Script=Han}{2})?(?:${roles}))(?!款|问题|方案|合同|协议|部|交流|培训|会|评审|澄清|答疑|资料|参数|指导|对接|支持|标)`,
  'u',
);
const nickname = new RegExp(`^[老小阿]\\p{Script=Han}(?=${acting})`, 'u');
/** 盛世吴峰打球: a name of two or three characters in front of what is done, or of where it is. */
const plain = new RegExp(`^(\\p{Script=Han}{2,3}?)(?=${doing}|在|一起|去|来)`, 'u');
const latin = /^[A-Z][a-z]+(?=\s?\p{Script=Han}|\s[a-z])/u;

/** How many characters in front of what is done name somebody of the company that was named: 王总, 的店长, Bob. */
export function personLength(said: string, context: Context): number {
  const titled = findTitled(said)[0];
  if (titled?.start === 0) return titled.end;
  const known = context.names?.find(said).find(({ start, kind }) => start === 0 && kind === 'contact');
  if (known && known.end < said.length) return known.end;
  const name = plain.exec(said)?.[1];
  if (name && nameLikeness(name) >= 2) return name.length;
  const role = kin.exec(said) ?? nickname.exec(said);
  if (role && role[0].length < said.length) return role[0].length;
  const first = latin.exec(said)?.[0];
  return first && hasFirstName(first) ? first.length : 0;
}
