import { LINK_SETTINGS, MAIL_SETTINGS } from '@ancrage/post/settings';
import { SITE_ADDRESS, SITE_ADDRESS_PROBLEM } from '@ancrage/signature/site-address';
import {
  collect,
  EnvironmentError,
  readEnvironment,
  readSubgraphEnvironment,
  type SubgraphEnvironment,
} from '@ancrage/subgraph/environment';
import { z } from 'zod';
import { type ImportSettings, readImportSettings } from './import/run/import-settings.js';

export interface TerritoryEnvironment extends SubgraphEnvironment {
  /** Signs the links by which communes answer verification campaigns. */
  linkSecret: string;
  /** Domains of which a territory may write from an address of its own. */
  mailDomains?: string[];
  /** How e-mails leave; null: links are copied instead. */
  mail: { smtpUrl: string; from: string; siteAddress: string } | null;
}

const MAIL = {
  ...MAIL_SETTINGS,
  SITE_ADDRESS: z.string().regex(SITE_ADDRESS, SITE_ADDRESS_PROBLEM).default('https://{host}'),
};

const DOMAINS = {
  MAIL_DOMAINS: z
    .string()
    .default('')
    .transform((text) =>
      text
        .toLowerCase()
        .split(/[\s,]+/)
        .filter(Boolean),
    )
    .refine(
      (domains) => domains.every((domain) => /^[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?\.[a-z]{2,24}$/.test(domain)),
      'must be domains, separated by commas',
    ),
};

/** The only place of this service that reads process.env. */
export function readEnv(source: NodeJS.ProcessEnv = process.env): TerritoryEnvironment & ImportSettings {
  const problems: string[] = [];
  const subgraph = collect(problems, () => readSubgraphEnvironment('TERRITORY', source));
  const links = collect(problems, () => readEnvironment(LINK_SETTINGS, source));
  const mail = source['SMTP_URL'] ? collect(problems, () => readEnvironment(MAIL, source)) : null;
  const domains = collect(problems, () => readEnvironment(DOMAINS, source));
  const imports = collect(problems, () => readImportSettings(source));
  if (!subgraph || !links || mail === undefined || !domains || !imports) throw new EnvironmentError(problems);
  return {
    ...subgraph,
    ...imports,
    linkSecret: links.LINK_SECRET,
    mailDomains: domains.MAIL_DOMAINS,
    mail: mail && { smtpUrl: mail.SMTP_URL, from: mail.MAIL_FROM, siteAddress: mail.SITE_ADDRESS },
  };
}

/** What the command line needs: the database alone. */
export function readDatabaseEnv(
  source: NodeJS.ProcessEnv = process.env,
): Pick<SubgraphEnvironment, 'databaseUrl' | 'databaseOwnerUrl'> {
  const { databaseUrl, databaseOwnerUrl } = readSubgraphEnvironment('TERRITORY', {
    ...source,
    PORT: '1',
    GATEWAY_SECRET: 'not used by commands, which serve nobody',
  });
  return { databaseUrl, databaseOwnerUrl };
}
