import { registerEnumType } from 'type-graphql';

/** Every figure by which a territory, its department and its region know whether the welcome works. */
export enum IndicatorKey {
  SOLOS_IDENTIFIED = 'SOLOS_IDENTIFIED',
  SOLOS_PUBLISHED = 'SOLOS_PUBLISHED',
  COMMUNES_QUALIFIED = 'COMMUNES_QUALIFIED',
  FIBRE_SHARE = 'FIBRE_SHARE',
  PROSPECTS = 'PROSPECTS',
  ATTENDED = 'ATTENDED',
  PLANNED = 'PLANNED',
  EFFECTIVE = 'EFFECTIVE',
  ABANDONED = 'ABANDONED',
  PEOPLE = 'PEOPLE',
  CHILDREN = 'CHILDREN',
  JOBS = 'JOBS',
  STILL_HERE_6 = 'STILL_HERE_6',
  STILL_HERE_12 = 'STILL_HERE_12',
  SPONSORSHIPS_ACTIVE = 'SPONSORSHIPS_ACTIVE',
  MEDIAN_DAYS = 'MEDIAN_DAYS',
  STEPS_ON_TIME = 'STEPS_ON_TIME',
}
registerEnumType(IndicatorKey, {
  name: 'IndicatorKey',
  description: 'A figure; indicatorDefinitions says how each is counted.',
});

export enum IndicatorUnit {
  SOLOS = 'SOLOS',
  COMMUNES = 'COMMUNES',
  HOUSEHOLDS = 'HOUSEHOLDS',
  PEOPLE = 'PEOPLE',
  JOBS = 'JOBS',
  SPONSORSHIPS = 'SPONSORSHIPS',
  DAYS = 'DAYS',
  SHARE = 'SHARE',
}
registerEnumType(IndicatorUnit, {
  name: 'IndicatorUnit',
  description: 'What a figure counts.',
  valuesConfig: { SHARE: { description: 'A part of a whole, from 0 to 1.' } },
});

/** When a figure counts: what happened between two days, or what stands on the last of them. */
export enum IndicatorSpan {
  PERIOD = 'PERIOD',
  DAY = 'DAY',
}
registerEnumType(IndicatorSpan, {
  name: 'IndicatorSpan',
  valuesConfig: {
    PERIOD: { description: 'What happened between two days, both included.' },
    DAY: { description: 'What stands on the last day.' },
  },
});

/** The service whose records are counted. */
export enum IndicatorService {
  TERRITORY = 'TERRITORY',
  DIRECTORY = 'DIRECTORY',
  ACCOMPANIMENT = 'ACCOMPANIMENT',
}
registerEnumType(IndicatorService, {
  name: 'IndicatorService',
  description: 'The service whose records are counted.',
});
