import type { Card } from '../../bot/chat/card.ts';
import { type Part, renderBlock } from './blocks.ts';
import { type Choice, choiceLine, collectChoices, numberItems, placeChoices } from './choices.ts';
import { cut, escapeStart, tidy } from './escape.ts';
import { fitParts } from './fit.ts';
import { limits } from './limits.ts';
import { words as allWords, type Language } from './words.ts';

type Media = ReadonlyMap<number, string>;

/** The body of a reply to a session address. */
export type SessionMessage =
  | { msgtype: 'markdown'; markdown: { title: string; text: string } }
  | {
      msgtype: 'actionCard';
      actionCard: {
        title: string;
        text: string;
        btnOrientation: '0' | '1';
        btns: { title: string; actionURL: string }[];
      };
    };

/** A robot message over REST: the name of DingTalk's template and its values as JSON. */
export interface RestMessage {
  msgKey: string;
  msgParam: string;
}

interface Rendered {
  title: string;
  text: string;
  buttons: Choice[];
}

const tones: Record<NonNullable<Card['tone']>, string> = { plain: '', good: '✅ ', warn: '⚠️ ', bad: '❌ ' };

/**
 * The card as a reply to a session address: markdown, or an action card when it has buttons.
 * https://open.dingtalk.com/document/development/robot-message-type
 */
export function sessionMessage(card: Card, language: Language, media: Media = new Map()): SessionMessage {
  const build = ({ title, text, buttons }: Rendered): SessionMessage =>
    buttons.length === 0
      ? { msgtype: 'markdown', markdown: { title, text } }
      : {
          msgtype: 'actionCard',
          actionCard: {
            title,
            text,
            btnOrientation: buttons.length === 2 ? '1' : '0',
            btns: buttons.map((button) => ({ title: button.title, actionURL: button.url })),
          },
        };
  return build(render(card, language, media, limits.session, (it) => JSON.stringify(build(it))));
}

/**
 * The card as a robot message: sampleMarkdown, or the action card template with that many buttons.
 * https://open.dingtalk.com/document/development/types-of-messages-sent-by-robots
 */
export function restMessage(card: Card, language: Language, media: Media = new Map()): RestMessage {
  const build = ({ title, text, buttons }: Rendered): RestMessage => {
    if (buttons.length === 0) return { msgKey: 'sampleMarkdown', msgParam: JSON.stringify({ title, text }) };
    const [first] = buttons;
    if (buttons.length === 1)
      return {
        msgKey: 'sampleActionCard',
        msgParam: JSON.stringify({ title, text, singleTitle: first?.title, singleURL: first?.url }),
      };
    const actions = buttons.flatMap((button, index) => [
      [`actionTitle${index + 1}`, button.title],
      [`actionURL${index + 1}`, button.url],
    ]);
    return {
      msgKey: `sampleActionCard${buttons.length}`,
      msgParam: JSON.stringify({ title, text, ...Object.fromEntries(actions) }),
    };
  };
  return build(render(card, language, media, limits.rest, (it) => build(it).msgParam));
}

function render(
  card: Card,
  language: Language,
  media: Media,
  limit: { bytes: number; buttons: number },
  measured: (rendered: Rendered) => string,
): Rendered {
  const words = allWords[language];
  const numbers = numberItems(card);
  const { buttons, rest } = placeChoices(collectChoices(card, numbers), limit.buttons);
  const title =
    cut(
      tidy(card.summary || card.title)
        .replace(/\s+/g, ' ')
        .trim(),
      limits.title,
    ) || '…';
  const heading = `#### ${tones[card.tone ?? 'plain']}${headingText(card.title || card.summary)}`;

  const parts = card.blocks
    .map((block) => renderBlock(block, { words, numbers, media }))
    .filter((part): part is Part => part !== null && part.lines.length > 0);
  if (rest.length) {
    parts.push({ shorten: 'last', lines: [words.also] });
    parts.push({ shorten: 'count', lines: rest.map((one, index) => choiceLine(one, index, words.colon)) });
  }

  const envelope = Buffer.byteLength(measured({ title, text: '', buttons }));
  const text = fitParts(heading, parts, limit.bytes - limits.margin - envelope, words);
  return { title, text, buttons };
}

function headingText(title: string): string {
  return escapeStart(cut(title, limits.heading)).replace(/#+$/, '').trim() || '…';
}
