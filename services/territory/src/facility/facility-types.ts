import { nameKey } from '@ancrage/subgraph/slug';
import { FacilityFamily } from './facility-family.js';
import { NOMENCLATURE } from './nomenclature.js';

const { CHILDHOOD, SCHOOL, HEALTH, SHOPS, PUBLIC_SERVICES, MOBILITY, CULTURE_SPORT, WORKPLACES } =
  FacilityFamily;
export interface FacilityTypeDefinition {
  code: string;
  family: FacilityFamily;
  labels: { fr: string; en: string };
}

const type = (code: string, family: FacilityFamily, fr: string, en: string): FacilityTypeDefinition => ({
  code,
  family,
  labels: { fr, en },
});

/**
 * The types of service that families ask about. Codes are those of INSEE's BPE, 2024 edition; those starting with W
 * are the platform's own, for workplaces that the BPE does not know.
 */
export const FACILITY_TYPES: FacilityTypeDefinition[] = [
  type('D502', CHILDHOOD, 'Crèche', 'Nursery'),
  type('D504', CHILDHOOD, 'Relais petite enfance', 'Early childhood centre'),
  type('D505', CHILDHOOD, 'Accueil de loisirs', 'After-school club'),
  type('C107', SCHOOL, 'École maternelle', 'Pre-school'),
  type('C108', SCHOOL, 'École primaire', 'Primary school'),
  type('C109', SCHOOL, 'École élémentaire', 'Elementary school'),
  type('C201', SCHOOL, 'Collège', 'Lower secondary school'),
  type('C301', SCHOOL, 'Lycée', 'Upper secondary school'),
  type('D265', HEALTH, 'Médecin généraliste', 'General practitioner'),
  type('D277', HEALTH, 'Dentiste', 'Dentist'),
  type('D281', HEALTH, 'Infirmier', 'Nurse'),
  type('D279', HEALTH, 'Kinésithérapeute', 'Physiotherapist'),
  type('D307', HEALTH, 'Pharmacie', 'Pharmacy'),
  type('D113', HEALTH, 'Maison de santé', 'Health centre'),
  type('D106', HEALTH, 'Urgences', 'Emergency department'),
  type('B105', SHOPS, 'Supermarché', 'Supermarket'),
  type('B202', SHOPS, 'Épicerie', 'Grocery'),
  type('B207', SHOPS, 'Boulangerie', 'Bakery'),
  type('B204', SHOPS, 'Boucherie', 'Butcher'),
  type('B316', SHOPS, 'Station-service', 'Filling station'),
  type('A504', SHOPS, 'Restaurant', 'Restaurant'),
  type('A129', PUBLIC_SERVICES, 'Mairie', 'Town hall'),
  type('A128', PUBLIC_SERVICES, 'France services', 'Public services desk'),
  type('A206', PUBLIC_SERVICES, 'Bureau de poste', 'Post office'),
  type('A207', PUBLIC_SERVICES, 'Relais poste', 'Post office counter in a shop'),
  type('A208', PUBLIC_SERVICES, 'Agence postale', 'Postal agency'),
  type('A104', PUBLIC_SERVICES, 'Gendarmerie', 'Gendarmerie'),
  type('A203', PUBLIC_SERVICES, 'Banque', 'Bank'),
  type('E108', MOBILITY, 'Gare régionale', 'Regional train station'),
  type('E109', MOBILITY, 'Gare locale', 'Local train station'),
  type('E101', MOBILITY, 'Taxi', 'Taxi'),
  type('B326', MOBILITY, 'Recharge électrique', 'Electric vehicle charging'),
  type('F307', CULTURE_SPORT, 'Bibliothèque', 'Library'),
  type('F303', CULTURE_SPORT, 'Cinéma', 'Cinema'),
  type('F101', CULTURE_SPORT, 'Piscine', 'Swimming pool'),
  type('F121', CULTURE_SPORT, 'Gymnase', 'Sports hall'),
  type('F105', CULTURE_SPORT, 'Domaine skiable', 'Ski area'),
  type('W101', WORKPLACES, 'Espace de coworking', 'Coworking space'),
  type('W102', WORKPLACES, 'Télécentre', 'Telecentre'),
];

const OTHER_TYPES = NOMENCLATURE.flatMap(([family, entries]) =>
  entries.map(([code, fr, en]) => type(code, family, fr, en)),
);

const BY_CODE = new Map(
  [...FACILITY_TYPES, ...OTHER_TYPES].map((definition) => [definition.code, definition]),
);

/** The definition of a type, or undefined for a code that the platform does not list. */
export const facilityTypeOf = (code: string): FacilityTypeDefinition | undefined => BY_CODE.get(code);

/** The family of every type that the platform lists, by code. */
export const FAMILY_BY_TYPE: ReadonlyMap<string, string> = new Map(
  [...BY_CODE.values()].map(({ code, family }) => [code, family]),
);

/** The family of a type; one that the platform does not list counts among public services. */
export const familyOf = (code: string): FacilityFamily =>
  facilityTypeOf(code)?.family ?? FacilityFamily.PUBLIC_SERVICES;

/** Codes of the types of which a word, in any language and without regard to accents, is part of the label. */
export function searchTypes(word: string): string[] {
  const key = nameKey(word);
  return [...BY_CODE.values()]
    .filter(({ labels }) => nameKey(labels.fr).includes(key) || nameKey(labels.en).includes(key))
    .map(({ code }) => code);
}

/** Codes of every type of these families, those that matter and others. */
export const typesOfFamilies = (families: readonly FacilityFamily[]): string[] =>
  [...BY_CODE.values()].filter(({ family }) => families.includes(family)).map(({ code }) => code);
