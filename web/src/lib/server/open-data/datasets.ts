import { m } from '#lib/paraglide/messages.js';
import type { Dataset, DatasetName } from './dataset.ts';
import { annuaire } from './datasets/annuaire.dataset.ts';
import { communes } from './datasets/communes.dataset.ts';
import { equipements } from './datasets/equipements.dataset.ts';
import { internet } from './datasets/internet.dataset.ts';
import { locaux } from './datasets/locaux.dataset.ts';
import { services } from './datasets/services.dataset.ts';

export const datasets: Record<DatasetName, Dataset> = {
  communes,
  services,
  equipements,
  internet,
  locaux,
  annuaire,
};

/** What a dataset is called and what it holds, in the reader's language. */
export const datasetWords: Record<DatasetName, { title: () => string; text: () => string }> = {
  communes: { title: m.data_communes_title, text: m.data_communes_text },
  services: { title: m.data_services_title, text: m.data_services_text },
  equipements: { title: m.data_facilities_title, text: m.data_facilities_text },
  internet: { title: m.data_broadband_title, text: m.data_broadband_text },
  locaux: { title: m.data_premises_title, text: m.data_premises_text },
  annuaire: { title: m.data_directory_title, text: m.data_directory_text },
};
