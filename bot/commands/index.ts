import type { Commands } from './command.ts';
import { deals } from './deals.ts';
import { followUp } from './follow-up.ts';
import { leads } from './leads.ts';
import { talk } from './talk.ts';
import { team } from './team.ts';

/** Every intent and the command that answers it. */
export const commands: Commands = { ...leads, ...deals, ...followUp, ...team, ...talk };
