import { describe, expect, it } from 'vitest';
import { type Label, placeLabels } from './label-placement.ts';

const frame = { width: 400, height: 300 };
const label = (name: string, weight: number, x: number, y: number): Label => ({
  code: name,
  name,
  weight,
  x,
  y,
});
const names = (labels: Label[]) => labels.map(({ name }) => name);

describe('labels', () => {
  const foix = label('Foix', 9500, 100, 100);
  const ganac = label('Ganac', 700, 110, 105);
  const orlu = label('Orlu', 150, 300, 200);

  it('give way to the largest where they would touch', () => {
    expect(names(placeLabels([ganac, foix, orlu], frame))).toEqual(['Foix', 'Orlu']);
  });

  it('always show the one that is pointed at', () => {
    expect(names(placeLabels([ganac, foix, orlu], frame, ['Ganac']))).toEqual(['Ganac', 'Orlu']);
  });

  it('stay inside the frame', () => {
    expect(placeLabels([label('Loin', 1, 900, 20)], frame)).toEqual([]);
  });
});
