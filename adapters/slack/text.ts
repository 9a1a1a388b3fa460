import type { Mrkdwn, Plain } from './blocks.ts';
import { cut } from './limits.ts';

const blank = '\u200b';

/** Slack's three control characters; with them escaped nothing in a text can mention or link. https://docs.slack.dev/messaging/formatting-message-text#escaping */
export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Undoes `escaped`. */
export function unescaped(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

/**
 * Text of ours or of a person's, to stand literally in mrkdwn. Slack has no escape for `*`, `_`, `~`, a backtick and a
 * quoting `>`; an invisible blank after an opening one (before the `>`) stops it, and is put only where a pair would format.
 */
export function literal(text: string): string {
  return escaped(text)
    .replace(/(?<![\p{L}\p{N}])([*_~`])(?=\S[^\n]*\1)/gu, `$1${blank}`)
    .replace(/^(?=&gt;)/gm, blank);
}

/** Bold. The blanks make it bold between Chinese characters too, where Slack sees no word boundary. */
export function bold(text: string): string {
  const inside = literal(text.replaceAll('*', '∗').replace(/\s+/g, ' ').trim());
  return inside ? `${blank}*${inside}*${blank}` : '';
}

/** Struck through: what a value was before. */
export function struck(text: string): string {
  const inside = literal(text.replaceAll('~', '∼').replace(/\s+/g, ' ').trim());
  return inside ? `${blank}~${inside}~${blank}` : '';
}

/** A plain_text object within `max`, never empty. */
export function plain(text: string, max: number): Plain {
  return { type: 'plain_text', text: cut(escaped(text).trim() || '…', max), emoji: true };
}

/** A mrkdwn object; `markup` is escaped already. */
export function mrkdwn(markup: string): Mrkdwn {
  return { type: 'mrkdwn', text: markup, verbatim: true };
}

/** JSON for a button's value or a view's metadata, free of the characters Slack escapes on its way back. */
export function carried(value: unknown): string {
  return JSON.stringify(value).replace(/[<>&]/g, (c) => `\\u00${c.charCodeAt(0).toString(16)}`);
}

/** What a person meant by a message's text: mentions, links and entities undone, the bot's own mention taken out. */
export function readText(text: string, botUser: string): string {
  const open = text.replace(/<([^<>]*)>/g, (_, inside: string) => {
    const [target = '', label] = inside.split('|', 2) as [string, string?];
    if (target === `@${botUser}`) return '';
    if (/^[@#]/.test(target)) return label ? `${target[0]}${label.replace(/^[@#]/, '')}` : target;
    if (target.startsWith('!')) return label ?? `@${target.slice(1).split('^')[0]}`;
    return label ?? target.replace(/^(mailto|tel):/, '');
  });
  return unescaped(open).replaceAll('\u00a0', ' ').replaceAll(blank, '').trim();
}
