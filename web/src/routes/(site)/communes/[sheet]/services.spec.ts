import { expect, it } from 'vitest';
import { familiesOf } from './services.ts';

const types = [
  { code: 'C201', label: 'Collège', family: 'SCHOOL' },
  { code: 'C108', label: 'École', family: 'SCHOOL' },
  { code: 'D502', label: 'Crèche', family: 'CHILDHOOD' },
  { code: 'E107', label: 'Gare', family: 'MOBILITY' },
] as const;
const answer = (code: string, status: 'PRESENT' | 'ABSENT' | 'UNKNOWN') => ({
  type: { code },
  status,
  count: null,
  nearest: null,
});

it('groups services by family, what is there first, and leaves out what nobody answers', () => {
  const families = familiesOf(
    [...types],
    [answer('C201', 'ABSENT'), answer('C108', 'PRESENT'), answer('D502', 'UNKNOWN')],
  );
  expect(families.map(({ family, services }) => [family, services.map(({ label }) => label)])).toEqual([
    ['CHILDHOOD', ['Crèche']],
    ['SCHOOL', ['École', 'Collège']],
  ]);
});
