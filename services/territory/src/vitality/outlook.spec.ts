import { expect, it } from 'vitest';
import { crecheStanding, Outlook, schoolStanding } from './outlook.js';

const thresholds = { closing: 18, opening: 26, occupancy: 70 };
const school = (children: number | null, classes: number | null) =>
  schoolStanding({ children, classes, places: null }, thresholds);
const creche = (children: number | null, places: number | null) =>
  crecheStanding({ children, classes: null, places }, thresholds);

it('three pupils more and a class stays', () => {
  expect(school(33, 2)).toEqual({ outlook: Outlook.AT_RISK, missing: 3, margin: null, untilOpening: null });
  expect(school(36, 2)).toMatchObject({ outlook: Outlook.STEADY, margin: 0, untilOpening: 17 });
  expect(school(52, 2)).toMatchObject({ outlook: Outlook.STEADY, untilOpening: 1 });
  expect(school(53, 2)).toMatchObject({ outlook: Outlook.OPENING, untilOpening: 0, margin: 17 });
});

it('a crèche is kept by the share of its places that are taken', () => {
  expect(creche(8, 12)).toMatchObject({ outlook: Outlook.AT_RISK, missing: 1 });
  expect(creche(9, 12)).toMatchObject({ outlook: Outlook.STEADY, margin: 0 });
});

it('nothing is assumed in place of a figure or a threshold that nobody gave', () => {
  const unknown = { outlook: Outlook.UNKNOWN, missing: null, margin: null, untilOpening: null };
  expect(school(null, 2)).toEqual(unknown);
  expect(school(20, null)).toEqual(unknown);
  expect(creche(9, null)).toEqual(unknown);
  expect(schoolStanding({ children: 20, classes: 1, places: null }, {})).toEqual(unknown);
  expect(crecheStanding({ children: 9, classes: null, places: 12 }, { closing: 18 })).toEqual(unknown);
  expect(schoolStanding({ children: 20, classes: 1, places: null }, { closing: 18 })).toMatchObject({
    outlook: Outlook.STEADY,
    untilOpening: null,
  });
});
