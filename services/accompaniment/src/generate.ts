import { fileURLToPath } from 'node:url';
import { generate } from '@ancrage/subgraph/generate';
import { DATABASE } from './database.js';
import { createSchema } from './schema.js';

const { sdl } = await createSchema();
await generate({
  sdl,
  schemaPath: fileURLToPath(new URL('../schema.graphql', import.meta.url)),
  database: DATABASE,
  argv: process.argv,
});
