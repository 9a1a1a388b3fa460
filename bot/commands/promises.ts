import { undoButton } from '../cards/notices.ts';
import { promiseBroken, promisesCard } from '../cards/promises.ts';
import { breakPromise } from '../sales/promises/break-promise.ts';
import { listPromises } from '../sales/promises/list-promises.ts';
import { subjectOf } from '../sales/touches/subject.ts';
import type { Commands } from './command.ts';

/** Who promised what, and what came of it. */
export const promises: Pick<Commands, 'promise.list' | 'promise.broken'> = {
  async 'promise.list'(ask, input) {
    return { card: promisesCard(ask.reader, await listPromises(ask, input)) };
  },
  async 'promise.broken'(ask, input) {
    const { touch, plan } = await breakPromise(ask, input);
    const undo = undoButton(ask.reader, ask.commandId);
    return { card: promiseBroken(ask.reader, touch, await subjectOf(ask, touch), undo), plan };
  },
};
