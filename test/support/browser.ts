import { accessSync, constants } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const usual = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/snap/bin/chromium'];

/** Where a Chromium is on this machine (CHROMIUM_PATH first); null when there is none. */
export function findChromium(env: Record<string, string | undefined> = process.env): string | null {
  const runs = (path: string) => {
    try {
      accessSync(path, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  };
  return [env.CHROMIUM_PATH, ...usual].find((path): path is string => Boolean(path) && runs(path as string)) ?? null;
}

/** Starts it headless, with a profile of its own that is gone when it closes, and without its talks to elsewhere. */
export function openChromium(executablePath: string): Promise<Browser> {
  return chromium.launch({
    executablePath,
    headless: true,
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}
