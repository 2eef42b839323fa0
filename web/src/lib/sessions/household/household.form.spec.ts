import { describe, expect, it } from 'vitest';
import { needsInput, partyInput, readHousehold, withRowChanged } from './household.form.ts';

const sent = (...fields: [name: string, value: string][]) => {
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  return readHousehold(form);
};

describe('a household', () => {
  it('is read with its children in order, and who of them is minded', () => {
    const values = sent(['adults', '2'], ['birthYear', '2019'], ['birthYear', '2022'], ['minded', '1']);
    expect(partyInput(values)).toEqual({ adults: 2, children: [{ birthYear: 2019 }, { birthYear: 2022 }] });
    expect(needsInput(values)).toMatchObject({ childcare: [2022], lodging: false, diet: null });
  });

  it.each([
    ['0', 0],
    ['500', 500],
    ['-3', 0],
    ['deux', 0],
    ['2.5', 0],
    ['99999999999', 99_999],
    ['', 0],
  ])('of « %s » adults is told to the service as a number that it can refuse', (typed, adults) => {
    expect(partyInput(sent(['adults', typed])).adults).toBe(adults);
  });

  it('gets a row more or one less without losing what was typed', () => {
    const values = sent(['birthYear', '2019'], ['birthYear', '2022'], ['minded', '1'], ['diet', 'sans noix']);
    expect(withRowChanged(values, 'add').children.at(-1)).toEqual({ birthYear: '', minded: false });
    expect(withRowChanged(values, 'remove-0')).toEqual({
      ...values,
      children: [{ birthYear: '2022', minded: true }],
    });
  });

  it('sends no list without an end', () => {
    const values = sent(...Array.from({ length: 200 }, (): [string, string] => ['birthYear', '2020']));
    expect(values.children).toHaveLength(30);
  });
});
