import {
  BeginTerritoryDeletionDocument,
  DeleteTerritoryDocument,
  EraseTerritoryAccompanimentDocument,
  EraseTerritoryDirectoryDocument,
  OperatedTerritoryDocument,
  RunningCasesDocument,
} from '#lib/graphql/generated/graphql.ts';
import { m } from '#lib/paraglide/messages.js';
import { notFound } from '#lib/server/failures.ts';
import { departMembers } from '#lib/server/identity.ts';
import { operatorGateway } from '#lib/server/operator.ts';
import type { RequestEvent } from './$types';
import { holdLetters } from './hold-letters.server.ts';

/**
 * Takes a territory away, service after service; the one that knows it by name goes last, so that whatever was down
 * meanwhile can be asked again. Says what stands against it, or nothing once it is gone.
 * @param accepted how many cases under way are given up: installations, registrations, requests of persons
 */
export async function deleteWhole(
  event: RequestEvent,
  confirmation: string,
  [installations = 0, registrations = 0, personRequests = 0]: number[],
): Promise<Record<string, string> | null> {
  const { slug } = event.params;
  if (confirmation !== slug) {
    return { confirmation: m.operator_delete_mistyped() };
  }
  const gateway = await operatorGateway(event, slug);
  const { operatedTerritory } = await gateway.ask(OperatedTerritoryDocument, {});
  const { id } = operatedTerritory ?? notFound();
  const { runningCases } = await gateway.ask(RunningCasesDocument, {});
  const accepted = { installations, registrations, personRequests };
  const more = (['installations', 'registrations', 'personRequests'] as const).filter(
    (kind) => runningCases[kind] > accepted[kind],
  );
  // Asked before anything is closed: whoever has not agreed to it finds the territory as it was.
  if (more.length > 0) {
    return { running: m.operator_delete_running() };
  }
  await holdLetters(gateway);
  await gateway.change(BeginTerritoryDeletionDocument, { confirmation });
  const { eraseTerritoryAccompaniment } = await gateway.change(EraseTerritoryAccompanimentDocument, {
    confirmation,
    accepted,
  });
  if (!('rows' in eraseTerritoryAccompaniment)) {
    return { running: m.operator_delete_running() };
  }
  await gateway.change(EraseTerritoryDirectoryDocument, { confirmation });
  await departMembers(event, id);
  await gateway.change(DeleteTerritoryDocument, { confirmation });
  return null;
}
