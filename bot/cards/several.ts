import type { Block, Button, Card, Item } from '../chat/card.ts';
import type { Input, Intent } from '../intents.ts';
import { describe, type Names } from './describe.ts';
import { type Line, linesOf, type Told } from './lines.ts';
import { buttons, card, type Reader } from './reader.ts';

/** One thing of a sentence, done. */
export interface Done extends Told {
  commandId: number;
  /** Whom it is about, when that is not what the whole card is about. */
  subject: string | null;
  /** What its own card warned of. */
  notes: string[];
}

/** More buttons than this do not fit under one message; the lines after it go with all. */
const mostButtons = 20;

export interface Changes {
  /** What the whole sentence is about, when it is one record. */
  name: string | null;
  group: number;
  done: Done[];
  /** What was so already, in words. */
  same: string[];
  /** What was recorded in the place of which this is now. */
  instead?: (Told & { subject: string | null })[];
}

/** Everything one sentence changed, a line each that can be dropped, and all of it at once. */
export function changesCard(reader: Reader, { name, group, done, same, instead }: Changes): Card {
  const { t } = reader;
  const lines = done.flatMap((one) =>
    linesOf(reader, one).map((line) => ({ line: called(line, one.subject), only: line.only, command: one.commandId })),
  );
  const many = lines.length > 1;
  const items = lines.map(({ line, only, command }, index): Item => {
    const input = { command, ...(only === undefined ? {} : { only }) };
    const drop = many && index < mostButtons ? [reader.button(t.several.drop, { name: 'undo', input })] : undefined;
    return { ...line, ...(drop ? { buttons: drop } : {}) };
  });
  const notes = [...done.flatMap((one) => one.notes), ...same.map((one) => t.several.same(one))];
  const now = new Set(items.map((item) => item.text));
  const before = (instead ?? [])
    .flatMap((one) => linesOf(reader, one).map((line) => called(line, one.subject)))
    .filter((line) => !now.has(line.text));
  const all = reader.button(many ? t.several.undoAll : t.undo, { name: 'undo', input: { command: group } });
  return card(
    instead ? t.several.corrected(name) : t.several.saved(name, lines.length),
    [
      before.length > 0 && { kind: 'text', text: t.several.was },
      { kind: 'list', items: before },
      before.length > 0 && { kind: 'text', text: t.several.now },
      { kind: 'list', items },
      ...[...new Set(notes)].map((text): Block => ({ kind: 'note', text })),
      buttons(all),
    ],
    { tone: 'good' },
  );
}

function called({ text, detail }: Line, subject: string | null): Item {
  const capital = text.charAt(0).toUpperCase() + text.slice(1);
  return { text: subject && !text.includes(subject) ? `${subject} · ${text}` : capital, ...(detail ? { detail } : {}) };
}

/** The card with the lines that are taken back marked and their buttons gone, and those lines. */
export function withLinesOff(reader: Reader, shown: Card, isOff: (undo: Input<'undo'>) => boolean) {
  const off: string[] = [];
  let left = 0;
  const undoOf = ({ intent }: Button) => (intent.name === 'undo' ? intent.input : null);
  const isGone = (button: Button) => {
    const undo = undoOf(button);
    return undo !== null && isOff(undo);
  };
  const item = (one: Item): Item => {
    if (!one.buttons?.some(undoOf)) return one;
    if (!one.buttons.some(isGone)) {
      left += 1;
      return one;
    }
    off.push(one.text);
    const { buttons: _, ...rest } = one;
    return { ...rest, text: reader.t.several.off(one.text) };
  };
  const marked = shown.blocks.map(
    (block): Block => (block.kind === 'list' ? { ...block, items: block.items.map(item) } : block),
  );
  const blocks = marked.flatMap((block): Block[] => {
    if (block.kind !== 'buttons') return [block];
    const kept = block.buttons.filter((button) => !undoOf(button) || (left > 0 && !isGone(button)));
    return kept.length > 0 ? [{ ...block, buttons: kept }] : [];
  });
  return { card: { ...shown, blocks }, off };
}

/** A refusal of one thing that stopped the whole sentence. */
export function stopped(reader: Reader, refused: Card, whole: Intent, at: number | undefined, known?: Names): Card {
  const { t } = reader;
  if (whole.name !== 'several' && whole.name !== 'amend') return refused;
  const part = at === undefined ? undefined : (whole.input.parts as Intent[])[at];
  const texts = [
    part && whole.input.parts.length > 1 && t.several.refused(short(describe(reader, part, known))),
    whole.name === 'amend' && t.several.kept,
  ].filter((text) => typeof text === 'string');
  const notes = texts.map((text): Block => ({ kind: 'note', text }));
  const end = refused.blocks.findIndex((block) => block.kind === 'buttons');
  return { ...refused, blocks: refused.blocks.toSpliced(end < 0 ? refused.blocks.length : end, 0, ...notes) };
}

function short(text: string): string {
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
