import { nextWorkingTime } from '../../insight/working-days.ts';
import type { Context } from '../context.ts';

/** When the person's next working day begins: what is to be done without a time is done then. */
export const nextMorning = ({ now, by }: Context): Date => nextWorkingTime(now, by);
