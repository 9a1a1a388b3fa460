/** The local page's limits, one a row. */
export const limits = {
  /** What the socket takes at all. */
  body: 12 * 1024 * 1024,
  /** Bytes of one text; what is longer than a sentence may be (bot/intents.ts) is the bot's to refuse. */
  text: 64 * 1024,
  /** Characters of one form field, and of all that a button or form carries. */
  field: 8 * 1024,
  /** Messages handed out at once; earlier ones on request. */
  page: 100,
  /** Ports tried after the one asked for. */
  ports: 10,
  /** Open live connections: a browser keeps one a tab. */
  live: 64,
  /** Bytes a live connection may lag behind before it is cut (it reconnects and catches up). */
  lag: 4 * 1024 * 1024,
  /** Keeps idle live connections from being closed by something in between. */
  beatMs: 15_000,
  /** Ids are taken before they are committed, so a catch-up starts this much before the last one seen. */
  overlap: 500n,
} as const;
