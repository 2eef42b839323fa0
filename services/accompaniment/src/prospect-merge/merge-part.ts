import { registerEnumType } from 'type-graphql';

/** What is chosen from one household or the other when two become one. */
export enum ProspectMergePart {
  NAME = 'NAME',
  EMAIL = 'EMAIL',
  PHONE = 'PHONE',
  LIVES_IN = 'LIVES_IN',
  HOUSEHOLD = 'HOUSEHOLD',
  PROJECT = 'PROJECT',
  ACTIVITY = 'ACTIVITY',
  HORIZON = 'HORIZON',
  HOUSING = 'HOUSING',
  PREMISES = 'PREMISES',
  SPEED = 'SPEED',
}
registerEnumType(ProspectMergePart, {
  name: 'ProspectMergePart',
  description:
    'What is chosen from one household or the other when two become one; HOUSEHOLD is who it is made of.',
});

/** The columns of `prospect` that go with a part. */
export const PROSPECT_COLUMNS: Partial<Record<ProspectMergePart, readonly string[]>> = {
  [ProspectMergePart.HOUSEHOLD]: ['adults', 'children_birth_years'],
  [ProspectMergePart.PROJECT]: ['project'],
  [ProspectMergePart.ACTIVITY]: ['activity'],
  [ProspectMergePart.HORIZON]: ['horizon'],
  [ProspectMergePart.HOUSING]: ['housing'],
  [ProspectMergePart.PREMISES]: ['premises'],
  [ProspectMergePart.SPEED]: ['needed_speed'],
};

/** The columns of `prospect_contact` that go with a part. */
export const CONTACT_COLUMNS: Partial<Record<ProspectMergePart, readonly string[]>> = {
  [ProspectMergePart.NAME]: ['name'],
  [ProspectMergePart.EMAIL]: ['email', 'email_key', 'bounced_at'],
  [ProspectMergePart.PHONE]: ['phone', 'phone_key'],
  [ProspectMergePart.LIVES_IN]: ['lives_in'],
};
