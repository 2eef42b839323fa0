import { cleanText } from '@ancrage/input/clean-text';
import type { Connection } from '@ancrage/subgraph/database';
import type { Problems } from '@ancrage/subgraph/field-problem';
import type { TakenConsent } from './write-sponsor.js';

/** Shows a sponsor on the page that welcomes newcomers, by a consent of its own, or changes the sentence with a new one. */
export async function showPortrait(
  connection: Connection,
  sponsorId: string,
  sentence: string,
  { wording, version, channel }: TakenConsent,
): Promise<void> {
  await connection.query(
    `insert into sponsor_portrait (sponsor_id, territory_id, name, activity, commune_code, sentence, consent_wording,
                                   consent_version, consent_channel, demonstration)
     select id, territory_id, name, activity, commune_code, $2, $3, $4, $5, demonstration from sponsor where id = $1
     on conflict (sponsor_id) do update set sentence = excluded.sentence, consent_wording = excluded.consent_wording,
       consent_version = excluded.consent_version, consent_channel = excluded.consent_channel, consented_at = now()`,
    [sponsorId, sentence, wording, version, channel],
  );
}

/** Takes a sponsor off that page, at once. */
export const hidePortrait = (connection: Connection, sponsorId: string) =>
  connection.query('delete from sponsor_portrait where sponsor_id = $1', [sponsorId]);

/** The sentence of a portrait, cleaned; what is wrong with it is in `problems`. */
export const portraitSentence = (typed: string, problems: Problems): string =>
  problems.text('sentence', cleanText(typed), 300);
