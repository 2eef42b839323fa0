import { serviceCommand, territoryCommand } from '@ancrage/testing/commands';
import { gatewayClient } from '@ancrage/testing/gateway-client';
import type { PlatformSettings } from '@ancrage/testing/platform';
import { signIn, tokenOf } from '@ancrage/testing/sign-in';
import { SiteClient } from '@ancrage/testing/site-client';

/** Where the case is lived through: a running platform, and a territory on it that nothing was ever done in. */
export interface Stage {
  slug: string;
  /** Asks as anybody. */
  ask: Ask;
  /** Asks as the territory's agent. */
  agent: Ask;
  /** Text of the latest e-mail to an address, once there is one that was not there before. */
  letterTo(email: string, work: () => Promise<unknown>): Promise<string>;
  communes: { code: string; name: string }[];
}

export type Ask = <Data>(query: string, variables?: Record<string, unknown>) => Promise<Data>;

/** The three inter-communal bodies of the reference territory. */
const EPCI = '200067791,200066363,240900431';
const LETTER_ATTEMPTS = 400;
const PAUSE_MS = 50;

/** Creates the territory as the operator does, and signs its agent in as they would. */
export async function setStage(platform: PlatformSettings, slug: string, name: string): Promise<Stage> {
  const naming = ['--name', name, '--slug', slug, '--epci', EPCI, '--contours', 'none', '--json'];
  const { id } = JSON.parse(await territoryCommand(platform, 'create', ...naming)) as { id: string };
  const email = `agent@${slug}.ancrage.test`;
  const grant = ['--email', email, '--territory', id, '--role', 'AGENT'];
  await serviceCommand(platform, 'identity', 'cli.js', 'grant', ...grant);
  const { WEB_PORT, GATEWAY_PORT, MAIL_PORT } = platform.ports;
  const mailUrl = `http://127.0.0.1:${MAIL_PORT}`;
  const site = new SiteClient(WEB_PORT, `${slug}.localhost`);
  await signIn(site, mailUrl, email);
  const gatewayUrl = `http://127.0.0.1:${GATEWAY_PORT}`;
  const ask = asking(gatewayUrl, slug);
  const agent = asking(gatewayUrl, slug, await tokenOf(site));
  return { slug, ask, agent, communes: await readCommunes(ask), letterTo: lettersOf(mailUrl) };
}

/** Sends operations as any client does; what is refused ends the replay with the gateway's own words. */
function asking(gatewayUrl: string, territory: string, token?: string): Ask {
  const send = gatewayClient(gatewayUrl, { territory, ...(token && { token }) });
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

function lettersOf(mailUrl: string): Stage['letterTo'] {
  const list = async (email: string) =>
    (await (await fetch(`${mailUrl}/messages?to=${encodeURIComponent(email)}`)).json()) as { id: string }[];
  return async (email, work) => {
    const former = (await list(email)).length;
    await work();
    for (let attempt = 0; attempt < LETTER_ATTEMPTS; attempt += 1) {
      const mails = await list(email);
      if (mails.length > former && mails[0]) {
        const mail = (await (await fetch(`${mailUrl}/messages/${mails[0].id}`)).json()) as { text: string };
        return mail.text;
      }
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
    throw new Error(`no letter came for ${email}`);
  };
}
