import { expect, test } from 'vitest';
import { plainError } from '../../bot/log.ts';
import { freshDatabase } from '../support/database.ts';

test('an error of the database or a parser is logged without what somebody wrote', async () => {
  const database = await freshDatabase();
  const errors = await Promise.all([
    database.prisma.lead.findFirst({ where: { id: '王建国的私事' as never } }).catch((error: unknown) => error),
    database.pool.query('SELECT $1::int', ['王建国的私事']).catch((error: unknown) => error),
    Promise.resolve()
      .then(() => JSON.parse('王建国的私事'))
      .catch((error: unknown) => error),
  ]);
  await database.drop();
  for (const error of errors) {
    const logged = JSON.stringify(plainError(error));
    expect(logged).not.toContain('王建国');
    expect(logged).toContain('"type"');
  }
});
