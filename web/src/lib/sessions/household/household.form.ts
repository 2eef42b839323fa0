/** Who comes and what they need, as it was typed. */
export type ChildValues = { birthYear: string; minded: boolean };
export type HouseholdValues = {
  adults: string;
  children: ChildValues[];
  lodging: boolean;
  diet: string;
  carSharing: 'OFFERS' | 'SEEKS' | null;
  leavingFrom: string;
  remarks: string;
};

/** Rows of the form; a household with more children is refused in words by the service. */
const mostRows = 30;

export const text = (form: FormData, name: string, longest: number): string =>
  String(form.get(name) ?? '')
    .replaceAll('\r\n', '\n')
    .trim()
    .slice(0, longest);

/** Longer texts than the service takes are cut a little above its bound, for it to say so. */
export function readHousehold(form: FormData): HouseholdValues {
  const minded = new Set(form.getAll('minded'));
  const sharing = form.get('carSharing');
  return {
    adults: text(form, 'adults', 10),
    children: form
      .getAll('birthYear')
      .slice(0, mostRows)
      .map((year, index) => ({
        birthYear: String(year).trim().slice(0, 10),
        minded: minded.has(String(index)),
      })),
    lodging: form.get('lodging') === 'on',
    diet: text(form, 'diet', 400),
    carSharing: sharing === 'OFFERS' || sharing === 'SEEKS' ? sharing : null,
    leavingFrom: text(form, 'leavingFrom', 200),
    remarks: text(form, 'remarks', 1500),
  };
}

/** A number that is none, or that no field holds, is one that the service refuses in words. */
const wholeNumber = (typed: string): number =>
  /^\d{1,5}$/.test(typed) ? Number(typed) : /^\d+$/.test(typed) ? 99_999 : 0;

export const partyInput = ({ adults, children }: HouseholdValues) => ({
  adults: wholeNumber(adults),
  children: children.map(({ birthYear }) => ({ birthYear: wholeNumber(birthYear) })),
});

export const needsInput = (values: HouseholdValues) => ({
  lodging: values.lodging,
  diet: values.diet || null,
  // Who has no year yet is asked for it by their row; who is one too many, by the number of rows.
  childcare: values.children
    .flatMap(({ birthYear, minded }) => (minded && birthYear ? [wholeNumber(birthYear)] : []))
    .filter((year) => year >= 1900 && year <= 2200)
    .slice(0, 10),
  carSharing: values.carSharing,
  leavingFrom: values.leavingFrom || null,
  remarks: values.remarks || null,
});

/** What a button of the list of children asks for without a script: a row more, or one less. */
export function withRowChanged(values: HouseholdValues, asked: FormDataEntryValue | null): HouseholdValues {
  const [, removed] = /^remove-(\d{1,2})$/.exec(String(asked)) ?? [];
  const children =
    removed === undefined
      ? [...values.children, { birthYear: '', minded: false }].slice(0, mostRows)
      : values.children.filter((_, index) => index !== Number(removed));
  return { ...values, children };
}

/** The years that a child can be born in, from this one back. */
export const birthYears = (thisYear = new Date().getFullYear()): number[] =>
  Array.from({ length: 26 }, (_, age) => thisYear - age);
