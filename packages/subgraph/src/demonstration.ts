import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { EnvironmentError } from './environment.js';
import { fail } from './run.js';

/** A commune that generated records may be in, the more of them the more inhabitants it has. */
export interface DemonstrationCommune {
  code: string;
  population: number;
}

/** For whom demonstration records are generated. */
export interface DemonstrationRequest {
  territoryId: string;
  communes: DemonstrationCommune[];
}

/**
 * What became of a request. A territory that has only true records is refused; one whose demonstration was loaded
 * before keeps what it has.
 */
export type DemonstrationOutcome = 'LOADED' | 'PRESENT' | 'REFUSED';

const communesSchema = z
  .array(z.object({ code: z.string().regex(/^[0-9AB]{5}$/), population: z.coerce.number().int().min(0) }))
  .min(1);

/**
 * Reads `--territory <uuid> --communes 09122:9934,09001:60`, or the communes as JSON from the standard input:
 * `[{ "code": "09122", "population": 9934 }]`. Throws an `EnvironmentError` that says what is wrong.
 */
export async function readDemonstrationRequest(
  argv: string[],
  input: AsyncIterable<Uint8Array>,
): Promise<DemonstrationRequest> {
  const { values } = parseArgs({
    args: argv,
    options: { territory: { type: 'string' }, communes: { type: 'string' } },
  });
  const territory = z.uuid().safeParse(values.territory);
  if (!territory.success) throw new EnvironmentError(['--territory must be the uuid of a territory']);
  const communes = communesSchema.safeParse(
    values.communes === undefined ? parseJson(await text(input)) : parseList(values.communes),
  );
  if (!communes.success) {
    throw new EnvironmentError([
      '--communes must be a list of code:population, or its JSON on the standard input',
    ]);
  }
  return { territoryId: territory.data, communes: communes.data };
}

/** A service's demonstration command: exits with 1 when it could not run, with 2 when the territory refuses it. */
export async function runDemonstration(
  demonstrate: (request: DemonstrationRequest) => Promise<DemonstrationOutcome>,
): Promise<void> {
  try {
    const outcome = await demonstrate(await readDemonstrationRequest(process.argv.slice(2), process.stdin));
    if (outcome === 'REFUSED') {
      console.error('This territory has true records: generated ones are not mixed with them.');
      process.exitCode = 2;
    } else console.log(outcome === 'LOADED' ? 'Demonstration loaded.' : 'Demonstration present already.');
  } catch (error) {
    fail(error);
  }
}

const parseList = (list: string) =>
  list.split(',').map((entry) => {
    const [code, population] = entry.split(':');
    return { code, population };
  });

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
