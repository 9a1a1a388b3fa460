import type { SlackBlock } from './blocks.ts';
import { cut, limits } from './limits.ts';
import { mrkdwn } from './text.ts';

/**
 * The blocks that fit one message: the buttons it ends in are kept first, then what can be pressed or filled in, then what
 * can only be read; the order stays, and an ellipsis stands where something was left out.
 */
export function fitted(
  blocks: SlackBlock[],
  max: { blocks: number; characters: number } = limits.message,
): SlackBlock[] {
  const more: SlackBlock = { type: 'context', elements: [mrkdwn('…')] };
  if (blocks.length <= max.blocks && size(blocks) <= max.characters) return blocks;
  let room = max.characters - size(more) - 1;
  let places: number = max.blocks - 1;
  const kept = new Set<SlackBlock>();
  const take = (block: SlackBlock) => {
    if (places === 0 || size(block) + 1 > room) return false;
    kept.add(block);
    places -= 1;
    room -= size(block) + 1;
    return true;
  };
  const first = blocks[0]?.type === 'header' ? blocks[0] : undefined;
  if (first) take(first);
  const ends = lastButtons(blocks);
  ends.every(take);
  blocks.filter((block) => usable(block) && !ends.includes(block)).every(take);
  const readable = blocks.filter((block) => block !== first && !usable(block));
  const stop = readable.findIndex((block) => !take(block));
  const cutBlock = stop < 0 ? undefined : shortened(readable[stop], room);
  if (cutBlock && places > 0) kept.add(cutBlock);
  const out: SlackBlock[] = [];
  let marked = false;
  for (const block of blocks) {
    const stands = kept.has(block)
      ? block
      : block === readable[stop] && cutBlock && kept.has(cutBlock)
        ? cutBlock
        : null;
    if (stands) out.push(stands);
    else if (!marked) {
      out.push(more);
      marked = true;
    }
  }
  return out;
}

function size(value: unknown): number {
  return JSON.stringify(value).length;
}

/** The buttons a card ends in are about all of it: Undo all. */
function lastButtons(blocks: SlackBlock[]): SlackBlock[] {
  const body = blocks.findLastIndex(({ type }) => type !== 'actions');
  return blocks.slice(body + 1);
}

function usable(block: SlackBlock): boolean {
  return block.type === 'actions' || block.type === 'input' || (block.type === 'section' && !!block.accessory);
}

/** A text block cut to the room there is left, or nothing when too little is left to be worth reading. */
function shortened(block: SlackBlock | undefined, room: number): SlackBlock | undefined {
  if (block?.type !== 'section' || block.accessory || room < 300) return undefined;
  const lines = cut(block.text.text, Math.floor(room / 2) - 100);
  return { ...block, text: mrkdwn(lines.includes('\n') ? lines.slice(0, lines.lastIndexOf('\n')) : lines) };
}
