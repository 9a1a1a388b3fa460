import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { mayEnter, type Native, openPlaceFor } from './native.ts';
import { isAlive, serverEnv } from './process.ts';

export type Cluster = Native & { data: string; log: string };

const PASSWORD = 'genjin.password';

/** The password made with the cluster; readable only by the user who runs Genjin. */
export const passwordOf = (data: string) => {
  try {
    return readFileSync(join(data, PASSWORD), 'utf8').trim();
  } catch (cause) {
    throw new Error(
      `The database's password (${join(data, PASSWORD)}) cannot be read. Was Genjin first started by another user, root ` +
        'perhaps? Start it as that user again, or give the directory to the one who runs it now (chown -R).',
      { cause },
    );
  }
};

/** Finds the data directory, or makes it: complete or not at all, whoever else is starting at the same moment. */
export const prepareCluster = (dir: string, native: Native, warn: (text: string) => void): Cluster => {
  mkdirSync(dirname(dir), { recursive: true });
  let data = dir;
  if (!lstatSync(dir, { throwIfNoEntry: false }) && !mayEnter(dirname(dir), native.identity)) {
    data = openPlaceFor(dir);
    mkdirSync(dirname(data), { recursive: true });
    if (!existsSync(join(data, 'PG_VERSION'))) create(data, native);
    symlinkSync(data, dir);
    warn(
      `PostgreSQL does not run as root, and its user may not enter ${dirname(dir)}. The data is in ${data} instead ` +
        `(${dir} is a link to it): back up that one. Or run Genjin as an ordinary user.`,
    );
  } else if (lstatSync(dir, { throwIfNoEntry: false })?.isSymbolicLink() && !existsSync(dir)) {
    throw new Error(
      `${dir} is a link to a database that is not there any more. Put the data back where the link points, ` +
        'or remove the link to begin with an empty database.',
    );
  } else if (!existsSync(join(dir, 'PG_VERSION'))) create(dir, native);
  return { ...native, data: realpathSync(data), log: `${realpathSync(data)}.log` };
};

const create = (data: string, { bin, identity }: Native) => {
  if (existsSync(data) && readdirSync(data).length > 0)
    throw new Error(`${data} holds files but no database. Choose another directory, or empty this one.`);
  sweepHalfMade(data);
  const made = `${data}.new-${process.pid}`;
  const pwfile = `${made}.pw`;
  const password = randomBytes(24).toString('base64url');
  const own = (path: string) =>
    identity.uid !== undefined && chownSync(path, identity.uid, identity.gid ?? identity.uid);
  try {
    mkdirSync(made, { mode: 0o700 });
    own(made);
    writeFileSync(pwfile, password, { mode: 0o600 });
    own(pwfile);
    // The builtin C.UTF-8 sorts alike on every machine, whatever locales the system has.
    const locale = ['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'];
    const auth = ['--auth=scram-sha-256', '--username=genjin', `--pwfile=${pwfile}`];
    const options = { ...identity, cwd: '/', encoding: 'utf8', env: serverEnv() } as const;
    const done = spawnSync(join(bin, 'initdb'), ['-D', made, ...locale, ...auth, '--no-instructions'], options);
    if (done.status !== 0)
      throw new Error(
        `A database could not be made in ${data}. PostgreSQL says: ${(done.stderr || done.error?.message || '').trim()}`,
      );
    writeFileSync(join(made, PASSWORD), password, { mode: 0o600 });
    renameSync(made, data);
  } catch (error) {
    if (!existsSync(join(data, 'PG_VERSION'))) throw error; // otherwise another bot was first, and its cluster is as good
  } finally {
    rmSync(pwfile, { force: true });
    rmSync(made, { recursive: true, force: true });
  }
};

const sweepHalfMade = (data: string) => {
  const prefix = `${basename(data)}.new-`;
  for (const name of readdirSync(dirname(data)).filter((each) => each.startsWith(prefix)))
    if (!isAlive(Number.parseInt(name.slice(prefix.length), 10)))
      rmSync(join(dirname(data), name), { recursive: true, force: true });
};
