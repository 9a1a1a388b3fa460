#!/usr/bin/env node
/**
 * Stands in for Prisma's native `schema-engine`, which is downloaded from a host that mirrors and closed networks do not
 * have. Same command line and same JSON-RPC on stdio, driving the same engine as WASM (from npm) through adapter-pg.
 * Plain JavaScript for any Node ≥ 20, because the Prisma CLI starts it as a program. prisma.config.ts points at it.
 */
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { openEngine, run } from './schema-engine/wasm.mjs';

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  strict: false,
  options: {
    datamodels: { type: 'string', multiple: true },
    datasource: { type: 'string' },
    'enabled-preview-features': { type: 'string' },
    'extension-types': { type: 'string' },
  },
});
const url = options.datasource ? JSON.parse(options.datasource).url : undefined;
const datamodels = options.datamodels?.map((file) => [file, readFileSync(file, 'utf8')]);

/** The native engine logs JSON lines on stderr; the CLI skips the first and reads error_code and message of the rest. */
const complain = (error_code, message) => {
  const line = (level, fields) => `${JSON.stringify({ level, fields, target: 'schema_engine::logger' })}\n`;
  process.stderr.write(line('INFO', { message: 'Starting schema engine CLI' }));
  process.stderr.write(line('ERROR', { message, error_code, is_panic: false }));
  process.exitCode = 1;
};

const explain = (error) => {
  if (error.code === '3D000') return ['P1003', `Database ${new URL(url).pathname.slice(1)} does not exist`];
  if (error.code === '28P01' || error.code === '28000') return ['P1000', `Authentication failed: ${error.message}`];
  if (error.code === 'ECONNREFUSED' || error.code === 'ENOTFOUND')
    return ['P1001', `Can't reach database server at ${new URL(url).host}`];
  return ['P1010', error.message || String(error)];
};

const serve = () => {
  let engine;
  const call = async (method, params) => {
    if (method === 'createDatabase') return createDatabase();
    engine ??= openEngine(url, datamodels);
    const schemaEngine = await engine;
    if (method === 'getDatabaseVersion') return schemaEngine.version(params);
    // Upstream: the WASM engine's evaluateDataLoss uses the shadow factory that devDiagnostic has just left behind.
    if (method === 'evaluateDataLoss')
      await schemaEngine.devDiagnostic({ migrationsList: params.migrationsList, filters: params.filters });
    if (typeof schemaEngine[method] !== 'function')
      throw new Error(`The WASM schema engine has no "${method}"; this Prisma command needs the native engine.`);
    return (await schemaEngine[method](params)) ?? {};
  };
  const answer = async ({ id, method, params }) => {
    let reply;
    try {
      const result = await call(method, params);
      // `migrate diff`: the native engine does not return its text, it asks the CLI to print it.
      if (result.stdout) send({ jsonrpc: '2.0', id: 0, method: 'print', params: { content: result.stdout.trimEnd() } });
      reply = { result: { ...result, stdout: null } };
      if (typeof result === 'string') reply = { result };
    } catch (error) {
      const data = {
        is_panic: false,
        message: error.message ?? String(error),
        meta: error.meta ?? null,
        error_code: error.code ?? null,
      };
      reply = { error: { code: 4466, message: 'An error happened. Check the data field for details.', data } };
    }
    send({ jsonrpc: '2.0', id, ...reply });
  };
  const send = (message) => process.stdout.write(`${JSON.stringify(message)}\n`);
  let queue = Promise.resolve();
  const lines = createInterface({ input: process.stdin });
  lines.on('line', (line) => {
    const message = JSON.parse(line);
    if (message.method) queue = queue.then(() => answer(message));
  });
  lines.on('close', () => queue.then(() => process.exit(0)));
};

const createDatabase = async () => {
  const databaseName = decodeURIComponent(new URL(url).pathname.slice(1));
  await run(url, `CREATE DATABASE "${databaseName.replaceAll('"', '""')}"`, 'postgres');
  return { databaseName };
};

const dropDatabase = async () => {
  const databaseName = decodeURIComponent(new URL(url).pathname.slice(1));
  await run(url, `DROP DATABASE IF EXISTS "${databaseName.replaceAll('"', '""')}" WITH (FORCE)`, 'postgres');
};

const commands = {
  'can-connect-to-database': () => run(url, 'SELECT 1'),
  'create-database': createDatabase,
  'drop-database': dropDatabase,
};

if (process.argv.includes('--version'))
  process.stdout.write('schema-engine-cli 0edf323efd1d98336f3f0a68684b56f689b900d3\n');
else if (positionals[0] === 'cli') await commands[positionals[1]]().catch((error) => complain(...explain(error)));
else serve();
