import type { DemonstrationRequest } from '@ancrage/subgraph/demonstration';
import { stableId, stablePick } from '@ancrage/subgraph/stable-random';
import { InstallationHorizon, InstallationStatus } from '../installation/installation-status.js';
import { ProspectStage } from '../prospect/prospect-stage.js';
import type { DemonstrationHousehold } from './demonstration-households.js';

const EFFECTIVE_ON = ['2025-06-28', '2025-07-12', '2025-08-23', '2025-09-01', '2025-10-31', '2025-12-06'];

/** The generated installations: effective for the households that have settled, planned for those with a project. */
export function demonstrationInstallations(
  { territoryId, communes }: DemonstrationRequest,
  households: DemonstrationHousehold[],
) {
  const commune = (index: number) =>
    stablePick(communes, ({ population }) => Math.sqrt(population), 'installation', territoryId, index).code;
  const base = ({ id, adults, childrenBirthYears }: DemonstrationHousehold) => ({
    id: stableId('installation', id),
    prospectId: id,
    adults,
    childrenBirthYears,
    plannedOn: '2025-05-05',
  });
  const settled = households.filter(({ stage }) => stage === ProspectStage.INSTALLED);
  const planning = households.filter(({ stage }) => stage === ProspectStage.PROJECT);
  return [
    ...settled.map((household, index) => ({
      ...base(household),
      status: InstallationStatus.EFFECTIVE,
      effectiveOn: EFFECTIVE_ON[index % EFFECTIVE_ON.length]!,
      communeCode: commune(index),
      declaredBy: 'Démonstration',
    })),
    ...planning.map((household, index) => ({
      ...base(household),
      status: InstallationStatus.PLANNED,
      horizon: index < 3 ? InstallationHorizon.MEDIUM_TERM : InstallationHorizon.LONG_TERM,
    })),
  ];
}
