import { registerEnumType } from 'type-graphql';

/** What shows that a household lives where it says. */
export enum EvidenceKind {
  LEASE = 'LEASE',
  DEED = 'DEED',
  SCHOOL = 'SCHOOL',
  UTILITY = 'UTILITY',
  VISIT = 'VISIT',
  TOWN_HALL = 'TOWN_HALL',
  DECLARATION = 'DECLARATION',
  OTHER = 'OTHER',
}
registerEnumType(EvidenceKind, {
  name: 'EvidenceKind',
  description: 'What shows that a household has settled.',
  valuesConfig: {
    LEASE: { description: 'A lease that was seen.' },
    DEED: { description: 'A deed of purchase that was seen.' },
    SCHOOL: { description: 'A child is enrolled at a school here.' },
    UTILITY: { description: 'A bill of water, power or telephone at their address.' },
    VISIT: { description: 'Somebody of the team was at their place.' },
    TOWN_HALL: { description: 'The town hall confirms it.' },
    DECLARATION: { description: 'The household declares it in writing.' },
  },
});
