import type { Room } from '../room.js';
import { IndicatorDefinitionResolver } from './indicator-definition.resolver.js';
import { SnapshotResolver } from './snapshot.resolver.js';
import { TerritoryIndicatorsResolver } from './territory-indicators.resolver.js';

export const indicatorsRoom: Room = {
  resolvers: [IndicatorDefinitionResolver, TerritoryIndicatorsResolver, SnapshotResolver],
  made: ({ askNeighbour }) => [new SnapshotResolver(askNeighbour)],
};
