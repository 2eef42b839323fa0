import { expect, it } from 'vitest';
import { parseList } from '#lib/list/list-state.ts';
import { prospectShape, prospectVariables } from './prospect-list.ts';

const asked = (address: string) =>
  prospectVariables(parseList(prospectShape, new URLSearchParams(address)), 'compte-1');

it('asks the API what the address says', () => {
  expect(
    asked('?q=anne&etape=nouveaux,projets&action=aujourd-hui&suivi=moi&canal=word-of-mouth&tri=-contact'),
  ).toEqual({
    search: 'anne',
    filter: {
      stages: ['NEW', 'PROJECT'],
      channels: ['WORD_OF_MOUTH'],
      horizons: [],
      owner: 'compte-1',
      action: 'TODAY',
    },
    orderBy: 'LAST_CONTACT_DESC',
  });
  expect(asked('?suivi=personne').filter).toMatchObject({ unowned: true });
});

it('asks for everybody where the address says nothing that is known', () => {
  expect(asked('?etape=casino&suivi=%3Cscript%3E&tri=prix')).toEqual({
    search: null,
    filter: { stages: [], channels: [], horizons: [] },
    orderBy: 'NEXT_ACTION',
  });
});
