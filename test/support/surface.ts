import type { Platform, PlatformName } from '../../bot/chat/platform.ts';

/** What one person sees of one message, flattened to text the way a reader would read it (markup already undone). */
export interface Heard {
  id: string;
  text: string;
  buttons: string[];
  /** Labels of the fields when a form is open. */
  fields?: string[];
}

/**
 * One chat platform as people use it: the real adapter with the real SDK, talking to a stand-in of the platform at the
 * wire. The same conversation test runs on each surface.
 */
export interface Surface {
  name: PlatformName;
  platform: Platform;
  /** The platform's id of a person known in tests by a short key (`mei`, `boss`). */
  user(key: string): string;
  /** Types a text to the bot in direct talk, over the wire. Resolves when the platform was acknowledged. */
  says(key: string, text: string): Promise<void>;
  /** Puts other words into what was typed before, where the platform lets people do that. */
  edits?(key: string, before: string, text: string): Promise<void>;
  /** Types in a group the bot is in, mentioning it. */
  saysInGroup(key: string, group: string, text: string): Promise<void>;
  /** Presses the button with this label on the newest message in direct talk that has one. */
  presses(key: string, label: string): Promise<void>;
  /** Fills the form open for this person, by field label, and submits it. */
  fills(key: string, values: Record<string, string>): Promise<void>;
  /** All messages of the bot this person can see in direct talk, oldest first, as they stand now (replaced ones replaced). */
  heard(key: string): Heard[];
  heardInGroup(group: string): Heard[];
  stop(): Promise<void>;
}
