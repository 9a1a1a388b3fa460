import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fitted } from '../../../adapters/slack/fit.ts';
import { readIncoming } from '../../../adapters/slack/incoming.ts';
import { cut, limits, split } from '../../../adapters/slack/limits.ts';
import { render, renderModal, renderWords } from '../../../adapters/slack/render.ts';
import { aligned, table } from '../../../adapters/slack/table.ts';
import { bold, literal } from '../../../adapters/slack/text.ts';
import type { Block, Card, Field } from '../../../bot/chat/card.ts';
import { type Intent, readIntent } from '../../../bot/intents.ts';
import { dealCard, formCard, leadForm, moveForm } from '../../support/slack/cards.ts';
import { pressables, read, readMessage } from '../../support/slack/reading.ts';
import type { Block as SlackBlock } from '../../support/slack/workspace.ts';
import { messageProblems, viewProblems } from '../../support/slack-blocks.ts';

/** Fixed, so that a run says the same tomorrow; FC_RUNS multiplies the runs and lets chance in. */
const more = Number(process.env.FC_RUNS ?? 0);
const seed = more ? Date.now() : 20261123;
const runs = (count: number) => count * (more || 1);

const how = { language: 'en' as const, files: new Map([[1, 'F1']]) };
const card = (...blocks: Block[]): Card => ({ title: 'T', summary: 'S', blocks });
const shown = (...blocks: Block[]) => render(card(...blocks), how).blocks as unknown as SlackBlock[];
const words = (...blocks: Block[]) => readMessage({ text: '', blocks: shown(...blocks).slice(1) });

const nasty = fc.oneof(
  fc.string({ maxLength: 40 }),
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.constantFrom(
    '',
    ' ',
    '\n\n',
    '<!channel>',
    '<@U1|x>',
    '&amp;',
    '*a* _b_ ~c~ `d`',
    '```',
    '> quote',
    '华为'.repeat(2000),
    '&'.repeat(3100),
    '😀'.repeat(1600),
    'a\n'.repeat(2000),
  ),
);
const intent: fc.Arbitrary<Intent> = fc.constantFrom<Intent>(
  { name: 'undo', input: { command: 5 } },
  { name: 'customer.show', input: { customer: '<华为>'.repeat(30) } },
  { name: 'activity.log', input: { who: '华为', channel: 'call', note: '长'.repeat(1999) } },
);
const button = fc.record(
  {
    label: nasty,
    intent,
    say: nasty,
    style: fc.constantFrom('primary' as const, 'danger' as const),
    confirm: fc.record({ title: nasty, text: nasty, yes: nasty, no: nasty }),
  },
  { requiredKeys: ['label', 'intent', 'say'] },
);
const field = (n: number): fc.Arbitrary<Field> =>
  fc.record(
    {
      name: fc.constant(`f${n}`),
      label: nasty,
      type: fc.constantFrom('text', 'long', 'number', 'money', 'date', 'datetime', 'phone', 'email', 'choice'),
      required: fc.boolean(),
      value: fc.oneof(nasty, fc.constantFrom('2026-12-01', '2026-13-45', '2026-12-01T09:00:00Z', 'o1')),
      hint: nasty,
      options: fc.array(fc.record({ value: fc.oneof(nasty, fc.constant('o1')), label: nasty }), { maxLength: 120 }),
    },
    { requiredKeys: ['name', 'label', 'type'] },
  );
const form = fc.record({
  intent: fc.constantFrom('lead.create' as const, 'deal.open' as const, 'deal.move' as const),
  fixed: fc.constantFrom({}, { lead: '#5' }, { note: '长'.repeat(1500) }),
  title: nasty,
  submit: nasty,
  cancel: nasty,
  open: nasty,
  say: nasty,
  fields: fc.nat({ max: 60 }).chain((n) => fc.tuple(...Array.from({ length: n }, (_, i) => field(i)))),
});
const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ kind: fc.constant('text' as const), text: nasty }),
  fc.record({ kind: fc.constant('note' as const), text: nasty }),
  fc.record({
    kind: fc.constant('facts' as const),
    facts: fc.array(fc.record({ label: nasty, value: nasty, was: nasty }, { requiredKeys: ['label', 'value'] }), {
      maxLength: 20,
    }),
  }),
  fc.record({
    kind: fc.constant('list' as const),
    items: fc.array(
      fc.record(
        { text: nasty, detail: nasty, buttons: fc.array(button, { maxLength: 3 }) },
        { requiredKeys: ['text'] },
      ),
      { maxLength: 40 },
    ),
  }),
  fc.record({
    kind: fc.constant('progress' as const),
    steps: fc.array(
      fc.record({
        label: nasty,
        state: fc.constantFrom('done' as const, 'now' as const, 'todo' as const, 'lost' as const),
      }),
      { maxLength: 12 },
    ),
  }),
  fc.record({
    kind: fc.constant('table' as const),
    columns: fc.array(fc.record({ label: nasty, align: fc.constantFrom('left' as const, 'right' as const) }), {
      maxLength: 25,
    }),
    rows: fc.array(fc.array(nasty, { maxLength: 25 }), { maxLength: 120 }),
  }),
  fc.record({ kind: fc.constant('picture' as const), picture: fc.constantFrom(1, 2), alt: nasty }),
  fc.record({ kind: fc.constant('buttons' as const), buttons: fc.array(button, { maxLength: 60 }) }),
  form.map((f) => ({ kind: 'form' as const, form: f })),
);
const cards: fc.Arbitrary<Card> = fc.record(
  {
    title: nasty,
    summary: nasty,
    tone: fc.constantFrom('plain' as const, 'good' as const, 'warn' as const, 'bad' as const),
    blocks: fc.array(block, { maxLength: 12 }),
  },
  { requiredKeys: ['title', 'summary', 'blocks'] },
);

describe('any card whatever', () => {
  test('is a message Slack takes, with a text, that mentions nobody', () => {
    fc.assert(
      fc.property(cards, (any) => {
        const message = render(any, how);
        expect(messageProblems(message.blocks)).toEqual([]);
        expect(message.text.trim()).not.toBe('');
        expect(message.text.length).toBeLessThanOrEqual(limits.message.text);
        // What stands in a field is never read as markup.
        const text = JSON.stringify(message, (key, value) => (key === 'initial_value' ? undefined : value));
        expect(/[<>]/.exec(text)).toBeNull();
      }),
      { seed, numRuns: runs(300) },
    );
  });

  test('leaves a bare @channel alone: every mrkdwn text is verbatim', () => {
    fc.assert(
      fc.property(cards, (any) => {
        const all = [...render(any, how).blocks, ...(renderModal(any, how)?.blocks ?? [])];
        JSON.stringify(all, (_, value) => {
          if (value?.type === 'mrkdwn') expect(value.verbatim).toBe(true);
          return value;
        });
      }),
      { seed, numRuns: runs(50) },
    );
  });

  test('is a modal Slack takes, when it has a form', () => {
    fc.assert(
      fc.property(cards, (any) => {
        const view = renderModal(any, how);
        if (view) expect(viewProblems(view)).toEqual([]);
      }),
      { seed, numRuns: runs(200) },
    );
  });

  test('can be said in words alone', () => {
    fc.assert(
      fc.property(cards, (any) => {
        const said = renderWords(any, how);
        expect(said.trim()).not.toBe('');
        expect(said.length).toBeLessThanOrEqual(limits.message.text);
        expect(said).not.toMatch(/[<>]/);
      }),
      { seed, numRuns: runs(100) },
    );
  });

  test('has buttons that mean the intent, or the sentence where the intent is too long', () => {
    fc.assert(
      fc.property(fc.array(button, { minLength: 1, maxLength: 5 }), (buttons) => {
        for (const [i, { element }] of pressables(shown({ kind: 'buttons', buttons })).entries()) {
          const value = String(element.value);
          expect(Buffer.byteLength(value)).toBeLessThanOrEqual(limits.button.value);
          const carried = JSON.parse(value);
          if ('say' in carried) expect(buttons[i]?.say.startsWith(carried.say)).toBe(true);
          else expect(readIntent(carried)).toEqual(buttons[i]?.intent);
        }
      }),
      { seed, numRuns: runs(100) },
    );
  });
});

describe('how a card looks', () => {
  test('a changed fact shows what it was and what it is', () => {
    expect(words({ kind: 'facts', facts: [{ label: 'Stage', value: 'Quote', was: 'Lead' }] })).toBe(
      'Stage: Lead → Quote',
    );
    const [, section] = shown({ kind: 'facts', facts: [{ label: 'Stage', value: 'Quote', was: 'Lead' }] });
    expect(JSON.stringify(section)).toContain('~Lead~\u200b → Quote');
  });

  test('progress is words, not colours', () => {
    const steps = (['done', 'now', 'todo', 'lost'] as const).map((state) => ({ label: state, state }));
    expect(words({ kind: 'progress', steps })).toBe('✓ done  ›  ● now  ›  ○ todo  ›  ✗ lost');
  });

  test('Chinese labels have a Chinese colon and stay bold between Chinese characters', () => {
    const { blocks } = render(card({ kind: 'facts', facts: [{ label: '阶段', value: '报价' }] }), {
      ...how,
      language: 'zh',
    });
    expect(JSON.stringify(blocks)).toContain('\u200b*阶段*\u200b：报价');
  });

  test('the first table is Slack’s own, a second one is monospace: Slack takes one', () => {
    const one: Block = {
      kind: 'table',
      columns: [{ label: '客户' }, { label: '额', align: 'right' }],
      rows: [['华为', '50']],
    };
    expect(shown(one, one).map(({ type }) => type)).toEqual(['header', 'table', 'section']);
    expect(words(one, one)).toBe('客户 | 额\n华为 | 50\n客户  额\n华为  50');
  });

  test('monospace columns line up, a Chinese character as wide as two', () => {
    const columns = [{ label: 'n' }, { label: 'x', align: 'right' as const }];
    expect(
      aligned({
        columns,
        rows: [
          ['华为', '5'],
          ['ab', '500'],
        ],
      }),
    ).toBe('n       x\n华为    5\nab    500');
  });

  test('a table too large for Slack’s own is monospace', () => {
    const columns = [{ label: 'a' }];
    expect(table({ columns, rows: Array.from({ length: 99 }, () => ['x']) })).not.toBeNull();
    expect(table({ columns, rows: Array.from({ length: 100 }, () => ['x']) })).toBeNull();
    expect(table({ columns: Array.from({ length: 21 }, () => ({ label: 'a' })), rows: [] })).toBeNull();
  });

  test('a picture that was not uploaded is told of in words', () => {
    expect(words({ kind: 'picture', picture: 2, alt: 'Funnel of November' })).toBe('🖼 Funnel of November');
    expect(shown({ kind: 'picture', picture: 1, alt: 'Funnel' })[1]).toEqual({
      type: 'image',
      slack_file: { id: 'F1' },
      alt_text: 'Funnel',
    });
  });

  test('a person’s stars, underscores and quotes stay what they typed', () => {
    for (const typed of [
      '*bold*',
      '_it_',
      '~gone~',
      '`code`',
      '> quoted',
      '2*3*4',
      'li_ming@x.com',
      'a_b_c',
      '*',
      '* * *',
    ]) {
      expect(read(literal(typed)), typed).toBe(typed);
    }
    expect(literal('*x*')).not.toBe('*x*');
    expect(literal('li_ming_1@x.com')).toBe('li_ming_1@x.com');
    expect(read(bold('a*b*c'))).toBe('a∗b∗c');
  });

  test('when it is too long, what can be pressed stays and an ellipsis says that something is missing', () => {
    const long: Block = { kind: 'text', text: '长话。'.repeat(8_000) };
    const button: Block = {
      kind: 'buttons',
      buttons: [{ label: 'Undo', intent: { name: 'undo', input: {} }, say: 'undo' }],
    };
    const blocks = shown(long, button);
    expect(messageProblems(blocks)).toEqual([]);
    expect(pressables(blocks).map(({ label }) => label)).toEqual(['Undo']);
    expect(readMessage({ text: '', blocks })).toContain('…');
    expect(readMessage({ text: '', blocks })).toContain('长话');
  });

  test('fifty-one lines with buttons keep their order', () => {
    const items = Array.from({ length: 60 }, (_, i) => ({
      text: `item ${i}`,
      buttons: [{ label: `${i}`, intent: { name: 'undo' as const, input: {} }, say: 'x' }],
    }));
    const labels = pressables(shown({ kind: 'list', items })).map(({ label }) => Number(label));
    expect(labels.length).toBeGreaterThan(20);
    expect(labels).toEqual([...labels].sort((a, b) => a - b));
  });

  test.each([
    ['letters', '王'],
    ['signs that are escaped', '&'],
  ])('a long card of changes keeps the button that takes back all of it (%s)', (_what, letter) => {
    const undo = (label: string, command: number) =>
      ({ label, intent: { name: 'undo', input: { command } }, say: label }) as const;
    const parts = Array.from({ length: 12 }, (_, part) => ({
      text: `${part} ${letter.repeat(200)}`,
      detail: letter.repeat(600),
      buttons: [undo('Drop', part + 2)],
    }));
    const blocks = shown(
      { kind: 'list', items: parts },
      { kind: 'note', text: 'n'.repeat(200) },
      { kind: 'buttons', buttons: [undo('Undo all', 1)] },
    );
    expect(messageProblems(blocks)).toEqual([]);
    expect(JSON.stringify(blocks.at(-1))).toContain('Undo all');
    expect(pressables(blocks).length).toBeGreaterThan(2);
  });

  test('the last row of buttons is the one kept where not all of them fit', () => {
    const button = (label: string) => ({ label, intent: { name: 'help', input: {} }, say: 'x'.repeat(1500) }) as const;
    const items = Array.from({ length: 40 }, (_, n) => ({
      text: `${n}`,
      buttons: [button(`a${n}`), button(`${'b'.repeat(60)}${n}`)],
    }));
    const blocks = shown({ kind: 'list', items }, { kind: 'buttons', buttons: [button('Undo all')] });
    expect(JSON.stringify(blocks.at(-1))).toContain('Undo all');
  });

  test('a card that fits is left alone', () => {
    const { blocks } = render(dealCard, how);
    expect(fitted(blocks)).toBe(blocks);
  });
});

describe('forms', () => {
  test('a modal asks for what the form asks, filled with what is known', () => {
    const view = renderModal(formCard(leadForm), how);
    const inputs = view?.blocks.filter(({ type }) => type === 'input') ?? [];
    expect(view).toMatchObject({ title: { text: 'New lead' }, submit: { text: 'Save' }, close: { text: 'Cancel' } });
    expect(inputs.map((i) => i.type === 'input' && i.element.type)).toEqual([
      'plain_text_input',
      'plain_text_input',
      'datepicker',
      'datetimepicker',
      'static_select',
      'plain_text_input',
    ]);
    expect(inputs.map((i) => i.type === 'input' && i.optional)).toEqual([false, true, true, true, true, true]);
  });

  test('what is fixed comes back with what was filled in', () => {
    const view = renderModal(formCard(moveForm), how);
    const submitted = {
      type: 'view_submission',
      user: { id: 'U1' },
      trigger_id: 't',
      view: {
        id: 'V1',
        ...view,
        state: {
          values: {
            a: { decider: { type: 'plain_text_input', value: ' 李总 ' } },
            b: { budget: { type: 'plain_text_input', value: null } },
          },
        },
      },
    };
    expect(readIncoming(submitted, { userId: 'U0' }, new Date(0))?.said).toEqual({
      kind: 'form',
      intent: 'deal.move',
      fixed: { deal: '#7', stage: 'quote' },
      values: { decider: '李总' },
    });
  });

  test('a form too big for Slack is the sentence to say instead', () => {
    const big = { ...moveForm, fixed: { note: '长'.repeat(3_000) }, say: 'move #7 to quote, decider …' };
    expect(renderModal(formCard(big), how)).toBeNull();
    expect(words({ kind: 'form', form: big })).toBe('move #7 to quote, decider …');
  });
});

describe('cutting', () => {
  test('never leaves half a character or half an entity', () => {
    expect(cut('😀😀', 3)).toBe('😀…');
    expect(cut('ab&amp;cd', 5)).toBe('ab…');
    fc.assert(
      fc.property(nasty, fc.integer({ min: 5, max: 60 }), (text, max) => {
        const pieces = split(literal(text), max);
        for (const piece of pieces) expect(piece.length).toBeLessThanOrEqual(max);
        expect(pieces.join('').replaceAll('\n', '').trim()).toBe(literal(text).replaceAll('\n', '').trim());
      }),
      { seed, numRuns: runs(100) },
    );
  });
});
