import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ModelStandIn } from '../support/model-standin.ts';
import { en, openModel, zh } from './ask.ts';

let server: ModelStandIn;
beforeAll(async () => {
  server = await ModelStandIn.start();
});
afterAll(() => server.stop());

/** What the model is sent of a text. */
async function sent(text: string, context = zh): Promise<string> {
  server.plan({ says: { intents: [] } });
  await openModel(server.baseUrl).model.propose(text, context);
  return /⟪([\s\S]*)⟫/.exec(server.heard)?.[1] ?? '';
}

test.each([
  '王总，13912345678',
  '李敏,13812345678,下周再说',
  'tel.13912345678',
  'phone#13912345678',
  'phone#139 1234 5678',
  '139‑1234‑5678 是王总',
  '手机13912345678块',
  '13912345678w',
  '13912345678k',
  '打139/1234/5678或139_1234_5678',
  '预算80，62345678是他座机',
  '电话62340000',
  '幺三九 一二三四 五六七八',
  '幺39一二三四5678',
  'one three nine one two three four five six seven eight',
  '+33 1 23 45 67 89',
  '卡号62220213123456789012345',
])('a phone goes out however it is written: %s, never', async (text) => {
  for (const context of [zh, en]) {
    const heard = await sent(text, context);
    expect(heard).not.toMatch(/\d{4}|三四|four five/);
    expect(heard).toMatch(/⟦(?:phone|number|wechat)1⟧/);
  }
});

test('two numbers in a row are two tokens', async () => {
  expect(await sent('13912345678,13812345678')).toBe('⟦phone1⟧,⟦phone2⟧');
  expect(await sent('139 1234 5678 138 1234 5678')).toBe('⟦phone1⟧ ⟦phone2⟧');
});

test('the sums, dates and record numbers beside a phone are still there', async () => {
  expect(await sent('#12 13912345678 80万')).toBe('#12 ⟦phone1⟧ 80万');
  expect(await sent('#12 0512-62345678 80万，2026-12-01 10:30')).toBe('#12 ⟦phone1⟧ 80万,2026-12-01 10:30');
  expect(await sent('12/15 415-555-2671 80k', en)).toBe('12/15 ⟦phone1⟧ 80k');
  expect(await sent('预算80 2026-12-01，500000-800000，12345678.00元，$1,200,000')).toBe(
    '预算80 2026-12-01,500000-800000,12345678.00元,$1,200,000',
  );
  expect(await sent('电话 2026-12-01 10:00')).toBe('电话 2026-12-01 10:00');
});

const digits = (count: number) => fc.stringMatching(new RegExp(`^[2-9]{${count}}$`));
const number = fc.oneof(
  fc.tuple(fc.constantFrom('138', '159', '186', '199'), digits(4), digits(4)),
  fc.tuple(fc.constantFrom('+86', '0086', '86'), fc.constantFrom('138', '177'), digits(4), digits(4)),
  fc.tuple(fc.constantFrom('010', '021', '0512'), digits(4), digits(4)),
  fc.tuple(digits(3), digits(3), digits(4)),
  fc.tuple(fc.constant('+1'), digits(3), digits(3), digits(4)),
  fc.tuple(fc.constant('+44'), digits(2), digits(4), digits(4)),
);
const between = fc.constantFrom('', ' ', '-', '‑', '–', '—', '.', ' - ', '·', '/', '\u200b', '\u00a0');
const wide = (text: string) => text.replace(/[!-~]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0));
const written = fc
  .tuple(number, between, fc.boolean())
  .map(([groups, mark, full]) => (full ? wide(groups.join(mark)) : groups.join(mark)));
const before = fc.constantFrom(
  '',
  '，',
  ',',
  '.',
  '王总，',
  '王总:',
  'tel.',
  'tel',
  'phone#',
  '电话',
  '手机号是',
  '(',
  'w/ ',
  'x ',
  '80万，',
  '80,',
  '#12 ',
);
const after = fc.constantFrom('', '，下周再说', '块', 'w', 'k', '万', '。', ',', ' 80万', ')', ' tomorrow', '元');

test('no phone in any spelling, anywhere in a text, is in what is sent', async () => {
  const piece = fc.tuple(before, written, after);
  await fc.assert(
    fc.asyncProperty(
      fc.array(piece, { minLength: 1, maxLength: 3 }),
      fc.constantFrom(zh, en),
      async (pieces, context) => {
        const heard = await sent(pieces.map((one) => one.join('')).join('、'), context);
        const left = heard.replace(/⟦\w+⟧/g, '⟧').replace(/#?12 |80万?/g, '');
        // Nothing of a number but a country's or a city's code, which is no secret.
        for (const run of left.match(/\d[\d\s./·-]*/g) ?? []) expect(run.replace(/\D/g, '').length).toBeLessThan(5);
      },
    ),
    { numRuns: 400, seed: 20261123 },
  );
});
