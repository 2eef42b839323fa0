import { BOUNCE_SETTINGS, LINK_SETTINGS, MAIL_SETTINGS } from '@ancrage/post/settings';
import {
  collect,
  EnvironmentError,
  readEnvironment,
  readSubgraphEnvironment,
  type SubgraphEnvironment,
} from '@ancrage/subgraph/environment';
import { z } from 'zod';

export interface AccompanimentEnvironment extends SubgraphEnvironment {
  /** Signs the links by which households act without an account. */
  linkSecret: string;
  /** Where letters come back to that cannot be delivered; null: to the sender. */
  bounces?: string | null;
  /** Where the other services are asked; null: requests of persons wait, and no snapshot is taken. */
  gatewayUrl?: string | null;
  /** How e-mails leave; null: they wait. */
  mail: { smtpUrl: string; from: string } | null;
}

const GATEWAY = { GATEWAY_URL: z.url({ protocol: /^https?$/ }).optional() };

/** The settings of the process; throws one error that lists every problem. */
export function readEnv(source: NodeJS.ProcessEnv = process.env): AccompanimentEnvironment {
  const problems: string[] = [];
  const subgraph = collect(problems, () => readSubgraphEnvironment('ACCOMPANIMENT', source));
  const links = collect(problems, () => readEnvironment(LINK_SETTINGS, source));
  const bounces = collect(problems, () => readEnvironment(BOUNCE_SETTINGS, source));
  const gateway = collect(problems, () => readEnvironment(GATEWAY, source));
  const mail = source['SMTP_URL'] ? collect(problems, () => readEnvironment(MAIL_SETTINGS, source)) : null;
  if (!subgraph || !links || !bounces || !gateway || mail === undefined) throw new EnvironmentError(problems);
  return {
    ...subgraph,
    linkSecret: links.LINK_SECRET,
    bounces: bounces.MAIL_BOUNCES ?? null,
    gatewayUrl: gateway.GATEWAY_URL ?? null,
    mail: mail && { smtpUrl: mail.SMTP_URL, from: mail.MAIL_FROM },
  };
}

/** The setting of the operator's commands, which connect as the owner of the tables. */
export function readOwnerUrl(): string {
  const shape = { ACCOMPANIMENT_DATABASE_OWNER_URL: z.url({ protocol: /^postgres(ql)?$/ }) };
  return readEnvironment(shape, process.env).ACCOMPANIMENT_DATABASE_OWNER_URL;
}
