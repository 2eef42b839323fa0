import type { DemonstrationRequest } from '@ancrage/subgraph/demonstration';
import { stableId, stablePick } from '@ancrage/subgraph/stable-random';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Installation } from '../installation/installation.entity.js';
import { InstallationStatus } from '../installation/installation-status.js';
import { InstallationStep } from '../installation/installation-step.entity.js';
import { StepStatus } from '../installation/step-status.js';
import { WELCOME_MODEL } from '../protocol/model.js';
import { planSteps } from '../protocol/plan-steps.js';
import { demonstrationFollowUps } from './demonstration-follow-ups.js';
import { demonstrationProtocolId } from './demonstration-protocol.js';
import { demonstrationTrail } from './demonstration-trail.js';

const DAY = 86_400_000;
/** Days after today on which the generated households think of moving in; null: nobody knows yet. */
const EXPECTED_IN = [24, 75, 130, 400, null];
/** Days for which their welcomes have been under way. */
const BEGUN_BEFORE = [70, 55, 35, 20, 8];
const EVIDENCE = ['LEASE', 'DEED', 'SCHOOL', 'VISIT', 'LEASE', 'UTILITY'];
const JOBS = [1, 2, 1, undefined, 1, 2];
/** Who leads the generated cases: nobody’s account. */
const LEADS = ['Camille (démonstration)', 'Dominique (démonstration)'];

/**
 * Gives the generated installations a lead, a commune, evidence, steps, a trail and follow-ups around today: one step is late, one question
 * waits. Cases that somebody has worked on stay as they are; the figures that are counted from them stay.
 */
export async function loadWelcomes(
  em: EntityManager,
  { territoryId, communes }: DemonstrationRequest,
  now: Date,
): Promise<void> {
  const cases = await em.find(Installation, { territoryId, demonstration: true }, { orderBy: { id: 'asc' } });
  const touched = await em.find(InstallationStep, { territoryId, version: { $gt: 1 } });
  const kept = new Set(touched.map(({ installationId }) => installationId));
  const place = {
    [InstallationStatus.PLANNED]: 0,
    [InstallationStatus.EFFECTIVE]: 0,
    [InstallationStatus.ABANDONED]: 0,
  };
  for (const installation of cases) {
    const index = place[installation.status]++;
    if (installation.version > 1 || kept.has(installation.id)) continue;
    installation.leadName = LEADS[index % LEADS.length]!;
    if (installation.status === InstallationStatus.EFFECTIVE) {
      const { effectiveOn, plannedOn } = installation;
      em.assign(installation, {
        ...{ startedOn: plannedOn, expectedOn: effectiveOn!, evidence: EVIDENCE[index % EVIDENCE.length]! },
        ...{ declaredAt: new Date(`${effectiveOn}T10:00:00Z`), evidenceNote: 'Donnée de démonstration' },
        ...{ protocolId: demonstrationProtocolId(territoryId) },
        ...(JOBS[index % JOBS.length] && { jobs: JOBS[index % JOBS.length]! }),
      });
    } else {
      const days = EXPECTED_IN[index % EXPECTED_IN.length] ?? null;
      const { code } = stablePick(
        communes,
        ({ population }) => Math.sqrt(population),
        'plan',
        territoryId,
        index,
      );
      em.assign(installation, {
        ...{ startedOn: dayFrom(now, -BEGUN_BEFORE[index % BEGUN_BEFORE.length]!), communeCode: code },
        ...{
          expectedOn: days === null ? null : dayFrom(now, days),
          protocolId: demonstrationProtocolId(territoryId),
        },
      });
    }
    await em.nativeDelete(InstallationStep, { installationId: installation.id });
    const steps = stepsOf(installation, index, now);
    for (const step of steps) em.create(InstallationStep, step);
    await demonstrationTrail(em, installation, steps);
  }
  await demonstrationFollowUps(em, cases, now);
  await em.flush();
}

/** The steps that have come are done; of the first case that is planned, the last of them is not. */
function stepsOf(installation: Installation, index: number, now: Date) {
  const {
    id,
    territoryId,
    prospectId,
    startedOn,
    expectedOn = null,
    horizon = null,
    childrenBirthYears,
  } = installation;
  const today = dayFrom(now, 0);
  const steps = planSteps(
    WELCOME_MODEL.steps,
    { childrenBirthYears, horizon, needsPremises: null, needsHousing: null },
    { startedOn: startedOn!, expectedOn, today: startedOn! },
  );
  const come = steps.filter(({ dueOn }) => dueOn !== null && dueOn < today);
  const late = installation.status === InstallationStatus.PLANNED && index === 0 ? come.at(-1)?.key : null;
  return steps.map(({ anchor: _anchor, delay: _delay, condition: _condition, ...step }) => {
    const over = come.some(({ key }) => key === step.key) && step.key !== late;
    const { actorId, actorName, dueOn, ...rest } = step;
    return {
      ...{ ...rest, id: stableId('step', id, step.key), territoryId, installationId: id, prospectId },
      ...(dueOn && { dueOn: step.key === late ? dayFrom(now, -4) : dueOn }),
      ...(actorId && { actorId }),
      ...(actorName && { actorName }),
      ...(over && {
        ...{ status: StepStatus.DONE, settledAt: new Date(`${dueOn}T10:00:00Z`), settledBy: 'demonstration' },
      }),
    };
  });
}

const dayFrom = (now: Date, days: number): string =>
  new Date(now.getTime() + days * DAY).toISOString().slice(0, 10);
