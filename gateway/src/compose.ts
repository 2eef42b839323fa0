import { readFile, writeFile } from 'node:fs/promises';
import { composeServices, compositionHasErrors, sortSDL } from '@theguild/federation-composition';
import { parse, print } from 'graphql';

/** The subgraphs, by the names that the gateway knows them by. */
const SUBGRAPHS = ['accompaniment', 'directory', 'territory'];
const SUPERGRAPH = new URL('../supergraph.graphql', import.meta.url);
const SCHEMA = new URL('../schema.graphql', import.meta.url);

/** Composes the subgraphs' committed schemas; throws every reason why they do not fit together. */
async function compose(): Promise<{ supergraph: string; schema: string }> {
  const services = await Promise.all(
    SUBGRAPHS.map(async (name) => {
      const file = new URL(`../../services/${name}/schema.graphql`, import.meta.url);
      // The address is a placeholder: the gateway's settings say where each service is.
      return { name, url: `http://${name}.invalid/graphql`, typeDefs: parse(await readFile(file, 'utf8')) };
    }),
  );
  const result = composeServices(services);
  if (compositionHasErrors(result)) throw new Error(result.errors.map(({ message }) => message).join('\n'));
  const sorted = (sdl: string) => `${print(sortSDL(parse(sdl)))}\n`;
  return { supergraph: sorted(result.supergraphSdl), schema: sorted(result.publicSdl) };
}

const check = process.argv.includes('--check');
try {
  const { supergraph, schema } = await compose();
  for (const [file, text] of [
    [SUPERGRAPH, supergraph],
    [SCHEMA, schema],
  ] as const) {
    if (!check) await writeFile(file, text);
    else if ((await readFile(file, 'utf8').catch(() => '')) !== text) {
      process.stderr.write(
        `gateway/${file.pathname.split('/').at(-1)} is out of date: npm run generate -w gateway\n`,
      );
      process.exitCode = 1;
    }
  }
} catch (error) {
  process.stderr.write(`The subgraphs do not compose:\n${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 1;
}
