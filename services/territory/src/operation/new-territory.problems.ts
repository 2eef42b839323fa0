import { type FieldProblem, Problems } from '@ancrage/subgraph/field-problem';
import { slugOf } from '@ancrage/subgraph/slug';
import { TERRITORY_REQUEST, type TerritoryRefusedError } from '../territory/territory-request.js';
import { themeProblems } from '../territory/theme-contrast.js';
import type { NewTerritoryInput } from './new-territory.input.js';

const WORDS: Record<string, { fr: string; en: string }> = {
  name: { fr: 'Donnez un nom de 2 à 120 caractères.', en: 'Give a name of 2 to 120 characters.' },
  slug: {
    fr: 'Lettres minuscules sans accent, chiffres et traits d’union simples, 63 caractères au plus.',
    en: 'Lower-case letters, digits and single hyphens, 63 characters at most.',
  },
  hosts: {
    fr: 'Écrivez chaque nom d’hôte sans adresse ni port, par exemple accueil.exemple.fr.',
    en: 'Write each host name without address or port, such as welcome.example.org.',
  },
  epci: { fr: 'Choisissez au moins une intercommunalité.', en: 'Choose one inter-communal body at least.' },
  theme: {
    fr: 'Ces couleurs ne se lisent pas assez bien : il faut un contraste de 4,5:1 avec le fond.',
    en: 'These colours are not readable enough: a contrast of 4.5:1 with the background is needed.',
  },
};

/** What is wrong with a request by itself, before anybody is asked. */
export function newTerritoryProblems(input: NewTerritoryInput, locale: string): FieldProblem[] {
  const problems = new Problems(locale);
  const add = (field: string) => {
    const words = WORDS[field] ?? {
      fr: 'Cette valeur n’est pas acceptée.',
      en: 'This value is not accepted.',
    };
    if (!problems.list.some((problem) => problem.field === field)) problems.add(field, words.fr, words.en);
  };
  const slug = input.slug || slugOf(input.name);
  const read = TERRITORY_REQUEST.safeParse({ ...input, slug });
  for (const { path } of read.error?.issues ?? []) add(String(path[0] ?? 'epci'));
  if (input.epci.length === 0) add('epci');
  if (themeProblems(input.theme).length > 0) add('theme');
  return problems.list;
}

/** What the database has against it: a name that another has, a body that there is not. */
export function refusedProblems({ problems }: TerritoryRefusedError, locale: string): FieldProblem[] {
  const list = new Problems(locale);
  for (const problem of problems) {
    if (problem.startsWith('slug'))
      list.add('slug', 'Un autre territoire porte ce nom court.', 'Another territory has this short name.');
    else if (problem.startsWith('host'))
      list.add(
        'hosts',
        'Un autre territoire répond déjà à ce nom.',
        'Another territory is served there already.',
      );
    else if (problem.startsWith('epci'))
      list.add('epci', 'Une de ces intercommunalités n’existe pas.', 'One of these bodies does not exist.');
    else
      list.add(
        'slug',
        'Un autre territoire vient de prendre ce nom.',
        'Another territory just took this name.',
      );
  }
  return list.list;
}
