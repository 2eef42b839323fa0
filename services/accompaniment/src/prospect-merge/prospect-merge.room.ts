import type { Room } from '../room.js';
import { ProspectMergeResolver } from './prospect-merge.resolver.js';
import { ProspectPairResolver } from './prospect-pair.resolver.js';

export const prospectMergeRoom: Room = {
  resolvers: [ProspectPairResolver, ProspectMergeResolver],
  made: ({ links }) => [new ProspectMergeResolver(links)],
};
