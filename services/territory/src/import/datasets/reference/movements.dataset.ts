import { hash } from 'node:crypto';
import type { Dataset } from '../../dataset.js';
import { reject } from '../../rejection.js';
import { MOVEMENTS_TARGET } from '../../target/movements.target.js';

const CODE = /^(\d{2}|2[AB])\d{3}$/;

/** INSEE's movements of communes since 1943: mergers, restorations, changes of name and of code. */
export const MOVEMENTS: Dataset = {
  name: 'movements',
  producer: 'INSEE',
  title: 'Code officiel géographique, mouvements des communes',
  url: 'https://www.insee.fr/fr/information/2560452',
  licence: 'Licence Ouverte 2.0',
  operatorOnly: true,
  target: MOVEMENTS_TARGET,
  layouts: [
    {
      title: "INSEE's movements of communes",
      importedBy: 'movements',
      columns: {
        kind: ['MOD'],
        date: ['DATE_EFF'],
        formerKind: ['TYPECOM_AV'],
        former: ['COM_AV'],
        currentKind: ['TYPECOM_AP'],
        current: ['COM_AP'],
      },
      required: ['kind', 'date', 'formerKind', 'former', 'currentKind', 'current'],
      communeOf: (row) => row['current'] as string,
      unplaced: true,
      read(row) {
        const { kind = '', date = '', formerKind = '', former = '', currentKind = '', current = '' } = row;
        const wrong = [former, current].find((code) => !CODE.test(code));
        if (wrong !== undefined) return reject('COMMUNE', `"${wrong.slice(0, 20)}" is no INSEE commune code`);
        if (!/^\d{4}-\d{2}-\d{2}$/.test(date) || Number.isNaN(Date.parse(date)))
          return reject('VALUE', `"${date.slice(0, 20)}" is no day`);
        // Delegated and associated communes are parts of another, whose code stands for them already.
        const carries = formerKind === 'COM' && currentKind === 'COM' && former !== current;
        const key = hash('md5', [kind, date, formerKind, former, currentKind, current].join('|'));
        return [former, current, date, carries, key];
      },
    },
  ],
};
