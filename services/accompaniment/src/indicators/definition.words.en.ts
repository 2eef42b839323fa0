import type { IndicatorWords } from './definition.words.js';
import type { IndicatorKey } from './indicator-key.js';

const COUNTED = 'This figure is always known: zero means none.';

/** How each figure is counted, in English. */
export const ENGLISH: Record<IndicatorKey, IndicatorWords> = {
  SOLOS_IDENTIFIED: {
    label: 'Solo workers identified',
    rule: 'Self-employed people whom the territory knew of on the last day of the period, whatever they have answered since. An entry erased at its owner’s request still counts, without its name.',
    unknown: 'Missing when the directory does not answer.',
  },
  SOLOS_PUBLISHED: {
    label: 'Solo workers published',
    rule: 'Self-employed people whose entry was public on the last day of the period, with their written consent. An entry that was withdrawn no longer counts from that day on.',
    unknown: 'Missing when the directory does not answer.',
  },
  COMMUNES_QUALIFIED: {
    label: 'Qualified communes',
    rule: 'Communes of which every type of service that matters is verified, and no verification has expired. The figure is that of the day it is read: the past cannot be counted again.',
    unknown: 'Missing for a period that is over, except in a snapshot taken at the time.',
  },
  FIBRE_SHARE: {
    label: 'Premises with access to fibre',
    rule: 'Share of the territory’s premises that can have fibre, by the latest published quarter. The figure is that of the day it is read: the past cannot be counted again.',
    unknown: 'Missing while no source describes the territory’s coverage: that is not zero.',
  },
  PROSPECTS: {
    label: 'First contacts',
    rule: 'Households whose first contact with the territory was within the period. Two records put together count once; a household that was erased still counts, without its name.',
    unknown: COUNTED,
  },
  ATTENDED: {
    label: 'Came to a discovery session',
    rule: 'Households that came for the first time to a discovery session that ended within the period. One person who came is enough; a second visit does not count again.',
    unknown: COUNTED,
  },
  PLANNED: {
    label: 'Planned installations',
    rule: 'Households that had an open project on the last day of the period: neither settled nor given up.',
    unknown: COUNTED,
  },
  EFFECTIVE: {
    label: 'Effective installations',
    rule: 'Households that settled within the period: a date, a commune, and somebody who vouches for it.',
    unknown: COUNTED,
  },
  ABANDONED: {
    label: 'Projects given up',
    rule: 'Settling projects that were given up within the period, with their reason.',
    unknown: COUNTED,
  },
  PEOPLE: {
    label: 'People welcomed',
    rule: 'Adults and children of the households that settled within the period, as they were when they settled.',
    unknown: COUNTED,
  },
  CHILDREN: {
    label: 'Children welcomed',
    rule: 'Children of the households that settled within the period. They are part of the people welcomed.',
    unknown: COUNTED,
  },
  JOBS: {
    label: 'Jobs brought or created',
    rule: 'Sum of the jobs stated with the installations of the period. How many installations stated them is given beside it.',
    unknown: 'Unknown while no household of the period has stated it: that is not zero.',
  },
  STILL_HERE_6: {
    label: 'Still here after six months',
    rule: 'Households whose six-month follow-up fell within the period and who still live in the territory. The number of answers is given beside it.',
    unknown: 'Unknown while nobody has answered: that is not zero.',
  },
  STILL_HERE_12: {
    label: 'Still here after a year',
    rule: 'Households whose twelve-month follow-up fell within the period and who still live in the territory. The number of answers is given beside it.',
    unknown: 'Unknown while nobody has answered: that is not zero.',
  },
  SPONSORSHIPS_ACTIVE: {
    label: 'Active sponsorships',
    rule: 'Sponsorships that both the sponsor and the household had accepted, and that had not ended on the last day of the period.',
    unknown: COUNTED,
  },
  MEDIAN_DAYS: {
    label: 'From first contact to settling',
    rule: 'Number of days between first contact and settling: half of the households that settled within the period took less, the other half more (median).',
    unknown: 'Unknown when nobody settled within the period.',
  },
  STEPS_ON_TIME: {
    label: 'Steps done on time',
    rule: 'Of the welcome steps that fell due within the period, the share that was done on that day or before. Steps that were left out with a reason do not count.',
    unknown: 'Unknown when no step fell due within the period.',
  },
};
