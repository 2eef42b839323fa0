import type { Room } from '../room.js';
import { IndicatorDefinitionResolver } from './indicator-definition.resolver.js';

export const indicatorsRoom: Room = {
  resolvers: [IndicatorDefinitionResolver],
  made: () => [],
};
