import { createServer } from 'node:http';
import bolt from '@slack/bolt';
import pg from 'pg';
import { signingSecret } from './slack-load.ts';

/** The floor: a bare Bolt handler that does one indexed read and one transaction of three statements with plain `pg`. */
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 });
await pool.query(`CREATE TABLE IF NOT EXISTS floor_deal (id int primary key, name text, stage text, version int);
  CREATE TABLE IF NOT EXISTS floor_journal (id bigserial primary key, deal int, old text, new text, at timestamptz);
  CREATE TABLE IF NOT EXISTS floor_message (id bigserial primary key, body jsonb, state text);
  INSERT INTO floor_deal SELECT i, 'deal ' || i, 'need', 1 FROM generate_series(1, 1000) i ON CONFLICT DO NOTHING`);

const receiver = new bolt.HTTPReceiver({ signingSecret, processBeforeResponse: true });
const app = new bolt.App({ receiver, authorize: async () => ({ botToken: 'xoxb-1', botId: 'B1', botUserId: 'U1' }) });
let turn = 0;
app.command('/deal', async ({ ack }) => {
  const id = (turn++ % 1000) + 1;
  const { rows } = await pool.query({
    name: 'read',
    text: 'SELECT id, name, stage, version FROM floor_deal WHERE id = $1',
    values: [id],
  });
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    await client.query({
      name: 'u',
      text: 'UPDATE floor_deal SET stage = $2, version = version + 1 WHERE id = $1',
      values: [id, 'quote'],
    });
    await client.query({
      name: 'j',
      text: 'INSERT INTO floor_journal (deal, old, new, at) VALUES ($1, $2, $3, now())',
      values: [id, rows[0].stage, 'quote'],
    });
    await client.query({
      name: 'm',
      text: `INSERT INTO floor_message (body, state) VALUES ($1, 'queued')`,
      values: [JSON.stringify({ text: `deal ${id} moved` })],
    });
    await client.query('COMMIT');
  } finally {
    client.release();
  }
  await ack();
});
const server = createServer((request, response) => receiver.requestListener(request, response));
server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as { port: number }).port }));
