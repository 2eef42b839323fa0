import type { IndicatorWords } from './definition.words.js';
import type { IndicatorKey } from './indicator-key.js';

const COUNTED = 'Ce chiffre est toujours connu : zéro veut dire aucun.';

/** How each figure is counted, in French. */
export const FRENCH: Record<IndicatorKey, IndicatorWords> = {
  SOLOS_IDENTIFIED: {
    label: 'Solos identifiés',
    rule: 'Travailleurs indépendants que le territoire avait repérés le dernier jour de la période, quelle que soit leur réponse depuis. Une fiche effacée à la demande de la personne compte encore, sans son nom.',
    unknown: 'Absent quand l’annuaire ne répond pas.',
  },
  SOLOS_PUBLISHED: {
    label: 'Solos publiés',
    rule: 'Travailleurs indépendants dont la fiche était publique le dernier jour de la période, avec leur accord écrit. Une fiche retirée ne compte plus dès le jour du retrait.',
    unknown: 'Absent quand l’annuaire ne répond pas.',
  },
  COMMUNES_QUALIFIED: {
    label: 'Communes qualifiées',
    rule: 'Communes dont chaque type de service qui compte a été vérifié, sans qu’aucune vérification soit périmée. Le chiffre est celui du jour de la lecture : le passé ne se recompte pas.',
    unknown: 'Absent quand la période choisie est close, sauf dans un relevé pris ce jour-là.',
  },
  FIBRE_SHARE: {
    label: 'Locaux raccordables à la fibre',
    rule: 'Part des locaux du territoire qui peuvent avoir la fibre, d’après le dernier trimestre publié. Le chiffre est celui du jour de la lecture : le passé ne se recompte pas.',
    unknown: 'Absent tant qu’aucune source ne décrit la couverture du territoire : ce n’est pas zéro.',
  },
  PROSPECTS: {
    label: 'Premiers contacts',
    rule: 'Foyers dont le premier contact avec le territoire a eu lieu pendant la période. Deux fiches réunies comptent une fois ; un foyer effacé compte encore, sans son nom.',
    unknown: COUNTED,
  },
  ATTENDED: {
    label: 'Venus en session découverte',
    rule: 'Foyers venus pour la première fois à une session découverte qui s’est terminée pendant la période. Une seule personne présente suffit ; une seconde venue ne compte pas de nouveau.',
    unknown: COUNTED,
  },
  PLANNED: {
    label: 'Installations prévues',
    rule: 'Foyers qui avaient, le dernier jour de la période, un projet d’installation ouvert : ni réalisé, ni abandonné.',
    unknown: COUNTED,
  },
  EFFECTIVE: {
    label: 'Installations effectives',
    rule: 'Foyers qui se sont installés pendant la période : une date, une commune, et quelqu’un qui l’atteste.',
    unknown: COUNTED,
  },
  ABANDONED: {
    label: 'Projets abandonnés',
    rule: 'Projets d’installation abandonnés pendant la période, avec leur motif.',
    unknown: COUNTED,
  },
  PEOPLE: {
    label: 'Personnes accueillies',
    rule: 'Adultes et enfants des foyers qui se sont installés pendant la période, tels qu’ils étaient à l’installation.',
    unknown: COUNTED,
  },
  CHILDREN: {
    label: 'Enfants accueillis',
    rule: 'Enfants des foyers qui se sont installés pendant la période. Ils sont compris dans les personnes accueillies.',
    unknown: COUNTED,
  },
  JOBS: {
    label: 'Emplois apportés ou créés',
    rule: 'Somme des emplois déclarés avec les installations de la période. Le nombre d’installations qui l’ont dit est donné à côté.',
    unknown: 'Inconnu tant qu’aucun foyer de la période ne l’a dit : ce n’est pas zéro.',
  },
  STILL_HERE_6: {
    label: 'Encore là à six mois',
    rule: 'Foyers dont le suivi à six mois tombait pendant la période et qui vivent toujours sur le territoire. Le nombre de réponses est donné à côté.',
    unknown: 'Inconnu tant que personne n’a répondu : ce n’est pas zéro.',
  },
  STILL_HERE_12: {
    label: 'Encore là à un an',
    rule: 'Foyers dont le suivi à douze mois tombait pendant la période et qui vivent toujours sur le territoire. Le nombre de réponses est donné à côté.',
    unknown: 'Inconnu tant que personne n’a répondu : ce n’est pas zéro.',
  },
  SPONSORSHIPS_ACTIVE: {
    label: 'Parrainages en cours',
    rule: 'Parrainages acceptés par le parrain et par le foyer, et qui n’étaient pas terminés le dernier jour de la période.',
    unknown: COUNTED,
  },
  MEDIAN_DAYS: {
    label: 'Du premier contact à l’installation',
    rule: 'Nombre de jours entre le premier contact et l’installation : la moitié des foyers installés pendant la période ont mis moins, l’autre moitié plus (médiane).',
    unknown: 'Inconnu quand personne ne s’est installé pendant la période.',
  },
  STEPS_ON_TIME: {
    label: 'Étapes faites à temps',
    rule: 'Parmi les étapes d’accueil dont l’échéance tombait pendant la période, part de celles qui étaient faites ce jour-là ou avant. Les étapes écartées avec un motif ne comptent pas.',
    unknown: 'Inconnu quand aucune étape n’arrivait à échéance pendant la période.',
  },
};
