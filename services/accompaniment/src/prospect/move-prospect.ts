import type { Scope } from '@ancrage/subgraph';
import type { Connection } from '@ancrage/subgraph/database';
import type { Problems } from '@ancrage/subgraph/field-problem';
import type { StandingProspect } from './change-prospect.js';
import type { LostReason } from './lost-reason.js';
import { ProspectStage, STAGES } from './prospect-stage.js';
import { recordProspectEvent } from './record-prospect-event.js';

export interface Move {
  to: ProspectStage;
  reason: LostReason | null;
  note: string;
}

const { INSTALLED, LOST } = ProspectStage;

/**
 * Moves a locked household, or says why not. Forwards it goes by itself; backwards, out of LOST and into it with a word
 * of why. INSTALLED follows from an installation that took place, and cannot be said without one, nor taken back beside it.
 */
export async function moveProspect(
  connection: Connection,
  scope: Scope,
  prospect: StandingProspect,
  move: Move,
  problems: Problems,
): Promise<void> {
  const { id, stage: from } = prospect;
  await judge(connection, from, move, id, problems);
  if (problems.list.length > 0) return;
  const { to, note } = move;
  const reason = to === LOST ? move.reason : null;
  await connection.query(
    `update prospect set stage = $3, lost_reason = $4, lost_at = case when $4::text is null then null else now() end,
       version = version + 1
     where territory_id = $1 and id = $2`,
    [scope.territoryId, id, to, reason],
  );
  await recordProspectEvent(connection, scope, id, to === LOST ? 'LOST' : 'MOVED', {
    note: note || null,
    detail: { from, to, reason },
  });
}

async function judge(
  connection: Connection,
  from: ProspectStage,
  { to, reason, note }: Move,
  id: string,
  problems: Problems,
): Promise<void> {
  if (from === to) {
    problems.add('to', 'Le foyer en est déjà là.', 'The household stands there already.');
    return;
  }
  if (to === LOST && !reason)
    problems.add('reason', 'Choisissez la raison qui s’en approche le plus.', 'Choose the closest reason.');
  const back = from === LOST || to === LOST || STAGES.indexOf(to) < STAGES.indexOf(from);
  if (back && note === '')
    problems.add('note', 'Dites en quelques mots pourquoi.', 'Say why in a few words.');
  const settled = (to === INSTALLED || from === INSTALLED) && (await hasSettled(connection, id));
  if (to === INSTALLED && !settled)
    problems.add(
      'to',
      'Une installation se constate : une date, une commune, qui la déclare. Elle fait avancer le foyer d’elle-même.',
      'A settling is established: a date, a commune, who declares it. It moves the household by itself.',
    );
  if (from === INSTALLED && settled)
    problems.add(
      'to',
      'Ce foyer s’est installé : corrigez d’abord son installation.',
      'This household has settled: correct its installation first.',
    );
}

async function hasSettled(connection: Connection, prospectId: string): Promise<boolean> {
  const { rowCount } = await connection.query(
    `select from installation where prospect_id = $1 and status = 'EFFECTIVE' limit 1`,
    [prospectId],
  );
  return rowCount === 1;
}
