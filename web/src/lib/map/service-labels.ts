import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import type { ServiceKey } from './services.ts';
import type { PremisesKind } from './vocabulary.ts';

const serviceMessages: Record<ServiceKey, () => string> = {
  creche: m.service_creche,
  'petite-enfance': m.service_petite_enfance,
  loisirs: m.service_loisirs,
  ecole: m.service_ecole,
  maternelle: m.service_maternelle,
  elementaire: m.service_elementaire,
  college: m.service_college,
  lycee: m.service_lycee,
  medecin: m.service_medecin,
  dentiste: m.service_dentiste,
  infirmier: m.service_infirmier,
  kine: m.service_kine,
  pharmacie: m.service_pharmacie,
  'maison-de-sante': m.service_maison_de_sante,
  urgences: m.service_urgences,
  epicerie: m.service_epicerie,
  boulangerie: m.service_boulangerie,
  boucherie: m.service_boucherie,
  supermarche: m.service_supermarche,
  restaurant: m.service_restaurant,
  essence: m.service_essence,
  mairie: m.service_mairie,
  poste: m.service_poste,
  'france-services': m.service_france_services,
  banque: m.service_banque,
  gendarmerie: m.service_gendarmerie,
  gare: m.service_gare,
  taxi: m.service_taxi,
  recharge: m.service_recharge,
  bibliotheque: m.service_bibliotheque,
  cinema: m.service_cinema,
  piscine: m.service_piscine,
  gymnase: m.service_gymnase,
  ski: m.service_ski,
  coworking: m.service_coworking,
  telecentre: m.service_telecentre,
};

/** A service in words, as a title has it. */
export const serviceLabel = (service: ServiceKey): string => serviceMessages[service]();

/** The same within a sentence: « France services » keeps its capital. */
export function serviceWord(service: ServiceKey): string {
  const label = serviceLabel(service);
  return service === 'france-services'
    ? label
    : label.charAt(0).toLocaleLowerCase(getLocale()) + label.slice(1);
}

const premisesMessages: Record<PremisesKind, () => string> = {
  COWORKING: m.locaux_coworking,
  TELECENTRE: m.locaux_telecentre,
  OFFICE: m.locaux_bureau,
  WORKSHOP: m.locaux_atelier,
  HOUSING: m.locaux_logement,
  LAND: m.locaux_terrain,
};

export const premisesLabel = (kind: PremisesKind): string => premisesMessages[kind]();
