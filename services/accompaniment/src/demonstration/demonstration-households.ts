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
      // Before the session that is over for those who came, in the months after it for the others.
      const [year, firstMonth] = household.registration?.session === 0 ? [2024, 6] : [2025, 5];
      const days = Math.floor(stableFraction('first contact', territoryId, index) * 180);
      return {
        ...household,
        id: stableId('household', territoryId, index),
        adults,
        childrenBirthYears,
        firstContactOn: new Date(Date.UTC(year, firstMonth, 1 + days)).toISOString().slice(0, 10),
      };
    },
  );
}
