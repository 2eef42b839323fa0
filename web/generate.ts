/**
 * Writes the types of the web's operations and the list of documents the gateway trusts.
 * With --check nothing is written, and a file that differs fails the command.
 */
import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { generate } from '@graphql-codegen/cli';
import { transformSupergraphToPublicSchema } from '@theguild/federation-composition';
import { parse, print } from 'graphql';

const web = new URL('.', import.meta.url);
const supergraph = await readFile(new URL('../gateway/supergraph.graphql', web), 'utf8');
const trusted = new URL('../gateway/trusted-documents.json', web);
const output = './src/lib/graphql/generated/';

const written = await generate(
  {
    cwd: web.pathname,
    schema: print(transformSupergraphToPublicSchema(parse(supergraph))),
    documents: ['src/**/*.graphql'],
    silent: true,
    generates: {
      [output]: {
        preset: 'client',
        presetConfig: { fragmentMasking: false, persistedDocuments: { hashAlgorithm: sha256 } },
        config: {
          useTypeImports: true,
          strictScalars: true,
          scalars: {
            DateTime: 'string',
            Date: 'string',
            GeoJsonGeometry: 'import("geojson").Polygon | import("geojson").MultiPolygon',
          },
          enumsAsTypes: true,
        },
      },
    },
  },
  false,
);

const contentOf = (name: string): string =>
  written.find(({ filename }: { filename: string }) => filename.endsWith(`/${name}`)).content;
const files = [
  { target: trusted, content: sorted(contentOf('persisted-documents.json')) },
  { target: new URL(`${output}graphql.ts`, web), content: contentOf('graphql.ts') },
];

const stale = [];
for (const { target, content } of files) {
  const current = await readFile(target, 'utf8').catch(() => '');
  if (current !== content) {
    stale.push(target.pathname);
  }
}
if (process.argv.includes('--check')) {
  if (stale.length > 0) {
    console.error(`À régénérer (npm run generate -w web) :\n${stale.join('\n')}`);
    process.exit(1);
  }
} else {
  await mkdir(new URL(output, web), { recursive: true });
  await Promise.all(files.map(({ target, content }) => writeFile(target, content)));
}

/** The bare digest, as automatic persisted queries send it. */
function sha256(document: string): string {
  return createHash('sha256').update(document).digest('hex');
}

/** One line a document, in the order of the hashes, so that a change reads well in a diff. */
function sorted(json: string): string {
  const documents = Object.entries(JSON.parse(json)).sort(([a], [b]) => a.localeCompare(b));
  return `${JSON.stringify(Object.fromEntries(documents), null, 2)}\n`;
}
