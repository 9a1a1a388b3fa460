import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { moves, moveTo, wallTime } from '../clock.ts';
import { personId } from '../incoming.ts';
import { face } from '../people.ts';
import { refuse, type Shared } from '../shared.ts';

const body = z.union([
  z.strictObject({ person: personId, move: z.enum(moves) }),
  z.strictObject({ person: personId, at: z.string().max(16) }),
]);

/** The demo clock: moved ahead by the wall clock of whoever moves it, or back to the real time. */
export function addClock(app: FastifyInstance, { options, live }: Shared) {
  app.post('/api/clock', async (request, reply) => {
    const read = body.safeParse(request.body);
    if (!read.success) return refuse(reply, 400, 'not-understood');
    const { zone } = await face(options, read.data.person);
    const now = options.now();
    const to = 'move' in read.data ? moveTo(read.data.move, now, zone) : wallTime(read.data.at, zone);
    const back = 'move' in read.data && read.data.move === 'back';
    if (to === null && !back) return refuse(reply, 400, 'not-understood');
    // A team's own promises must not come due because somebody played with the time; going back always works.
    if (to !== null && (await options.demo.state()) !== 'demo') return refuse(reply, 409, 'clock-not-here');
    if (to !== null && to.getTime() < now.getTime()) return refuse(reply, 409, 'clock-past');
    await options.clock.set(to);
    const stands = { now: options.now().toISOString(), offsetMs: options.clock.offsetMs() };
    live.publish({ name: 'clock', data: stands });
    return stands;
  });
}
