import { houseColours } from '#lib/theme/house.ts';

/** Everything the form holds, as text, so that a refusal gives back exactly what was typed. */
export type NewTerritoryValues = {
  name: string;
  slug: string;
  hosts: string;
  locales: string[];
  accent: string;
  paper: string;
  ink: string;
  model: string;
  administrator: string;
  epci: string[];
};

export const emptyValues = (epci: string[]): NewTerritoryValues => ({
  ...{ name: '', slug: '', hosts: '', model: '', administrator: '', epci, locales: ['fr', 'en'] },
  ...{ accent: houseColours.accent, paper: houseColours.paper, ink: houseColours.ink },
});

export function readNewTerritory(form: FormData): NewTerritoryValues {
  const text = (name: string) =>
    String(form.get(name) ?? '')
      .slice(0, 3000)
      .trim();
  return {
    ...{ name: text('name'), slug: text('slug'), hosts: text('hosts'), model: text('model') },
    ...{
      accent: text('accent').toLowerCase(),
      paper: text('paper').toLowerCase(),
      ink: text('ink').toLowerCase(),
    },
    administrator: text('administrator'),
    locales: form.getAll('locales').map(String),
    epci: sirensOf(form.getAll('epci')),
  };
}

/** SIREN numbers among what an address or a form names, each once. */
export const sirensOf = (given: readonly FormDataEntryValue[]): string[] =>
  [...new Set(given.map(String))].filter((siren) => /^\d{9}$/.test(siren)).slice(0, 200);

/** Host names, however they are parted. */
export const hostsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .split(/[\s,;]+/)
    .filter(Boolean)
    .slice(0, 10);
