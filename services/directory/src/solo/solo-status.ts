import { registerEnumType } from 'type-graphql';

/** Where a solo stands between having been noticed and being published. */
export enum SoloStatus {
  IDENTIFIED = 'IDENTIFIED',
  CONTACTED = 'CONTACTED',
  CONSENTED = 'CONSENTED',
  PUBLISHED = 'PUBLISHED',
  REFUSED = 'REFUSED',
  WITHDRAWN = 'WITHDRAWN',
}

registerEnumType(SoloStatus, {
  name: 'SoloStatus',
  description: 'Where a solo stands between having been noticed and being published.',
  valuesConfig: {
    IDENTIFIED: { description: 'Noticed; nothing was agreed to.' },
    CONTACTED: { description: 'Written to or spoken with; no answer yet.' },
    CONSENTED: { description: 'Agreed to be published, and does not show (yet, or for a while).' },
    PUBLISHED: { description: 'Shows in the public directory.' },
    REFUSED: { description: 'Said no, or objected to being known here.' },
    WITHDRAWN: { description: 'Took their consent back.' },
  },
});
