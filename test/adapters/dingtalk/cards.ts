import fc from 'fast-check';
import type { Block, Button, Card, Item } from '../../../bot/chat/card.ts';

export const button = (label: string, say = label): Button => ({ label, say, intent: { name: 'help', input: {} } });

export const card = (...blocks: Block[]): Card => ({ title: '标题', summary: '摘要', blocks });

/** What people type, and what somebody who means harm types. */
const fragments = [
  '@all ',
  '@所有人',
  '[x](http://e.cn)',
  '![x](http://e.cn)',
  '# ',
  '> ',
  '- ',
  '---',
  '```',
  '**b**',
  '__b__',
  '<font>',
  '&lt;',
  '\n',
  '\r\n',
  '\\',
  '](dtmd://dingtalkclient/sendMessage?content=x)',
  '"',
  '👨‍👩‍👧‍👦',
  '华为',
  '\u202e',
  '\ud800',
  '\u0000',
  'a_b_c',
  'mei@example.com',
];
const piece = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...fragments) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 8 }) },
);
export const words = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));
const long = fc
  .tuple(words, fc.integer({ min: 1, max: 400 }))
  .map(([text, times]) => (text || '长').repeat(times).slice(0, 8000));
const any = fc.oneof({ weight: 5, arbitrary: words }, { weight: 1, arbitrary: long });

const buttons = fc.array(
  fc.record({ label: any, say: any }).map(({ label, say }) => button(label, say)),
  { maxLength: 12 },
);
const item: fc.Arbitrary<Item> = fc.record({
  text: any,
  detail: words,
  buttons: fc.array(
    fc.record({ label: words, say: words }).map(({ label, say }) => button(label, say)),
    { maxLength: 3 },
  ),
});
const form = fc.record({ title: words, say: any, label: words, hint: any }).map(
  ({ title, say, label, hint }): Block => ({
    kind: 'form',
    form: {
      intent: 'lead.create',
      fixed: {},
      title,
      say,
      submit: 's',
      cancel: 'c',
      open: 'o',
      fields: [{ name: 'n', label, type: 'text', hint, required: true }],
    },
  }),
);
const block: fc.Arbitrary<Block> = fc.oneof(
  any.map((text): Block => ({ kind: 'text', text })),
  any.map((text): Block => ({ kind: 'note', text })),
  fc
    .array(fc.record({ label: words, value: any, was: words }), { maxLength: 6 })
    .map((facts): Block => ({ kind: 'facts', facts })),
  fc.array(item, { maxLength: 30 }).map((items): Block => ({ kind: 'list', items })),
  fc
    .array(fc.record({ label: words, state: fc.constantFrom('done', 'now', 'todo', 'lost') }), { maxLength: 6 })
    .map((steps) => ({ kind: 'progress', steps }) as Block),
  fc
    .array(fc.array(words, { minLength: 3, maxLength: 3 }), { maxLength: 30 })
    .map((rows): Block => ({ kind: 'table', columns: [{ label: 'a' }, { label: '*b*' }, { label: '[c]' }], rows })),
  any.map((alt): Block => ({ kind: 'picture', picture: 1, alt })),
  buttons.map((all): Block => ({ kind: 'buttons', buttons: all })),
  form,
);

/** Any card at all. */
export const anyCard: fc.Arbitrary<Card> = fc.record({
  title: any,
  summary: any,
  tone: fc.constantFrom('plain', 'good', 'warn', 'bad'),
  blocks: fc.array(block, { maxLength: 8 }),
});
