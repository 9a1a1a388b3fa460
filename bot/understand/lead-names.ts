import { findTitled, looksLikeCompany, nameLikeness } from './people.ts';

const han = /\p{Script=Han}/u;

/** Finds the name and the company among words that are nothing else, by their looks; the others become notes. */
export function nameAndCompany(open: string[], lead: Record<string, unknown>, notes: string[]): void {
  let left = [...open];
  const drop = (piece: string) => {
    left = left.filter((one) => one !== piece);
  };
  if (lead.name === undefined && left.length > 0) {
    const latin = [...left]
      .sort((a, b) => Number(/\s/.test(b)) - Number(/\s/.test(a)))
      .find(
        (piece) =>
          !han.test(piece) &&
          /^[\p{L}][\p{L}'.-]*(?:\s[\p{L}][\p{L}'.-]*){0,3}$/u.test(piece) &&
          !looksLikeCompany(piece),
      );
    const best = left.filter((piece) => nameLikeness(piece) > 0).sort((a, b) => nameLikeness(b) - nameLikeness(a))[0];
    const alone = left.length === 1 && lead.company === undefined;
    if (best && !(alone && nameLikeness(best) === 1 && lead.phone === undefined)) {
      lead.name = best;
      drop(best);
    } else if (latin && !(alone && lead.email === undefined && lead.phone === undefined && !/\s/.test(latin))) {
      const [first, second, ...more] = latin.split(' ');
      const whole = more.length > 0 && left.length === 1 && lead.company === undefined;
      lead.name = whole ? `${first} ${second}` : latin;
      drop(latin);
      if (whole) lead.company = more.join(' ');
    } else {
      const glued = left.find((piece) => findTitled(piece).some((one) => one.end === piece.length && one.start >= 2));
      const person = glued ? findTitled(glued).at(-1) : undefined;
      if (glued && person) {
        lead.name = person.value;
        left[left.indexOf(glued)] = glued.slice(0, person.start);
      }
    }
  }
  if (lead.company === undefined && left.length > 0) {
    const company = left.find(looksLikeCompany) ?? left.find((piece) => piece.length <= 60 && /^[\p{L}]/u.test(piece));
    if (company) {
      lead.company = company;
      drop(company);
    }
  }
  notes.push(...left);
}
