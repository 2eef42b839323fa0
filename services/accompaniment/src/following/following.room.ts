import type { Room } from '../room.js';
import { OwnFollowingResolver } from './own-following.resolver.js';
import { StepFeedResolver } from './step-feed.resolver.js';

export const followingRoom: Room = {
  resolvers: [OwnFollowingResolver, StepFeedResolver],
  made: ({ links }) => [new OwnFollowingResolver(links), new StepFeedResolver(links)],
};
