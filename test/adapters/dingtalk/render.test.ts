import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { circled, sayUrl } from '../../../adapters/dingtalk/choices.ts';
import { cut, escapeStart } from '../../../adapters/dingtalk/escape.ts';
import { restMessage, sessionMessage } from '../../../adapters/dingtalk/render.ts';
import type { Card } from '../../../bot/chat/card.ts';
import { plain } from '../../support/dingtalk-surface.ts';
import { anyCard, button, card, words } from './cards.ts';

const rest = (shown: Card, language: 'zh' | 'en' = 'zh') => {
  const { msgKey, msgParam } = restMessage(shown, language, new Map([[1, '@lADP1']]));
  return { msgKey, ...(JSON.parse(msgParam) as Record<string, string>) } as Record<string, string>;
};
const text = (shown: Card, language?: 'zh' | 'en') => rest(shown, language).text ?? '';

describe('a card becomes a message', () => {
  test('facts show what was and what is', () => {
    const facts = [{ label: '金额', value: '12 万', was: '10 万' }];
    expect(text(card({ kind: 'facts', facts }))).toBe('#### 标题\n\n**金额**：10 万 → 12 万');
    expect(text(card({ kind: 'facts', facts }), 'en')).toContain('**金额**: 10 万 → 12 万');
  });

  test('the tone stands before the title', () => {
    expect(text({ ...card(), tone: 'warn' })).toBe('#### ⚠️ 标题');
  });

  test('a newline is two spaces and a newline', () => {
    expect(text(card({ kind: 'text', text: '一\n二' }))).toBe('#### 标题\n\n一  \n二');
  });

  test('progress is one line', () => {
    const steps = [
      { label: '需求', state: 'done' },
      { label: '报价', state: 'now' },
      { label: '签约', state: 'todo' },
    ] as const;
    expect(text(card({ kind: 'progress', steps: [...steps] }))).toContain('✅ 需求 → 🔵 报价 → ⚪ 签约');
  });

  test('a table becomes lines that name their columns', () => {
    const columns = [{ label: '销售' }, { label: '商机' }, { label: '金额' }];
    expect(text(card({ kind: 'table', columns, rows: [['小美', '3', '12 万']] }))).toContain(
      '- 小美：商机 3 · 金额 12 万',
    );
  });

  test('a picture is shown once uploaded, and described otherwise', () => {
    const picture = card({ kind: 'picture', picture: 1, alt: '漏斗' }, { kind: 'picture', picture: 2, alt: '趋势' });
    expect(text(picture)).toContain('![漏斗](@lADP1)\n\n🖼 趋势');
  });

  test('a form is its fields and the sentence to copy, line by line', () => {
    const form = {
      intent: 'lead.create' as const,
      fixed: {},
      title: '新线索',
      submit: '提交',
      cancel: '取消',
      open: '填写',
      say: '新线索\n姓名：\n公司：',
      fields: [
        { name: 'name', label: '姓名', type: 'text' as const, required: true, hint: '全名' },
        { name: 'industry', label: '行业', type: 'choice' as const, options: [{ value: 'a', label: '制造' }] },
      ],
    };
    const shown = plain(text(card({ kind: 'form', form })));
    expect(shown).toContain(
      '新线索\n姓名（必填）：全名\n行业：可选 制造\n\n复制下面这句，填好后发给我：\n新线索\n姓名：\n公司：',
    );
  });

  test('the notification line is the summary', () => {
    expect(rest(card()).title).toBe('摘要');
  });

  test('what a button would ask before acting is said beside it', () => {
    const confirm = { title: '关闭', text: '关闭后不能再改', yes: '是', no: '否' };
    const shown = card({ kind: 'buttons', buttons: [{ ...button('关闭商机'), confirm }] });
    expect(text(shown)).toContain('> ⚠️ 关闭商机：关闭后不能再改');
  });
});

describe('buttons', () => {
  const many = (count: number) =>
    card({
      kind: 'buttons',
      buttons: Array.from({ length: count }, (_, at) => button(`按钮${at + 1}`, `说 ${at + 1}`)),
    });

  test.each([
    [0, 'sampleMarkdown'],
    [1, 'sampleActionCard'],
    [2, 'sampleActionCard2'],
    [3, 'sampleActionCard3'],
    [4, 'sampleActionCard4'],
    [5, 'sampleActionCard5'],
    [7, 'sampleActionCard5'],
  ])('%i buttons use %s', (count, msgKey) => {
    expect(rest(many(count)).msgKey).toBe(msgKey);
  });

  test('one button has its own names', () => {
    expect(rest(many(1))).toMatchObject({ singleTitle: '按钮1', singleURL: sayUrl('说 1') });
  });

  test('those beyond the fifth are sentences in the reader’s language', () => {
    expect(plain(text(many(7)))).toContain('也可以说：\n\n1. 按钮6：说 6\n2. 按钮7：说 7');
    expect(plain(text(many(7), 'en'))).toContain('You can also say:\n\n1. 按钮6: 说 6');
  });

  test('a reply has them as buttons of an action card', () => {
    expect(sessionMessage(many(2), 'zh')).toMatchObject({
      msgtype: 'actionCard',
      actionCard: { btns: [{ title: '按钮1', actionURL: sayUrl('说 1') }, { title: '按钮2' }] },
    });
    expect(sessionMessage(card(), 'zh').msgtype).toBe('markdown');
  });

  test('buttons of list items carry the number of their item, after the card’s own', () => {
    const items = ['华为', '腾讯'].map((name) => ({ text: name, buttons: [button('完成', `完成 ${name}`)] }));
    const shown = rest(card({ kind: 'list', items }, { kind: 'buttons', buttons: [button('撤销')] }));
    expect(shown.text).toContain('① 华为  \n② 腾讯');
    expect([shown.actionTitle1, shown.actionTitle2, shown.actionTitle3]).toEqual(['撤销', '① 完成', '② 完成']);
  });

  test('numbers go on past fifty', () => {
    expect([1, 20, 21, 35, 36, 50, 51].map(circled)).toEqual(['①', '⑳', '㉑', '㉟', '㊱', '㊿', '(51)']);
  });

  test('whatever a button says, its address says the same', () => {
    fc.assert(
      fc.property(words, (say) => {
        const content = new URL(sayUrl(say)).searchParams.get('content') ?? '';
        expect(sayUrl(content)).toBe(sayUrl(say));
        if (/^[\p{L}\p{N}\p{P} #+&%=]*$/u.test(say)) expect(content).toBe(say);
      }),
    );
  });
});

describe('somebody’s words stay words', () => {
  test.each([
    ['[点我](http://evil)', '［点我］(http://evil)'],
    ['# 大字', '＃ 大字'],
    ['> 引用', '＞ 引用'],
    ['- 一项', '－ 一项'],
    ['1. 一项', '1． 一项'],
    ['---', '－－－'],
    ['**粗**', '＊＊粗＊＊'],
    ['__粗__', '＿＿粗＿＿'],
    ['<font color=red>', '＜font color=red>'],
    ['@all 开会', '＠all 开会'],
    ['通知@所有人', '通知＠所有人'],
    ['dtmd://dingtalkclient/x', 'dtmd：//dingtalkclient/x'],
    ['&#64;all', '＆#64;all'],
  ])('%s', (typed, shown) => {
    expect(escapeStart(typed)).toBe(shown);
  });

  test.each(['mei@example.com', '华为 #12', 'order_id_7', '-5%', 'A&B', '3~5 天', '12:30'])(
    '%s is left alone',
    (typed) => {
      expect(escapeStart(typed)).toBe(typed);
    },
  );

  /** Lines without what we put there ourselves: our heading, bullets, quotes, bold labels, numbered links and pictures. */
  const foreign = (markdown: string) =>
    markdown.split('\n').map((line) =>
      line
        .replace(/^#### /, '')
        .replace(/^(?:- |> )/, '')
        .replace(/^\d+\. (?=\[|[^\s])/, '')
        .replace(/\[[^[\]]*\]\(dtmd:\/\/dingtalkclient\/sendMessage\?content=[\w%.-]*\)/, '')
        .replace(/!\[[^[\]]*\]\(@lADP1\)/, '')
        .replaceAll('**', '·'),
    );

  test('no card can smuggle in a link, a picture, a heading, HTML, code, emphasis or an @all', () => {
    fc.assert(
      fc.property(anyCard, (shown) => {
        for (const line of foreign(text(shown))) {
          expect(line).not.toMatch(/[[\]*`<\\]|^#|^>|~~|@(?:all\b(?!\.)|所有人)|dtmd:|\p{Bidi_Control}/u);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('sizes', () => {
  test('no card is ever over DingTalk’s limits, or broken in the middle of a character', () => {
    fc.assert(
      fc.property(anyCard, fc.constantFrom('zh' as const, 'en' as const), (shown, language) => {
        const { msgParam } = restMessage(shown, language);
        const session = JSON.stringify(sessionMessage(shown, language));
        expect(Buffer.byteLength(msgParam)).toBeLessThanOrEqual(15_000);
        expect(Buffer.byteLength(session)).toBeLessThanOrEqual(20_000);
        for (const body of [msgParam, session]) expect(body.isWellFormed() && !/\\ud[89a-f]/i.test(body)).toBe(true);
        for (const value of Object.values(JSON.parse(msgParam))) expect(value).not.toBe('');
      }),
      { numRuns: 300 },
    );
  });

  test('a long list loses its end and says how many are missing; what follows it stays', () => {
    const items = Array.from({ length: 900 }, (_, at) => ({ text: `第 ${at + 1} 条：华为技术有限公司` }));
    const shown = text(card({ kind: 'list', items }, { kind: 'note', text: '最后一句' }));
    const left = shown.split('\n').filter((line) => line.startsWith('- ')).length;
    expect(shown).toContain(`…还有 ${900 - left} 条`);
    expect(left).toBeGreaterThan(100);
    expect(shown).toContain('> 最后一句');
  });

  test('a long text is cut where a character ends', () => {
    const shown = text(card({ kind: 'text', text: '👨‍👩‍👧‍👦'.repeat(2000) }, { kind: 'note', text: '最后一句' }));
    expect(shown).toMatch(/(?:👨‍👩‍👧‍👦)…\n\n> 最后一句$/u);
  });

  test('a text of very many short lines loses its end, not itself', () => {
    const shown = text(card({ kind: 'text', text: '短行\n'.repeat(5000) }, { kind: 'note', text: '最后一句' }));
    expect(shown.split('短行').length).toBeGreaterThan(1000);
    expect(shown).toMatch(/短行 {2}\n…\n\n> 最后一句$/);
  });

  test('cutting keeps whole characters and stays inside the bytes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 3, max: 60 }), (typed, bytes) => {
        const kept = cut(typed, bytes);
        expect(Buffer.byteLength(kept)).toBeLessThanOrEqual(Math.max(bytes, 3));
        expect(typed.startsWith(kept.replace(/…$/, ''))).toBe(true);
      }),
    );
  });
});
