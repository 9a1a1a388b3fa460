import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { NameEntry } from '../../bot/insight/name-entry.ts';
import { searchKey } from '../../bot/insight/pinyin.ts';
import { createBook } from '../../bot/understand/names/book.ts';
import { findNames } from '../../bot/understand/names/find.ts';
import { fold } from '../../bot/understand/names/fold.ts';
import { type Asker, createNames } from '../../bot/understand/names.ts';
import { normalize } from '../../bot/understand/normalize.ts';

const [me, mate, stranger] = [1, 2, 3];
const mine: Asker = { personId: me, teamMates: new Set([me, mate]) };
const theirs: Asker = { personId: stranger, teamMates: new Set([stranger]) };
const admin: Asker = { personId: 9, teamMates: null };

let last = 100;
const customer = (company: string, ownerId = me): NameEntry => ({
  kind: 'customer',
  id: ++last,
  company,
  ownerId,
  pinyin: searchKey(company),
});
const contact = (person: string, of: NameEntry): NameEntry => ({
  kind: 'contact',
  id: ++last,
  person,
  customerId: of.id,
});
const lead = (more: Partial<NameEntry>, ownerId = me): NameEntry => ({ kind: 'lead', id: ++last, ownerId, ...more });

/** What is found in a text, as the words that were met and what they stand for. */
function found(entries: NameEntry[], text: string, asker = mine, stop?: (word: string) => boolean) {
  const names = createNames(stop ? { stop } : {});
  for (const entry of entries) names.add(entry);
  return names
    .view(asker)
    .find(text)
    .map(({ start, end, name, kind, ids, how }) => ({ said: text.slice(start, end), name, kind, ids, how }));
}
const words = (entries: NameEntry[], text: string, asker = mine) => found(entries, text, asker).map(({ said }) => said);

const hengtong = customer('苏州恒通精密机械有限公司');
const foxglove = customer('Foxglove Partners Inc');
const northwind = customer('Northwind, Inc.');

describe('a Chinese company', () => {
  test('is found by its full name, without place and legal form, and by its beginning', () => {
    const one = { name: '苏州恒通精密机械有限公司', kind: 'customer', ids: [hengtong.id] };
    expect(found([hengtong], '去苏州恒通精密机械有限公司开会')).toEqual([
      { said: '苏州恒通精密机械有限公司', how: 'whole', ...one },
    ]);
    expect(found([hengtong], '恒通精密机械那边说贵')).toEqual([{ said: '恒通精密机械', how: 'alias', ...one }]);
    expect(found([hengtong], '恒通那个单子推进到报价')).toEqual([{ said: '恒通', how: 'part', ...one }]);
    expect(words([hengtong], '恒和通都不是')).toEqual([]);
  });

  test('is found by the longest beginning that ends where a word ends', () => {
    expect(words([hengtong], '恒通精密报了价')).toEqual(['恒通精密']);
    expect(words([hengtong], '恒通机器坏了')).toEqual(['恒通']);
    expect(words([hengtong], '苏州恒通精密的王总')).toEqual(['苏州恒通精密']);
    expect(words([customer('比亚迪汽车')], '比亚迪问了价')).toEqual(['比亚迪']);
    expect(words([customer('恒远自动化')], '恒远自动化设备')).toEqual(['恒远自动化']);
  });

  test('is not one that is called otherwise from there on', () => {
    expect(words([hengtong], '给恒通电气开个商机')).toEqual([]);
    expect(words([hengtong], '给恒通机械开个商机')).toEqual(['恒通']);
    expect(words([hengtong], '恒通精密机械电子回了')).toEqual([]);
    expect(words([customer('恒通')], '给恒通电气开个商机')).toEqual(['恒通']);
    expect(words([customer('海川精工')], '海川精工华南说贵')).toEqual(['海川精工']);
    expect(words([customer('海川精工')], '海川精工华南说贵', theirs)).toEqual([]);
    expect(words([northwind, customer('Northwind Traders')], 'met Northwind Energy')).toEqual([]);
    expect(words([northwind], "Northwind's energy")).toEqual(['Northwind']);
  });

  test('takes what is said of the legal form along', () => {
    expect(words([hengtong], '恒通公司王总')).toEqual(['恒通公司']);
    expect(words([hengtong], '恒通精密机械有限公司王总')).toEqual(['恒通精密机械有限公司']);
  });

  test('is found in traditional characters', () => {
    expect(words([hengtong], '恆通那邊沒回')).toEqual(['恆通']);
    expect(words([customer('華興電子')], '华兴电子回了')).toEqual(['华兴电子']);
  });

  test('is not made of everyday words, of places, or of words that go across', () => {
    const [tomorrow, electric] = [customer('明天科技'), customer('上海电气')];
    expect(words([tomorrow], '明天去拜访')).toEqual([]);
    expect(words([tomorrow], '明天去明天科技拜访')).toEqual(['明天科技']);
    expect(words([electric], '去上海出差')).toEqual([]);
    expect(words([electric], '去上海电气出差')).toEqual(['上海电气']);
    expect(words([customer('天科电子')], '今天科技部来人')).toEqual([]);
    expect(words([customer('统一食品')], '联系统一的人')).toEqual(['统一']);
    expect(words([customer('平安科技')], '我和平安聊了')).toEqual(['平安']);
    expect(words([customer('测试')], '安排测试')).toEqual([]);
    expect(words([customer('测试')], '测试')).toEqual(['测试']);
  });

  test('is not found by words the team stops', () => {
    const stop = (word: string) => word === '恒通';
    expect(found([hengtong], '恒通那边', mine, stop)).toEqual([]);
    expect(found([hengtong], '恒通精密那边', mine, stop)).toHaveLength(1);
  });

  test('with others of the same beginning is one of up to six', () => {
    const many = Array.from({ length: 8 }, (_, at) => customer(`恒通${'精机电贸食医建软'[at]}业`));
    expect(found([hengtong, many[0] as NameEntry], '恒通说贵')[0]?.ids.sort()).toEqual([hengtong.id, many[0]?.id]);
    expect(found(many, '恒通说贵')[0]?.ids).toHaveLength(6);
  });

  test('that is called to the letter comes before those that begin so', () => {
    const short = customer('恒通');
    expect(found([hengtong, short], '恒通说贵')).toEqual([
      { said: '恒通', name: '恒通', kind: 'customer', ids: [short.id], how: 'whole' },
    ]);
  });
});

describe('whose records count', () => {
  const ofMate = customer('瑞丰光电仪器', mate);

  test("a part only of one's own, one's team's, or all for an admin", () => {
    expect(words([ofMate], '瑞丰回了')).toEqual(['瑞丰']);
    expect(words([ofMate], '瑞丰回了', theirs)).toEqual([]);
    expect(words([ofMate], '瑞丰回了', admin)).toEqual(['瑞丰']);
    expect(words([ofMate], 'ruifeng那边', theirs)).toEqual([]);
    expect(words([ofMate], '给rfgd报价', theirs)).toEqual([]);
  });

  test("the whole name of anybody's, unless it has two characters only", () => {
    expect(words([ofMate], '瑞丰光电仪器回了', theirs)).toEqual(['瑞丰光电仪器']);
    expect(words([customer('瑞丰')], '瑞丰回了', theirs)).toEqual([]);
    expect(words([customer('瑞丰')], '瑞丰回了')).toEqual(['瑞丰']);
  });

  test('a contact is seen with its customer, and goes along with it', () => {
    const names = createNames();
    const company = customer('恒安', mate);
    names.add(contact('Dana Ruiz', company));
    names.add(company);
    expect(names.view(mine).find('Dana called')).toHaveLength(1);
    expect(names.view(theirs).find('Dana called')).toHaveLength(0);
    names.add({ ...company, ownerId: stranger });
    expect(names.view(mine).find('Dana called')).toHaveLength(0);
    expect(names.view(theirs).find('Dana called')).toHaveLength(1);
  });

  test('who is in a team is known from the colleagues', () => {
    const names = createNames();
    names.add({ kind: 'person', id: 1, person: '王磊', teamId: 7 });
    names.add({ kind: 'person', id: 2, person: 'J', teamId: 7 });
    expect([...names.mates(7)]).toEqual([1, 2]);
    names.add({ kind: 'person', id: 2, person: 'J', teamId: 8 });
    names.remove(1);
    expect([[...names.mates(7)], [...names.mates(8)], [...names.mates(null)]]).toEqual([[], [2], []]);
  });
});

describe('an English company', () => {
  test('is found by its name and by its first words, in any case, as whole words', () => {
    expect(words([foxglove], 'spoke with foxglove today')).toEqual(['foxglove']);
    expect(words([foxglove], 'FOXGLOVE PARTNERS wants a demo')).toEqual(['FOXGLOVE PARTNERS']);
    expect(words([foxglove], 'the foxgloves are out, prefoxglove')).toEqual([]);
    expect(words([customer('ABB电机')], '跟ABB聊了')).toEqual(['ABB']);
  });

  test("ends before 's, beside Chinese characters, and with its legal form", () => {
    expect(words([northwind], "northwind's budget")).toEqual(['northwind']);
    expect(words([northwind], 'Northwind那单')).toEqual(['Northwind']);
    expect(words([foxglove], 'Foxglove Partners, Inc. called')).toEqual(['Foxglove Partners, Inc.']);
  });

  test('is not found in an address', () => {
    expect(words([northwind], 'dana@northwind.com, www.northwind.com, x_northwind')).toEqual([]);
    expect(words([northwind], 'ask @northwind')).toEqual(['northwind']);
  });

  test('is not found by an ordinary word, two letters, or verbs; a name that is one needs its capital', () => {
    expect(words([customer('Global Foods Ltd')], 'a global deal')).toEqual([]);
    expect(words([customer('Close Brothers')], 'close it by Friday')).toEqual([]);
    expect(words([customer('QB Systems')], 'qb said no')).toEqual([]);
    const target = customer('Target');
    expect(words([target], 'the target is 50k')).toEqual([]);
    expect(words([target], 'Target date is Friday')).toEqual([]);
    expect(words([target], 'called Target about the demo')).toEqual(['Target']);
    expect(words([target], 'target')).toEqual(['target']);
  });
});

describe('Latin letters for a Chinese name', () => {
  test('pinyin counts at the end of a syllable, from two syllables and four letters on', () => {
    expect(found([hengtong], 'hengtong那单推进到报价')).toMatchObject([{ said: 'hengtong', how: 'pinyin' }]);
    expect(words([hengtong], 'call hengtongjingmi')).toEqual(['hengtongjingmi']);
    expect(words([hengtong], 'hengtongji, heng, hengton')).toEqual([]);
    expect(words([customer('重庆长城重工')], '跟changcheng聊了')).toEqual(['changcheng']);
    expect(words([customer('绿源')], '跟lvyuan聊了')).toEqual(['lvyuan']);
    expect(words([customer('立科')], 'I like it')).toEqual([]);
  });

  test('initials count among Chinese words; two only for my own; ordinary words, units and abbreviations never', () => {
    expect(found([hengtong], '给htjm报价')).toMatchObject([{ said: 'htjm', how: 'initials' }]);
    expect(words([hengtong], '给 ht 报价')).toEqual(['ht']);
    expect(words([hengtong], 'htjm wants a demo')).toEqual([]);
    expect(words([customer('恒通精密', mate)], '给ht报价')).toEqual([]);
    expect(words([customer('恒通精密', mate)], '给htj报价')).toEqual(['htj']);
    expect(words([customer('科瑞光学'), customer('波奥'), customer('案例')], '50kg的po和AI方案')).toEqual([]);
    const many = Array.from({ length: 7 }, (_, at) => customer(`恒通${'精机家经金巨佳'[at]}业`));
    expect(words(many, '给htj报价')).toEqual([]);
  });
});

describe('people', () => {
  const at = [contact('王建国', hengtong), contact('Dana Ruiz', hengtong), contact('Will Smith', hengtong)];
  const all = [hengtong, ...at];

  test('contacts are found by their full name, and by a first name nobody else has', () => {
    expect(found(all, '王建国打了电话没接')).toMatchObject([{ said: '王建国', kind: 'contact', ids: [at[0]?.id] }]);
    expect(found(all, 'dana ruiz and Dana')).toMatchObject([{ how: 'whole' }, { said: 'Dana', how: 'part' }]);
    expect(words([...all, contact('Dana Cole', hengtong)], 'Dana called')).toEqual([]);
    expect(words([...all, contact('Dana Cole', customer('别家', stranger))], 'Dana called')).toEqual(['Dana']);
    expect(words(all, 'talked to Will')).toEqual(['Will']);
    expect(words(all, 'Will you? I will')).toEqual([]);
    expect(words([hengtong, contact('Jo Lin', hengtong)], 'Jo called')).toEqual([]);
  });

  test('a name of two characters gives way to one of three and to an everyday word', () => {
    const jian = [hengtong, contact('王建', hengtong)];
    expect(words(jian, '王建国没接')).toEqual([]);
    expect(words(jian, '王建没接,王建平时不在')).toEqual(['王建', '王建']);
    const ming = [hengtong, contact('王明', hengtong)];
    expect(words(ming, '约王明天见')).toEqual([]);
    expect(words(ming, '约王明明天见')).toEqual(['王明']);
    expect(words([hengtong, contact('财务', hengtong)], '找财务确认')).toEqual([]);
  });

  test('leads are found by company and by person', () => {
    const one = lead({ company: '枫桥电子', person: '赵小六' });
    expect(found([one], '枫桥的赵小六')).toMatchObject([
      { said: '枫桥', name: '枫桥电子', kind: 'lead', ids: [one.id] },
      { said: '赵小六', name: '赵小六', kind: 'lead', ids: [one.id] },
    ]);
  });

  test('colleagues are found by everybody', () => {
    const lei: NameEntry = { kind: 'person', id: ++last, person: '王磊', teamId: 5 };
    expect(found([lei], '把枫桥转给王磊', theirs)).toMatchObject([{ said: '王磊', kind: 'person', ids: [lei.id] }]);
  });

  test('a customer and a lead of one name are told together, the customer first', () => {
    const both = [lead({ company: '枫桥电子' }), customer('枫桥电子')];
    expect(found(both, '枫桥电子')).toMatchObject([{ kind: 'customer', ids: [both[1]?.id, both[0]?.id] }]);
  });
});

describe('the index', () => {
  test('finds several names in the order of the text, the longer one where two overlap', () => {
    const entries = [hengtong, northwind, customer('通精密机械厂子')];
    expect(words(entries, 'Northwind回了,恒通精密机械厂子没回')).toEqual(['Northwind', '通精密机械厂子']);
  });

  test('forgets what is removed, follows a change of name, and knows what it was told', () => {
    const names = createNames();
    names.add(hengtong);
    names.add({ ...hengtong, company: '永兴电子', companyKey: undefined, pinyin: undefined });
    expect(
      names
        .view(mine)
        .find('恒通和永兴')
        .map(({ name }) => name),
    ).toEqual(['永兴电子']);
    expect(names.entry(hengtong.id)).toEqual({ kind: 'customer', id: hengtong.id, company: '永兴电子', ownerId: me });
    names.remove(hengtong.id);
    names.remove(hengtong.id);
    expect(names.view(mine).find('恒通和永兴')).toEqual([]);
    expect(names.entry(hengtong.id)).toBeUndefined();
  });

  test('after thousands of additions and removals finds what is there and nothing else', () => {
    const names = createNames();
    const letters = '恒通永兴华盛达安康泰瑞丰源鑫宏远景辉';
    const name = (at: number) =>
      `${letters[at % 19]}${letters[Math.floor(at / 19) % 19]}${letters[Math.floor(at / 361) % 19]}阁`;
    for (let at = 0; at < 6000; at += 1) names.add({ kind: 'customer', id: at + 1, company: name(at), ownerId: me });
    for (let at = 0; at < 6000; at += 2) names.remove(at + 1);
    const view = names.view(mine);
    for (let at = 0; at < 6000; at += 37)
      expect(view.find(`跟${name(at)}说`)[0]?.ids.includes(at + 1) ?? false).toBe(at % 2 === 1);
  });

  test('twenty thousand renames and comings and goings leave it as large as it was, and right', () => {
    const book = createBook();
    const letters = '恒通永兴华盛达安康泰瑞丰源鑫宏远景辉';
    const name = (at: number) => `${letters[at % 19]}${letters[(at >> 4) % 19]}${letters[(at >> 8) % 19]}${at}阁`;
    const entry = (at: number, round: number) =>
      ({
        kind: 'customer',
        id: at + 1,
        company: name(at * 7 + round),
        person: `李${at}号${round}`,
        ownerId: me,
      }) as const;
    for (let at = 0; at < 3000; at += 1) book.add(entry(at, 0));
    const before = book.size();
    for (let round = 1; round <= 7; round += 1)
      for (let at = 0; at < 3000; at += 1) {
        if (at % 3 === 0) book.remove(at + 1);
        book.add(entry(at, round));
      }
    const after = book.size();
    // A quarter more: what is gone is cleared away in one go.
    expect(after.names).toBeLessThan(before.names * 1.5);
    expect(after.letters).toBeLessThan(before.letters * 1.5);
    for (let at = 0; at < 3000; at += 17) {
      const found = (said: string) => findNames(`跟${said}说`, book, mine, () => false).map(({ ids }) => ids);
      expect(found(name(at * 7 + 7))).toEqual([[at + 1]]);
      expect(book.entry(at + 1)).toMatchObject({ company: name(at * 7 + 7) });
      expect(found(name(at * 7 + 3)).flat()).not.toContain(at + 1);
    }
  });

  test('any names, any text: nothing throws, and every reading is a stretch of the text that somebody may mean', () => {
    const scrap = fc.constantFrom(
      ..."恒通 精密 机械 有限公司 苏州 明天 王 建国 Dana Ruiz Foxglove Inc. htjm hengtong ( ) , . @ - 的 那单 ' 😀 \ud83d é 恆 1 Acme the Will".split(
        ' ',
      ),
      ' ',
      '\n',
    );
    const anyText = fc.oneof(
      fc.array(scrap, { maxLength: 30 }).map((parts) => parts.join('')),
      fc.string({ unit: 'binary', maxLength: 60 }),
    );
    const entry = fc.record({
      kind: fc.constantFrom('customer', 'lead', 'contact', 'person'),
      id: fc.integer({ min: 1, max: 30 }),
      company: fc.option(anyText),
      companyKey: fc.option(anyText),
      person: fc.option(anyText),
      pinyin: fc.option(anyText),
      ownerId: fc.constantFrom(null, me, mate, stranger),
      customerId: fc.integer({ min: 0, max: 30 }),
      teamId: fc.constantFrom(null, 1, 2),
    }) as fc.Arbitrary<NameEntry>;
    fc.assert(
      fc.property(
        fc.array(entry, { maxLength: 20 }),
        fc.array(fc.integer({ min: 1, max: 30 }), { maxLength: 5 }),
        anyText,
        (entries, gone, said) => {
          const names = createNames();
          for (const one of entries) names.add(one);
          for (const id of gone) names.remove(id);
          const text = normalize(said);
          expect(fold(text)).toHaveLength(text.length);
          for (const asker of [mine, theirs, admin]) {
            let end = 0;
            for (const reading of names.view(asker).find(text)) {
              expect(reading.start).toBeGreaterThanOrEqual(end);
              expect(reading.end).toBeGreaterThan(reading.start + 1);
              expect(reading.end).toBeLessThanOrEqual(text.length);
              expect(reading.ids.length).toBeGreaterThan(0);
              expect(reading.ids.length).toBeLessThanOrEqual(6);
              for (const id of reading.ids) {
                const known = names.entry(id);
                expect(known).toBeDefined();
                const sees = asker.teamMates === null || known?.kind === 'person' || known?.kind === 'contact';
                if (reading.how !== 'whole' && reading.how !== 'alias' && !sees)
                  expect(asker.teamMates?.has(known?.ownerId ?? 0)).toBe(true);
              }
              end = reading.end;
            }
          }
        },
      ),
      { numRuns: 1000 },
    );
  }, 60_000);
});
