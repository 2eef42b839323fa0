import { stableFraction, stableId } from '@ancrage/subgraph/stable-random';
import { ProspectStage } from '../prospect/prospect-stage.js';
import { RegistrationStatus } from '../registration/registration-status.js';

/** A generated household: who it is made of, how far it has come. */
export interface DemonstrationHousehold {
  id: string;
  adults: number;
  childrenBirthYears: number[];
  firstContactOn: string;
  stage: ProspectStage;
  /** Place of its session in the list of sessions, and what became of it there. */
  registration?: { session: number; status: RegistrationStatus };
}

const HOUSEHOLDS: {
  count: number;
  stage: ProspectStage;
  registration?: DemonstrationHousehold['registration'];
}[] = [
  // Of the 26 that attended, 6 have settled and 5 intend to: the figures of the reference territory.
  {
    count: 6,
    stage: ProspectStage.INSTALLED,
    registration: { session: 0, status: RegistrationStatus.ATTENDED },
  },
  {
    count: 5,
    stage: ProspectStage.PROJECT,
    registration: { session: 0, status: RegistrationStatus.ATTENDED },
  },
  {
    count: 9,
    stage: ProspectStage.QUALIFIED,
    registration: { session: 0, status: RegistrationStatus.ATTENDED },
  },
  { count: 6, stage: ProspectStage.LOST, registration: { session: 0, status: RegistrationStatus.ATTENDED } },
  {
    count: 2,
    stage: ProspectStage.QUALIFIED,
    registration: { session: 0, status: RegistrationStatus.NO_SHOW },
  },
  { count: 2, stage: ProspectStage.LOST, registration: { session: 0, status: RegistrationStatus.CANCELLED } },
  {
    count: 5,
    stage: ProspectStage.IN_SESSION,
    registration: { session: 1, status: RegistrationStatus.CONFIRMED },
  },
  {
    count: 8,
    stage: ProspectStage.IN_SESSION,
    registration: { session: 2, status: RegistrationStatus.CONFIRMED },
  },
  {
    count: 2,
    stage: ProspectStage.IN_SESSION,
    registration: { session: 2, status: RegistrationStatus.WAITLISTED },
  },
  {
    count: 3,
    stage: ProspectStage.IN_SESSION,
    registration: { session: 3, status: RegistrationStatus.CONFIRMED },
  },
  { count: 7, stage: ProspectStage.NEW },
  { count: 5, stage: ProspectStage.QUALIFIED },
];

const DAY = 86_400_000;

const PEOPLE: [adults: number, children: number[]][] = [
  [2, [2014, 2017]],
  [2, [2019]],
  [1, []],
  [2, [2012, 2015]],
  [2, []],
  [1, [2016]],
  [2, [2020, 2022]],
  [2, []],
];

/** The generated households of a territory: the same whenever and wherever they are generated. */
export function demonstrationHouseholds(territoryId: string): DemonstrationHousehold[] {
  return HOUSEHOLDS.flatMap(({ count, ...rest }) => Array.from({ length: count }, () => rest)).map(
    (household, index) => {
      const [adults, childrenBirthYears] = PEOPLE[index % PEOPLE.length]!;
      const [first, span] = firstContactWithin(household);
      const days = Math.floor(stableFraction('first contact', territoryId, index) * span);
      return {
        ...household,
        id: stableId('household', territoryId, index),
        adults,
        childrenBirthYears,
        firstContactOn: new Date(Date.parse(first) + days * DAY).toISOString().slice(0, 10),
      };
    },
  );
}

/**
 * From which day, and within how many days, a household was first in touch. Those who registered for the session that is
 * over came before it: the ones who still think it over in the year before, the others in its own year, so that 2025 reads
 * from the first contact to the installation. Everybody else came in the months after it.
 */
function firstContactWithin({
  stage,
  registration,
}: Pick<DemonstrationHousehold, 'stage' | 'registration'>): [first: string, days: number] {
  if (registration?.session !== 0) return ['2025-06-01', 180];
  return stage === ProspectStage.QUALIFIED ? ['2024-07-01', 180] : ['2025-01-06', 88];
}
