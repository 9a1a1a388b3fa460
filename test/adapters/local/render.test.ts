import fc from 'fast-check';
import { expect, test } from 'vitest';
import { escapeText, html } from '../../../adapters/local/escape.ts';
import { renderCard } from '../../../adapters/local/render.ts';
import { words } from '../../../adapters/local/words.ts';
import type { Block, Button, Card, Field } from '../../../bot/chat/card.ts';
import { readMarkup, unescapeText } from '../../support/local-reading.ts';
import { changesCard, dealCard, formCard, planCard } from '../../support/sample-cards.ts';

const reading = { id: '7', words: words.zh.card, zone: 'Asia/Shanghai' };
const shown = (card: Card, more = {}) => renderCard(card, { ...reading, ...more }).text;

/** Text with what could break out of markup much likelier than by chance. */
const nasty = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.string({ unit: fc.constantFrom('<', '>', '"', "'", '&', '/', '=', ' ', '\n', '`', 'x', '好'), maxLength: 40 }),
  fc.constantFrom(
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    '</textarea><script>',
    '&lt;b&gt;',
    '-->',
    ']]>',
  ),
);
const button: fc.Arbitrary<Button> = fc.record({
  label: nasty,
  say: nasty,
  intent: nasty.map((text) => ({ name: 'unknown' as const, input: { text } })),
  style: fc.constantFrom('primary' as const, 'danger' as const),
  confirm: fc.record({ title: nasty, text: nasty, yes: nasty, no: nasty }),
});
const field: fc.Arbitrary<Field> = fc.record({
  name: nasty,
  label: nasty,
  type: fc.constantFrom<Field['type']>(
    'text',
    'long',
    'number',
    'money',
    'date',
    'datetime',
    'phone',
    'email',
    'choice',
  ),
  required: fc.boolean(),
  value: nasty,
  hint: nasty,
  options: fc.array(fc.record({ value: nasty, label: nasty }), { maxLength: 3 }),
});
const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ kind: fc.constant('text' as const), text: nasty }),
  fc.record({ kind: fc.constant('note' as const), text: nasty }),
  fc.record({
    kind: fc.constant('facts' as const),
    facts: fc.array(fc.record({ label: nasty, value: nasty, was: nasty }), { maxLength: 3 }),
  }),
  fc.record({
    kind: fc.constant('list' as const),
    items: fc.array(fc.record({ text: nasty, detail: nasty, buttons: fc.array(button, { maxLength: 2 }) }), {
      maxLength: 3,
    }),
  }),
  fc.record({
    kind: fc.constant('progress' as const),
    steps: fc.array(
      fc.record({
        label: nasty,
        state: fc.constantFrom('done' as const, 'now' as const, 'todo' as const, 'lost' as const),
      }),
      { maxLength: 4 },
    ),
  }),
  fc.record({
    kind: fc.constant('table' as const),
    columns: fc.array(fc.record({ label: nasty, align: fc.constantFrom('left' as const, 'right' as const) }), {
      maxLength: 3,
    }),
    rows: fc.array(fc.array(nasty, { maxLength: 3 }), { maxLength: 3 }),
  }),
  fc.record({ kind: fc.constant('picture' as const), picture: fc.nat(), alt: nasty }),
  fc.record({ kind: fc.constant('buttons' as const), buttons: fc.array(button, { maxLength: 3 }) }),
  fc.record({
    kind: fc.constant('form' as const),
    form: fc.record({
      intent: fc.constant('lead.create' as const),
      fixed: fc.dictionary(nasty, nasty, { maxKeys: 2 }),
      title: nasty,
      submit: nasty,
      cancel: nasty,
      open: nasty,
      say: nasty,
      fields: fc.array(field, { maxLength: 4 }),
    }),
  }),
);
const card: fc.Arbitrary<Card> = fc.record({
  title: nasty,
  summary: nasty,
  tone: fc.constantFrom('plain' as const, 'good' as const, 'warn' as const, 'bad' as const),
  blocks: fc.array(block, { maxLength: 5 }),
});

const tags = new Set(
  'section h3 h4 div p span dl dt dd del ins ul ol li table thead tbody tr th td a img button form fieldset label input textarea select option'.split(
    ' ',
  ),
);
const attributes = new Set(
  'class id for name type value rows maxlength required selected hidden tabindex role scope href target rel src alt width height decoding inputmode autocomplete novalidate aria-label aria-labelledby aria-describedby aria-hidden aria-current aria-required aria-expanded aria-controls data-intent data-fixed data-title data-say data-fold data-unfold data-confirm'.split(
    ' ',
  ),
);

test('whatever a card says, only our own tags and attributes come out', () => {
  fc.assert(
    fc.property(card, (made) => {
      const markup = shown(made);
      for (const [, name = '', rest = ''] of markup.matchAll(/<\/?([^\s>]*)([^>]*)>/g)) {
        expect(tags).toContain(name);
        const bare = rest.replace(/\s([\w-]+)="[^"<>]*"/g, (_, attribute: string) =>
          attributes.has(attribute) ? '' : ` BAD:${attribute}`,
        );
        expect(bare.replace(/\s(required|selected|hidden|novalidate|data-fold)(?=\s|$)/g, '').trim()).toBe('');
      }
      expect(markup.replace(/<[^<>]*>/g, '')).not.toMatch(/[<>"']/);
    }),
    { numRuns: 500 },
  );
});

test('every word of a card is there to be read, as it was written', () => {
  fc.assert(
    fc.property(nasty, (text) => {
      const markup = shown({
        title: text,
        summary: text,
        blocks: [
          { kind: 'text', text },
          { kind: 'facts', facts: [{ label: text, value: text }] },
        ],
      });
      const read = (pattern: RegExp) => unescapeText(pattern.exec(markup)?.[1] ?? '');
      expect(read(/<p class="text">([^<]*)<\/p>/)).toBe(text);
      expect(read(/<dd>([^<]*)<\/dd>/)).toBe(text);
    }),
  );
});

test('what a button means comes back from the page exactly as it was', () => {
  fc.assert(
    fc.property(button, (made) => {
      const { presses } = readMarkup(
        shown({ title: 'x', summary: 'x', blocks: [{ kind: 'buttons', buttons: [made] }] }),
      );
      expect(presses[0]?.intent).toEqual(made.intent);
    }),
  );
});

test('a template escapes what it is given, also in lists, and leaves out nothing but nothing', () => {
  expect(html`<p>${'<b>'}${[html`<i>`, '&']}${null}${undefined}${false}${0}</p>`.text).toBe(
    '<p>&lt;b&gt;<i>&amp;0</p>',
  );
  expect(escapeText(`<>&"'`)).toBe('&lt;&gt;&amp;&quot;&#39;');
});

test('a changed fact shows old → new, and says so to who cannot see it', () => {
  const markup = shown(changesCard('zh'));
  expect(readMarkup(markup).text).toContain('金额 ¥500,000 → ¥680,000');
  expect(markup).toContain('<span class="unseen">原来 </span>¥500,000');
  expect(readMarkup(markup).text).toContain('下一步 空 → 演示 MES 排产模块');
});

test('the step one is at is told by more than its colour', () => {
  const markup = shown(dealCard('zh'));
  expect(markup).toMatch(
    /class="step now" aria-current="step"><span class="step-label">方案沟通<span class="unseen"> \(进行中\)/,
  );
});

test('a list keeps each line’s buttons beside it', () => {
  expect(readMarkup(shown(planCard('zh'))).presses.map((one) => one.label)).toEqual([
    '完成',
    '明天再说',
    '完成',
    '明天再说',
    '完成',
    '明天再说',
  ]);
});

test('a moment in a form is shown at the reader’s wall clock', () => {
  const { forms } = readMarkup(shown(formCard('zh')));
  expect(forms[0]?.fields.find((one) => one.name === 'nextAt')?.value).toBe('2026-11-25T15:00');
  const london = readMarkup(shown(formCard('zh'), { zone: 'Europe/London' }));
  expect(london.forms[0]?.fields.find((one) => one.name === 'nextAt')?.value).toBe('2026-11-25T07:00');
});

test('every field has a label of its own and says when it must be filled', () => {
  const markup = shown(formCard('en'), { words: words.en.card });
  const labelled = [...markup.matchAll(/<label for="([^"]+)"/g)].map((one) => one[1]);
  const controls = [...markup.matchAll(/<(?:input|select|textarea) id="([^"]+)"/g)].map((one) => one[1]);
  expect(controls).toEqual(labelled);
  expect(new Set(controls).size).toBe(10);
  expect(markup).toContain('Company<span class="must">required</span>');
});
