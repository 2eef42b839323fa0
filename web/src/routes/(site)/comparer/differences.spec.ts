import { describe, expect, it } from 'vitest';
import { chosenIn } from './chosen.ts';
import { judge } from './differences.ts';

const answer = (text: string, score: number | null, detail?: string) => ({ text, score, detail });

describe('a line of the comparison', () => {
  it('marks who does best, several when they do as well', () => {
    expect(judge([answer('90 %', 0.9), answer('40 %', 0.4), answer('90 %', 0.9)])).toEqual({
      same: false,
      best: [true, false, true],
    });
  });

  it('is the same when all say the same, where it is found included', () => {
    expect(judge([answer('Non', -3, 'à Foix'), answer('Non', -3, 'à Foix')]).same).toBe(true);
    expect(judge([answer('Non', -3, 'à Foix'), answer('Non', -9, 'à Foix, plus loin')])).toEqual({
      same: false,
      best: [true, false],
    });
  });

  it('never lets what is known win against what is not', () => {
    expect(judge([answer('90 %', 0.9), answer('non connu', null)]).best).toEqual([false, false]);
    expect(judge([answer('90 %', 0.9), answer('non connu', null), answer('50 %', 0.5)]).best).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('finds nobody better where there is no better', () => {
    expect(judge([answer('9 602', null), answer('530', null)])).toEqual({
      same: false,
      best: [false, false],
    });
    expect(judge([answer('Foix', 1)])).toEqual({ same: false, best: [false] });
  });
});

describe('the communes of an address', () => {
  const known = (code: string) => code.startsWith('09');

  it('are read from a link and from a form, once each', () => {
    const fromLink = chosenIn(new URLSearchParams('communes=09122,09225,09122'), known);
    const fromForm = chosenIn(new URLSearchParams('communes=09122&communes=09225&communes='), known);
    expect(fromLink).toEqual({ codes: ['09122', '09225'], strange: [], tooMany: [] });
    expect(fromForm).toEqual(fromLink);
  });

  it('are four at most, and what is not known is told', () => {
    expect(chosenIn(new URLSearchParams('communes=09001,09002,75056,09003,09004,09005'), known)).toEqual({
      codes: ['09001', '09002', '09003', '09004'],
      strange: ['75056'],
      tooMany: ['09005'],
    });
  });
});
