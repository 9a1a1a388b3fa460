/**
 * Slack's limits, one row each. https://docs.slack.dev/reference/block-kit/blocks and …/block-elements.
 * Lengths are counted in UTF-16 units of the escaped text, which is never less than what Slack counts.
 */
export const limits = {
  message: {
    blocks: 50,
    /** Undocumented: `msg_blocks_too_long` comes at about 13,200 (github.com/slackapi/bolt-js/issues/2509). */
    characters: 12_000,
    text: 3_000,
  },
  view: { blocks: 100, characters: 100_000, title: 24, button: 24, privateMetadata: 3_000 },
  id: 255,
  header: 150,
  section: 3_000,
  context: 2_000,
  label: 2_000,
  actions: 25,
  button: { text: 75, value: 2_000 },
  confirm: { title: 100, text: 300, button: 30 },
  option: { text: 75, value: 150 },
  options: 100,
  placeholder: 150,
  inputValue: 3_000,
  alt: 2_000,
  table: { rows: 100, columns: 20, cell: 200, characters: 8_000 },
} as const;

/** Cuts to `max` units with an ellipsis, never through a surrogate pair or an escaped entity. */
export function cut(text: string, max: number): string {
  if (text.length <= max) return text;
  const head = text.slice(0, max - 1).replace(/[\uD800-\uDBFF]$/, '');
  return `${head.replace(/&[a-z]{0,3}$/, '')}…`;
}

/** Splits text into pieces of at most `max` units, at line ends where there are any. */
export function split(text: string, max: number): string[] {
  const pieces: string[] = [];
  let rest = text;
  while (rest.length > max) {
    const line = rest.lastIndexOf('\n', max);
    const room = rest
      .slice(0, max)
      .replace(/[\uD800-\uDBFF]$/, '')
      .replace(/&[a-z]{0,3}$/, '').length;
    const end = line > max / 2 ? line : room;
    pieces.push(rest.slice(0, end));
    rest = rest.slice(end).replace(/^\n/, '');
  }
  if (rest.trim()) pieces.push(rest);
  return pieces;
}
