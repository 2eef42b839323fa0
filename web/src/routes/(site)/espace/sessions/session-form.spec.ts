import { expect, it } from 'vitest';
import { clockOf, emptySession, inputOf, readSession, valuesOf } from './session-form.ts';

const typed = (rows: Record<string, string>[], more: Record<string, string> = {}) => {
  const form = new FormData();
  for (const [name, value] of Object.entries(more)) form.set(name, value);
  for (const row of rows)
    for (const name of ['day', 'time', 'title', 'place', 'host'])
      form.append(`programme.${name}`, row[name] ?? '');
  return readSession(form);
};

it('reads steps row by row and leaves out those nothing was written in', () => {
  const { programme } = typed([{ day: '1' }, { day: '2', time: '09:30', title: ' Visites ', host: 'Léa' }]);
  expect(programme).toEqual([{ day: '2', time: '09:30', title: 'Visites', place: '', host: 'Léa' }]);
});

it('dates the steps by the day of the session they are on, over a change of the clocks as well', () => {
  const values = typed([{ day: '2', time: '09:00', title: 'Visites' }], { startsAt: '2027-03-27T10:00' });
  expect(inputOf(values, null, false).programme).toEqual([
    { startsAt: '2027-03-28T09:00', title: 'Visites', place: '', host: '' },
  ]);
});

it('sends what cannot be read on, for the service to say what is wrong', () => {
  const values = typed([{ day: '9', time: 'tôt', title: 'Visites' }], {
    startsAt: 'demain',
    capacity: 'dix',
  });
  expect(inputOf(values, null, false)).toMatchObject({
    startsAt: 'demain',
    capacity: 0,
    programme: [{ startsAt: 'tôt' }],
  });
});

it('shows a session by the clocks of Paris', () => {
  expect(clockOf('2027-03-28T00:59:00.000Z')).toBe('2027-03-28T01:59');
  expect(clockOf('2027-10-31T01:30:00.000Z')).toBe('2027-10-31T02:30');
  const plan = {
    version: 'v',
    offerHours: 48,
    session: {
      ...{ title: 'T', format: 'WEEKEND', summary: null, capacity: 20, hostCommune: null, partner: null },
      ...{ meetingPlace: null, lodging: null, meals: null, childcare: null, carSharing: null },
      ...{
        startsAt: '2027-03-27T09:00:00.000Z',
        endsAt: '2027-03-28T14:00:00.000Z',
        registrationClosesAt: null,
      },
      programme: [{ startsAt: '2027-03-28T07:30:00.000Z', title: 'Visites', place: 'Mairie', host: null }],
    },
  } as unknown as Parameters<typeof valuesOf>[0];
  const values = valuesOf(plan);
  expect(values).toMatchObject({ startsAt: '2027-03-27T10:00', endsAt: '2027-03-28T16:00' });
  expect(values.programme).toEqual([
    { day: '2', time: '09:30', title: 'Visites', place: 'Mairie', host: '' },
  ]);
});

it('starts with a few empty steps', () => {
  expect(inputOf(emptySession(), null, false)).toMatchObject({ format: 'DAY', capacity: 20, offerHours: 48 });
});
