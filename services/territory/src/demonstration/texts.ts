import type { TerritoryTexts } from '../territory/territory.entity.js';

/** Words of the demonstration territory, until its agents write theirs. */
export const DEMONSTRATION_TEXTS: Record<string, TerritoryTexts> = {
  fr: {
    tagline: 'Travailler d’ici, vivre en montagne',
    presentation:
      'Entre la plaine de l’Ariège et les crêtes des Pyrénées, 113 communes accueillent celles et ceux qui peuvent travailler à distance. Ici, on compte les places en crèche et la fibre avec vous, on vous fait rencontrer les habitants, et quelqu’un vous accompagne jusqu’à votre installation.',
  },
  en: {
    tagline: 'Work from here, live in the mountains',
    presentation:
      'From the plain of the Ariège to the ridges of the Pyrenees, 113 communes welcome people who can work remotely. We count nursery places and fibre lines with you, introduce you to the people who live here, and someone stays by your side until you have settled in.',
  },
};
