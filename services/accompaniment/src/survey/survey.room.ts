import type { Room } from '../room.js';
import { SurveyResolver } from './survey.resolver.js';

export const surveyRoom: Room = {
  resolvers: [SurveyResolver],
  made: ({ links }) => [new SurveyResolver(links)],
};
