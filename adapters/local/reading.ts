import type { Size } from './picture.ts';
import type { CardWords } from './words.ts';

/** What a card cannot know: whose message it is, and in which language and zone it is read. */
export interface Reading {
  /** The message's id: element ids begin with it. */
  id: string;
  words: CardWords;
  zone: string;
  /** The card's title: a form of the same one need not show it again. */
  title?: string;
  /** Of the pictures, so that the page keeps their place before they are there. */
  sizes?: Map<number, Size>;
}
