import { dingtalkSurface } from './dingtalk-surface.ts';
import { localSurface } from './local-surface.ts';
import { slackSurface } from './slack-surface.ts';

/** Every platform people use, each its real adapter and SDK on a stand-in: a conversation test runs on all. */
export const surfaces = [
  { name: 'local page', open: () => localSurface() },
  { name: 'Slack (HTTP)', open: () => slackSurface({ mode: 'http' }) },
  { name: 'Slack (Socket Mode)', open: () => slackSurface({ mode: 'socket' }) },
  { name: 'DingTalk', open: () => dingtalkSurface() },
] as const;
