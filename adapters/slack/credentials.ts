import { slackCode } from './errors.ts';

const teaching = {
  bot: 'Copy the "Bot User OAuth Token" (xoxb-…) from https://api.slack.com/apps → your app → OAuth & Permissions into SLACK_BOT_TOKEN; install the app to the workspace first.',
  app: 'Copy an app-level token (xapp-…) with the scope connections:write from https://api.slack.com/apps → your app → Basic Information → App-Level Tokens into SLACK_APP_TOKEN, and turn Socket Mode on.',
};

/** An error that says what Slack said, and what to do. */
export function credentialsRefused(which: keyof typeof teaching, cause: unknown): Error {
  const code = slackCode(cause);
  const said = code ?? (cause instanceof Error ? cause.message : String(cause));
  const what = which === 'bot' ? 'the bot token' : 'the app-level token';
  return code
    ? new Error(`Slack refused ${what} (${said}). ${teaching[which]}`, { cause })
    : new Error(
        `Slack could not be reached to check ${what} (${said}). Check the network and proxy, then start again.`,
        { cause },
      );
}
