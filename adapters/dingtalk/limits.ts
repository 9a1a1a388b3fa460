/**
 * What DingTalk takes, in bytes of UTF-8 unless said otherwise.
 * https://open.dingtalk.com/document/development/the-robot-sends-a-group-message
 * https://open.dingtalk.com/document/development/robot-message-type
 */
export const limits = {
  /** The whole body of a reply to a session address, and how many buttons stay readable under it. */
  session: { bytes: 20_000, buttons: 8 },
  /** `msgParam` of a robot message; the largest template has five buttons. */
  rest: { bytes: 15_000, buttons: 5 },
  /** Left free for what DingTalk may count and we do not see. */
  margin: 200,
  /** The line in the conversation list and in notifications. */
  title: 150,
  heading: 300,
  buttonTitle: 60,
  buttonUrl: 1_000,
  /** One value, item or paragraph before it is cut. */
  value: 3_000,
  picture: 20 * 1024 * 1024,
  /** Pictures whose upload is remembered. */
  uploads: 100,
  /** A session address is left alone in its last minutes: the answer must not come too late (milliseconds). */
  sessionSpare: 5 * 60_000,
  /** A token is renewed this long before it ends (milliseconds). */
  tokenSpare: 5 * 60_000,
  callsPerSecond: 20,
  /** Calls a month on the standard edition. https://open.dingtalk.com/document/development/call-frequency-limit */
  month: { api: 5_000, stream: 3_000 },
  /** Shares of the month at which somebody is told. */
  warnings: [0.8, 0.95, 1],
} as const;

/** How long things may take, in milliseconds. Tests shorten them. */
export const timings = {
  /** One HTTP call, and one WebSocket handshake. */
  call: 10_000,
  handshake: 10_000,
  heartbeat: 15_000,
  /** How long an old connection is kept after its successor is open. DingTalk drops it after 10 s itself. */
  drain: 10_000,
  /** A connection that lived this long was a good one: the next failure starts from the first wait again. */
  stable: 30_000,
  firstWait: 500,
  longestWait: 60_000,
};

export type Timings = typeof timings;
