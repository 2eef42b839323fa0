import { LINK_SETTINGS, MAIL_SETTINGS } from '@ancrage/post/settings';
import {
  collect,
  EnvironmentError,
  readEnvironment,
  readSubgraphEnvironment,
  type SubgraphEnvironment,
} from '@ancrage/subgraph/environment';
import { z } from 'zod';

export interface DirectoryEnvironment extends SubgraphEnvironment {
  /** Signs the links by which people tend their entry without an account. */
  linkSecret: string;
  /** How e-mails leave; null: they wait. */
  mail: { smtpUrl: string; from: string } | null;
  /** Where SIRETs are looked up: a file of this computer first, else an address; null: nowhere. */
  sirene?: { file: string } | { url: string; key: string | null } | null;
}

const SIRENE_SETTINGS = {
  SIRENE_FILE: z.string().optional(),
  SIRENE_URL: z.url({ protocol: /^https?$/, message: 'must be an http(s) address' }).optional(),
  SIRENE_KEY: z.string().max(200).optional(),
};

/** The settings of the process; throws one error that lists every problem. */
export function readEnv(source: NodeJS.ProcessEnv = process.env): DirectoryEnvironment {
  const problems: string[] = [];
  const subgraph = collect(problems, () => readSubgraphEnvironment('DIRECTORY', source));
  const links = collect(problems, () => readEnvironment(LINK_SETTINGS, source));
  const mail = source['SMTP_URL'] ? collect(problems, () => readEnvironment(MAIL_SETTINGS, source)) : null;
  const sirene = collect(problems, () => readEnvironment(SIRENE_SETTINGS, source));
  if (!subgraph || !links || !sirene || mail === undefined) throw new EnvironmentError(problems);
  return {
    ...subgraph,
    linkSecret: links.LINK_SECRET,
    mail: mail && { smtpUrl: mail.SMTP_URL, from: mail.MAIL_FROM },
    sirene: sireneOf(sirene),
  };
}

function sireneOf({ SIRENE_FILE, SIRENE_URL, SIRENE_KEY }: Record<string, string | undefined>) {
  if (SIRENE_FILE) return { file: SIRENE_FILE };
  return SIRENE_URL ? { url: SIRENE_URL.replace(/\/$/, ''), key: SIRENE_KEY ?? null } : null;
}

/** The setting of the operator's commands, which connect as the owner of the tables. */
export function readOwnerUrl(): string {
  const shape = { DIRECTORY_DATABASE_OWNER_URL: z.url({ protocol: /^postgres(ql)?$/ }) };
  return readEnvironment(shape, process.env).DIRECTORY_DATABASE_OWNER_URL;
}
