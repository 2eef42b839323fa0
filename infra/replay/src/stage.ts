import { territoryCommand } from '@ancrage/testing/commands';
import { type GatewayClientOptions, gatewayClient } from '@ancrage/testing/gateway-client';
import type { PlatformSettings } from '@ancrage/testing/platform';
import { tokenOf } from '@ancrage/testing/sign-in';
import { SiteClient } from '@ancrage/testing/site-client';
import { type Cast, nameCast } from './cast.js';
import { lettersOf, type TokenFrom } from './letters.js';

/** Where the case is lived through: a running platform, and a territory on it that nothing was ever done in. */
export interface Stage {
  territory: { id: string; slug: string; name: string; region: string };
  communes: { code: string; name: string }[];
  /** Asks as anybody. */
  ask: Ask;
  administrator: Ask;
  agent: Ask;
  contributor: Ask;
  /** Asks as a tool that has a key. */
  withKey(apiKey: string): Ask;
  /** The territory's site, as somebody without an account reads it, and as each of the others. */
  site: SiteClient;
  cast: Cast;
  tokenFrom: TokenFrom;
}

export type Ask = <Data>(query: string, variables?: Record<string, unknown>) => Promise<Data>;

/** The three inter-communal bodies of the reference territory, and its region. */
const EPCI = '200067791,200066363,240900431';
const REGION = '76';

/** Creates the territory as the operator does, and signs in those who have an account there. */
export async function setStage(platform: PlatformSettings, slug: string, name: string): Promise<Stage> {
  const territory = { id: await create(platform, slug, name), slug, name, region: REGION };
  const cast = await nameCast(platform, territory);
  const { WEB_PORT, GATEWAY_PORT, MAIL_PORT } = platform.ports;
  const site = new SiteClient(WEB_PORT, `${slug}.localhost`);
  const as = (who: GatewayClientOptions) => asking(`http://127.0.0.1:${GATEWAY_PORT}`, who);
  const member = async (home: SiteClient) => as({ territory: slug, token: await tokenOf(home) });
  const ask = as({ territory: slug });
  return {
    territory,
    communes: await readCommunes(ask),
    ask,
    administrator: await member(cast.ADMINISTRATOR),
    agent: await member(cast.AGENT),
    contributor: await member(cast.CONTRIBUTOR),
    withKey: (apiKey) => as({ apiKey }),
    site,
    cast,
    tokenFrom: lettersOf(`http://127.0.0.1:${MAIL_PORT}`, site.hostname),
  };
}

/** Gives its id; what the command line refuses, such as a slug that is taken, ends the replay with its own words. */
async function create(platform: PlatformSettings, slug: string, name: string): Promise<string> {
  const naming = ['--name', name, '--slug', slug, '--epci', EPCI, '--contours', 'none', '--json'];
  try {
    return (JSON.parse(await territoryCommand(platform, 'create', ...naming)) as { id: string }).id;
  } catch (error) {
    const { stderr } = error as { stderr?: string };
    throw stderr ? new Error(stderr.trim()) : error;
  }
}

/** Sends operations as any client does; what is refused ends the replay with the gateway's own words. */
function asking(gatewayUrl: string, who: GatewayClientOptions): Ask {
  const send = gatewayClient(gatewayUrl, who);
  return async <Data>(query: string, variables: Record<string, unknown> = {}) => {
    const { data, errors } = await send(query, variables);
    if (errors?.length) throw new Error(errors.map(({ message }) => message).join(' '));
    return data as Data;
  };
}

async function readCommunes(ask: Ask): Promise<{ code: string; name: string }[]> {
  const { communes } = await ask<{ communes: { nodes: { code: string; name: string }[] } }>(
    '{ communes(first: 100, orderBy: POPULATION_DESC) { nodes { code name } } }',
  );
  return communes.nodes;
}
