import { describe, expect, it } from 'vitest';
import {
  changed,
  isNarrowed,
  type ListShape,
  parseList,
  serialiseList,
  sortDirection,
  turned,
  without,
} from './list-state.ts';

const shape: ListShape = {
  filters: [
    { name: 'famille', values: ['SCHOOL', 'HEALTH'], many: true },
    { name: 'conflit', values: ['oui'] },
    { name: 'commune', values: /^\d{5}$/ },
  ],
  sorts: ['commune', '-commune', 'echeance'],
};
const read = (address: string) => parseList(shape, new URLSearchParams(address));

describe('the address of a list', () => {
  it('reads back as it was written', () => {
    const address =
      '?q=%C3%A9cole%20%26%20cr%C3%A8che&famille=SCHOOL,HEALTH&conflit=oui&tri=-commune&apres=abc%3D';
    expect(serialiseList(shape, read(address))).toBe(address);
  });

  it('is empty for the plain list', () => {
    expect(serialiseList(shape, read(''))).toBe('');
    expect(serialiseList(shape, read('?tri=commune'))).toBe('');
  });

  it('takes the boxes of a form as well as a list', () => {
    expect(read('famille=SCHOOL&famille=HEALTH&famille=SCHOOL').filters.famille).toEqual([
      'SCHOOL',
      'HEALTH',
    ]);
  });

  it('leaves out what the list does not know', () => {
    const state = read(`?famille=CASINO&conflit=peut-etre&commune=foix&tri=prix&apres=${'x'.repeat(500)}`);
    expect(isNarrowed(state)).toBe(false);
    expect(state.sort).toBe('commune');
    expect(state.after).toBeNull();
    expect(read(`q=${'a'.repeat(300)}`).q).toHaveLength(80);
  });

  it('keeps one value of a filter that takes one', () => {
    expect(read('commune=09122,09030').filters.commune).toEqual(['09122']);
  });
});

describe('a change', () => {
  it('starts from the first page again', () => {
    expect(changed(read('apres=abc&q=foix'), { sort: 'echeance' })).toMatchObject({ after: null, q: 'foix' });
    expect(serialiseList(shape, without(read('famille=SCHOOL,HEALTH&apres=abc'), 'famille', 'SCHOOL'))).toBe(
      '?famille=HEALTH',
    );
  });

  it('turns a column round when it is sorted by it already', () => {
    expect(turned(shape, read(''), 'commune')).toBe('-commune');
    expect(turned(shape, read('tri=-commune'), 'commune')).toBe('commune');
    expect(turned(shape, read('tri=echeance'), 'echeance')).toBe('echeance');
    expect(sortDirection(read('tri=-commune'), 'commune')).toBe('descending');
    expect(sortDirection(read(''), 'echeance')).toBe('none');
  });
});
