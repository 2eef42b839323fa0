import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { z } from 'zod';

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
 * `[{ "code": "09122", "population": 9934 }]`. Throws a sentence that says what is wrong.
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
  if (!territory.success) throw new Error('--territory must be the uuid of a territory.');
  const communes = communesSchema.safeParse(
    values.communes === undefined ? parseJson(await text(input)) : parseList(values.communes),
  );
  if (!communes.success) {
    throw new Error('--communes must be a list of code:population, or its JSON on the standard input.');
  }
  return { territoryId: territory.data, communes: communes.data };
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
