import type { Room } from '../room.js';
import { AbsenceResolver } from './absence.resolver.js';
import { CorrectionResolver } from './correction.resolver.js';
import { EffectiveResolver } from './effective.resolver.js';
import { FollowUpAnswerResolver } from './follow-up-answer.resolver.js';
import { InstallationResolver } from './installation.resolver.js';
import { InstallationListResolver } from './installation-list.resolver.js';
import { InstallationRecordResolver } from './installation-record.resolver.js';
import { StepResolver } from './step.resolver.js';
import { StepDocumentResolver } from './step-document.resolver.js';
import { StepPlanResolver } from './step-plan.resolver.js';

export const installationRoom: Room = {
  resolvers: [
    InstallationRecordResolver,
    InstallationListResolver,
    InstallationResolver,
    EffectiveResolver,
    CorrectionResolver,
    StepResolver,
    StepPlanResolver,
    StepDocumentResolver,
    FollowUpAnswerResolver,
    AbsenceResolver,
  ],
  made: ({ links, askNeighbour }) => [
    new InstallationResolver(links),
    new StepDocumentResolver(links),
    new EffectiveResolver(askNeighbour),
    new CorrectionResolver(askNeighbour),
  ],
};
