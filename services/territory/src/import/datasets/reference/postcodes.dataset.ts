import type { Dataset } from '../../dataset.js';
import { reject } from '../../rejection.js';
import { POSTCODES_TARGET } from '../../target/postcodes.target.js';

/** La Poste's base of postal codes, known as hexasmal. */
export const POSTCODES: Dataset = {
  name: 'postcodes',
  producer: 'La Poste',
  title: 'Base officielle des codes postaux',
  url: 'https://www.data.gouv.fr/datasets/base-officielle-des-codes-postaux/',
  licence: 'Licence Ouverte 2.0',
  operatorOnly: true,
  target: POSTCODES_TARGET,
  layouts: [
    {
      title: 'the postal codes of La Poste',
      importedBy: 'postcodes',
      columns: {
        // The current header starts with a number sign.
        commune: ['#Code_commune_INSEE', 'Code_commune_INSEE'],
        name: ['Nom_de_la_commune', 'Nom_commune'],
        postcode: ['Code_postal'],
        routing: ['Libellé_d_acheminement'],
        fifth: ['Ligne_5'],
      },
      required: ['commune', 'name', 'postcode', 'routing'],
      communeOf: (row) => row['commune'] as string,
      read({ commune: written = '', postcode = '', routing = '', fifth = '' }, commune) {
        // Spreadsheets drop the zero here too.
        const code = /^\d{4}$/.test(postcode) ? `0${postcode}` : postcode;
        if (!/^\d{5}$/.test(code)) return reject('VALUE', `"${postcode.slice(0, 20)}" is no postal code`);
        return [commune, code, [written, code, routing, fifth].join('|')];
      },
    },
  ],
};
