import type { OwnRegistrationFragment } from '#lib/graphql/generated/graphql.ts';
import type { HouseholdValues } from '#lib/sessions/household/household.form.ts';

/** A registration whose session shows; that of a session that is planned anew waits with it. */
export type ShownRegistration = OwnRegistrationFragment & {
  session: NonNullable<OwnRegistrationFragment['session']>;
};

/** The registration as its form shows it; which child is to be minded is known by year of birth. */
export function valuesOf({ adults, childrenBirthYears, needs }: OwnRegistrationFragment): HouseholdValues {
  const minded = [...(needs.childcare ?? [])];
  return {
    adults: String(adults),
    children: childrenBirthYears.map((birthYear) => {
      const index = minded.indexOf(birthYear);
      if (index >= 0) minded.splice(index, 1);
      return { birthYear: String(birthYear), minded: index >= 0 };
    }),
    lodging: needs.lodging ?? false,
    diet: needs.diet ?? '',
    carSharing: needs.carSharing ?? null,
    leavingFrom: needs.leavingFrom ?? '',
    remarks: needs.remarks ?? '',
  };
}
