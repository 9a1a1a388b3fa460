import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import * as glue from '@prisma/schema-engine-wasm/schema_engine_bg';
import pg from 'pg';

/** Runs one statement on the named database (another than the URL's own when given). */
export const run = async (url, sql, database) => {
  const target = new URL(url);
  if (database) target.pathname = `/${database}`;
  const client = new pg.Client({ connectionString: target.href });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
};

/** Finishes what adapter-pg 7.10.0 leaves open for migrations: "char" columns, scripts with `;`, the shadow database. */
const mend = (adapter) => {
  const own = Object.getPrototypeOf(adapter);
  const shared = Object.getPrototypeOf(own);
  const { queryRaw, performIO } = shared;
  const CHAR = 18;
  const TEXT = 25;
  const CHARACTER = 6; // ColumnTypeEnum.Character
  shared.queryRaw = async function (query) {
    let chars = [];
    const watched = Object.create(this, {
      performIO: {
        value: async (asked) => {
          const result = await performIO.call(this, asked);
          chars = result.fields.flatMap((field, at) => (field.dataTypeID === CHAR ? [at] : []));
          for (const at of chars) result.fields[at].dataTypeID = TEXT;
          return result;
        },
      },
    });
    const answer = await queryRaw.call(watched, query);
    for (const at of chars) answer.columnTypes[at] = CHARACTER;
    return answer;
  };
  own.executeScript = async function (script) {
    await this.client.query(script).catch((error) => this.onError(error));
  };
  return adapter;
};

/** The engine of @prisma/schema-engine-wasm, connected to the database. */
export const openEngine = async (url, datamodels) => {
  const path = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg');
  const imports = { './schema_engine_bg.js': glue };
  const { instance } = await WebAssembly.instantiate(readFileSync(path.replace(/\.js$/, '.wasm')), imports);
  glue.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();

  const plain = new PrismaPg({ connectionString: url });
  const factory = {
    provider: plain.provider,
    adapterName: plain.adapterName,
    connect: async () => mend(await plain.connect()),
    connectToShadowDb: async () => {
      const name = `prisma_migrate_shadow_db_${globalThis.crypto.randomUUID()}`;
      await run(url, `CREATE DATABASE "${name}"`);
      const target = new URL(url);
      target.pathname = `/${name}`;
      const adapter = mend(await new PrismaPg({ connectionString: target.href }).connect());
      const dispose = adapter.dispose.bind(adapter);
      adapter.dispose = async () => {
        await dispose();
        await run(url, `DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`);
      };
      return adapter;
    },
  };
  return glue.SchemaEngine.new({ datamodels }, () => {}, bindMigrationAwareSqlAdapterFactory(factory));
};
