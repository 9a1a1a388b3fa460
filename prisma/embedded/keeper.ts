import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { type Cluster, passwordOf } from './cluster.ts';

/** A connection that says "somebody uses this server"; it does not keep Node from ending. */
export type Keeper = pg.Client & { ref(): void; unref(): void }; // both documented by pg, missing from its types

const IN_USE = 72707370; // advisory lock: shared by everybody who uses the server, exclusive for the one who stops it

export const urlOf = ({ data }: Cluster, port: number, database: string) =>
  `postgresql://genjin:${passwordOf(data)}@127.0.0.1:${port}/${database}`;

const connect = async (cluster: Cluster, port: number) => {
  const connectionString = urlOf(cluster, port, 'postgres');
  const options = { connectionString, connectionTimeoutMillis: 2000, application_name: 'genjin: in use' };
  const client = new pg.Client(options) as Keeper;
  client.on('error', () => {}); // the server going away is seen by those who ask it something
  await client.connect();
  return client;
};

/** Ends a connection; one that broke already may never say that it has ended. */
const hangUp = (client: pg.Client) =>
  Promise.race([client.end().catch(() => {}), sleep(1000, undefined, { ref: false })]);

/** Whether what listens there is this directory's server: it knows the password and names the directory. */
export const answers = async (cluster: Cluster, port: number) => {
  try {
    const client = await connect(cluster, port);
    const { rows } = await client.query<{ data_directory: string }>('SHOW data_directory');
    await hangUp(client);
    return rows[0]?.data_directory === cluster.data;
  } catch (cause) {
    if ((cause as { code?: string }).code === '28P01')
      throw new Error(
        `The server on ${cluster.data} does not accept the password that lies beside its data (genjin.password). ` +
          'Put the password file of that data back, or set the password of the role "genjin" to what the file says.',
        { cause },
      );
    return false;
  }
};

/** Takes a place on the server and makes the database if it is not there; undefined when it is just being stopped. */
export const enter = async (cluster: Cluster, port: number, database: string) => {
  let keeper: Keeper | undefined;
  try {
    keeper = await connect(cluster, port);
    await keeper.query('SELECT pg_advisory_lock_shared($1)', [IN_USE]);
    const there = await keeper.query('SELECT 1 FROM pg_database WHERE datname = $1', [database]);
    if (there.rowCount === 0) await keeper.query(`CREATE DATABASE ${database}`); // fails for the second of two at once
    keeper.unref();
    return keeper;
  } catch {
    if (keeper) await hangUp(keeper); // or it would keep its place
    return undefined;
  }
};

/** Gives the place back, and says whether nobody else has one: then the server can be stopped. */
export const leave = async (cluster: Cluster, port: number, keeper: Keeper) => {
  keeper.ref();
  try {
    await keeper.query('SELECT pg_advisory_unlock_shared($1)', [IN_USE]);
    const { rows } = await keeper.query<{ last: boolean }>('SELECT pg_try_advisory_lock($1) AS last', [IN_USE]);
    return rows[0]?.last === true;
  } catch {
    return !(await answers(cluster, port)); // our connection broke; a server that still answers may be somebody's
  }
};
