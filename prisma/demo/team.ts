import { namesEn } from './names-en.ts';
import { namesZh } from './names-zh.ts';
import type { PersonRow, TeamRow } from './rows.ts';
import { textsEn } from './texts-en.ts';
import { textsZh } from './texts-zh.ts';
import type { Region, World } from './world.ts';

interface Member {
  name: string;
  role: PersonRow['role'];
  language: 'zh' | 'en';
  zone: string;
}

const china = { language: 'zh', zone: 'Asia/Shanghai' } as const;
const abroad = { language: 'en', zone: 'Europe/London' } as const;

/** One admin, two teams with a manager and three reps each, and the two regions they sell in. */
export function makeTeam(world: World): Region[] {
  join(world, null, { name: '林岚', role: 'admin', ...china });
  const east = team(world, '华东组');
  join(world, east, { name: '周启明', role: 'manager', ...china });
  const reps = (of: TeamRow, names: string[], where: typeof china | typeof abroad) =>
    names.map((name) => join(world, of, { name, role: 'rep', ...where }));
  const eastReps = reps(east, ['陈梅', '王磊', '赵一鸣'], china);
  const international = team(world, 'International');
  join(world, international, { name: 'Priya Shah', role: 'manager', ...abroad });
  const farReps = reps(international, ['Dana Ruiz', 'Tom Becker', 'Aisha Khan'], abroad);
  return [
    region(
      world,
      { ...china, currency: 'CNY', names: namesZh, texts: textsZh, reps: eastReps },
      (n) => `+861990000${n}`,
    ),
    region(
      world,
      { ...abroad, currency: 'USD', names: namesEn, texts: textsEn, reps: farReps },
      (n) => `+447700900${n.slice(1)}`,
    ),
  ];
}

function team({ rows, nextId }: World, name: string): TeamRow {
  const made = { id: nextId(), name };
  rows.teams.push(made);
  return made;
}

function join({ rows, nextId, calendar }: World, to: TeamRow | null, member: Member): PersonRow {
  const createdAt = calendar.past(member.zone, 760, 600);
  const person: PersonRow = {
    id: nextId(),
    teamId: to?.id ?? null,
    currency: member.language === 'en' ? 'USD' : null,
    workStart: '09:00',
    workEnd: '18:00',
    active: true,
    createdAt,
    ...member,
  };
  rows.people.push(person);
  rows.identities.push({
    id: nextId(),
    platform: 'local',
    userId: `p${person.id}`,
    personId: person.id,
    seenAt: createdAt,
  });
  return person;
}

/** Numbers are of ranges that no one is given: +86 199 0000, and Ofcom's +44 7700 900 for drama. */
function region(
  { random }: World,
  given: Pick<Region, 'language' | 'zone' | 'currency' | 'names' | 'texts' | 'reps'>,
  phoneOf: (four: string) => string,
): Region {
  const brands = random.shuffle(given.names.brands);
  const industries = Object.keys(given.names.trades);
  // What the team serves best comes most often.
  const likely = [...industries, ...industries.slice(0, 5), ...industries.slice(0, 4), ...industries.slice(0, 2)];
  let phones = 100;
  return {
    ...given,
    nextCompany() {
      const brand = brands.pop();
      if (!brand) throw new Error('the demo has more companies than names for them');
      const industry = random.pick(likely);
      return { name: given.names.company(brand, random.pick(given.names.trades[industry] ?? [''])), industry };
    },
    nextPhone() {
      phones += 1;
      return phoneOf(String(phones).padStart(4, '0'));
    },
  };
}
