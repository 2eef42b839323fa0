import { registerEnumType } from 'type-graphql';

/** How far a household is on its way to the territory. */
export enum ProspectStage {
  NEW = 'NEW',
  QUALIFIED = 'QUALIFIED',
  IN_SESSION = 'IN_SESSION',
  PROJECT = 'PROJECT',
  INSTALLED = 'INSTALLED',
  LOST = 'LOST',
}
registerEnumType(ProspectStage, {
  name: 'ProspectStage',
  description: 'How far a household is on its way to the territory.',
});

/** In the order of the way; whoever is lost left it. */
export const STAGES: readonly ProspectStage[] = Object.values(ProspectStage);
