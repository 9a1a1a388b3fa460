import { approvals } from './approvals.ts';
import { closing } from './closing.ts';
import type { Commands } from './command.ts';
import { deals } from './deals.ts';
import { followUp } from './follow-up.ts';
import { forecasting } from './forecasting.ts';
import { giving } from './giving.ts';
import { leads } from './leads.ts';
import { leaves } from './leaves.ts';
import { pipelines } from './pipelines.ts';
import { process } from './process.ts';
import { promises } from './promises.ts';
import { records } from './records.ts';
import { reschedule } from './reschedule.ts';
import { resting } from './resting.ts';
import { risks } from './risks.ts';
import { sentences } from './several.ts';
import { talk } from './talk.ts';
import { talks } from './talks.ts';
import { team } from './team.ts';
import { takingBack } from './undo.ts';
import { unread } from './unknown.ts';
import { xray } from './xray.ts';

/** Every intent and the command that answers it. */
export const commands: Commands = {
  ...leads,
  ...deals,
  ...giving,
  ...leaves,
  ...reschedule,
  ...resting,
  ...closing,
  ...approvals,
  ...pipelines,
  ...process,
  ...forecasting,
  ...followUp,
  ...records,
  ...risks,
  ...promises,
  ...team,
  ...xray,
  ...talk,
  ...talks,
  ...unread,
  ...takingBack,
  ...sentences(() => commands),
};
