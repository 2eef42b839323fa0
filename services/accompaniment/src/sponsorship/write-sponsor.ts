import { cleanText } from '@ancrage/input/clean-text';
import type { Connection } from '@ancrage/subgraph/database';
import type { Problems } from '@ancrage/subgraph/field-problem';
import type { SponsorConsentInput } from './sponsor.input.js';
import type { SponsorFacts } from './sponsor-facts.js';
import { type SponsorConsentPurpose, versionOf } from './sponsor-wording.js';

const COLUMNS: Record<keyof SponsorFacts, string> = {
  name: 'name',
  email: 'email',
  emailKey: 'email_key',
  phone: 'phone',
  locale: 'locale',
  communeCode: 'commune_code',
  activity: 'activity',
  presentation: 'presentation',
  languages: 'languages',
  interests: 'interests',
  childrenBirthYears: 'children_birth_years',
  capacity: 'capacity',
};
const FACTS = Object.keys(COLUMNS) as (keyof SponsorFacts)[];

/** A consent that was taken down, checked. */
export interface TakenConsent {
  wording: string;
  version: string;
  channel: string;
}

/** Reads a consent that an agent took down; notes what is wrong with it. */
export function takenConsent(
  input: SponsorConsentInput,
  purpose: SponsorConsentPurpose,
  problems: Problems,
): TakenConsent {
  const wording = cleanText(input.wording);
  if (wording.length < 10 || wording.length > 2000)
    problems.add(
      'wording',
      'Recopiez les mots exacts, en 2 000 caractères au plus.',
      'Copy the exact words, in at most 2,000 characters.',
    );
  if (input.channel !== 'PHONE' && input.channel !== 'PAPER')
    problems.add('channel', 'Dites comment l’accord a été donné.', 'Say how the consent was given.');
  return { wording, version: versionOf(purpose, wording), channel: input.channel };
}

/** Adds a sponsor; the address and the solo must not be another sponsor's, or the database refuses. */
export async function insertSponsor(
  connection: Connection,
  territoryId: string,
  sponsor: { id: string; soloId: string | null; knownKeys: string[] },
  facts: SponsorFacts,
  { wording, version, channel }: TakenConsent,
): Promise<void> {
  const columns = ['id', 'territory_id', 'solo_id', 'known_keys', 'consent_wording', 'consent_version'];
  const values = [sponsor.id, territoryId, sponsor.soloId, sponsor.knownKeys, wording, version, channel];
  await connection.query(
    `insert into sponsor (${[...columns, 'consent_channel', ...FACTS.map((fact) => COLUMNS[fact])].join(', ')}, consented_at)
     values (${[...values, ...FACTS].map((_, index) => `$${index + 1}`).join(', ')}, now())`,
    [...values, ...FACTS.map((fact) => facts[fact])],
  );
}

/** Writes what is known of a sponsor; their portrait follows, for its consent is to name, activity and commune as they are. */
export async function updateSponsorFacts(
  connection: Connection,
  id: string,
  facts: SponsorFacts,
): Promise<void> {
  await connection.query(
    `update sponsor set ${FACTS.map((fact, index) => `${COLUMNS[fact]} = $${index + 2}`).join(', ')} where id = $1`,
    [id, ...FACTS.map((fact) => facts[fact])],
  );
  await connection.query(
    'update sponsor_portrait set name = $2, activity = $3, commune_code = $4 where sponsor_id = $1',
    [id, facts.name, facts.activity, facts.communeCode],
  );
}

/** Says which field a refusal of the database is about; false for any other error. */
export function explainTaken(error: unknown, problems: Problems): boolean {
  const { code, constraint } = error as { code?: string; constraint?: string };
  if (code !== '23505') return false;
  if (constraint?.includes('solo_id'))
    problems.add('soloId', 'Ce solo est déjà parmi les parrains.', 'This solo is a sponsor already.');
  else
    problems.add(
      'email',
      'Un parrain a déjà cette adresse : reprenez sa fiche, même s’il a arrêté.',
      'A sponsor has this address already: take up their record, even if they stopped.',
    );
  return true;
}
