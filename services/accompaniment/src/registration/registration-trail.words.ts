import type { RegistrationMove } from './registration-trail.js';

type Told = Pick<
  RegistrationMove,
  'kind' | 'by' | 'people' | 'seatsLeft' | 'position' | 'before' | 'until' | 'reason'
>;

const moment = (locale: string) =>
  new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : 'fr-FR', {
    timeZone: 'Europe/Paris',
    dateStyle: 'long',
    timeStyle: 'short',
  });
const MOMENT = { fr: moment('fr'), en: moment('en') };

const french = ({ kind, by, people, seatsLeft, position, before, until, reason }: Told): string => {
  const household = people > 1 ? `${people} personnes` : 'une personne';
  const seats = people > 1 ? `${people} places` : 'une place';
  const end = until ? MOMENT.fr.format(until) : '';
  const left =
    seatsLeft > 1 ? `il en reste ${seatsLeft}` : seatsLeft === 1 ? 'il en reste une' : 'il n’en reste aucune';
  const because = reason ? ` Motif : ${reason}.` : '';
  const who = by === 'MEMBER' ? 'par l’équipe' : 'par le foyer';
  const was = before === 1 ? 'une personne' : `${before} personnes`;
  return {
    CONFIRMED: `Inscrit pour ${household} : le foyer tenait entier dans les places libres, ${left}.`,
    WAITLISTED: `Mis en liste d’attente au rang ${position} : ${household}, plus que les places libres à ce moment (${seatsLeft}).`,
    OFFERED: `${capital(seats)} ${people > 1 ? 'proposées' : 'proposée'} jusqu’au ${end} : premier foyer de la liste à tenir entier dans les places libres.`,
    ACCEPTED: `Places acceptées à temps pour ${household}, ${left}.`,
    DECLINED: `Places déclinées ${who} : elles sont proposées au suivant.`,
    EXPIRED: `Sans réponse avant le ${end}, les places ne sont plus gardées : elles sont proposées au suivant.`,
    RESIZED: `Passé de ${was} à ${household} ${who}, ${left}.`,
    CANCELLED: `Annulé ${who} pour ${household}, ${left}.${because}`,
    CHECKED_IN: `Accueilli sur place : ${household}.`,
    ATTENDED: `Présence notée : ${household}.`,
    NO_SHOW: `Absence notée : ${household}.`,
    CAPACITY_CHANGED: `Capacité portée de ${before} à ${people} personnes, ${left}.`,
    SESSION_CANCELLED: `Session annulée : le foyer de ${household} est prévenu.${because}`,
    REMINDED: `Rappel envoyé pour ${household}.`,
  }[kind];
};

const english = ({ kind, by, people, seatsLeft, position, before, until, reason }: Told): string => {
  const household = people > 1 ? `${people} people` : 'one person';
  const seats = people > 1 ? `${people} seats` : 'one seat';
  const end = until ? MOMENT.en.format(until) : '';
  const left = seatsLeft > 0 ? `${seatsLeft} left` : 'none left';
  const because = reason ? ` Reason: ${reason}.` : '';
  const who = by === 'MEMBER' ? 'by the team' : 'by the household';
  const was = before === 1 ? 'one person' : `${before} people`;
  return {
    CONFIRMED: `Registered for ${household}: the household fitted whole in the free seats, ${left}.`,
    WAITLISTED: `Put on the waiting list at rank ${position}: ${household}, more than the free seats at that moment (${seatsLeft}).`,
    OFFERED: `${capital(seats)} offered until ${end}: first household of the list that fits whole in the free seats.`,
    ACCEPTED: `Seats accepted in time for ${household}, ${left}.`,
    DECLINED: `Seats declined ${who}: they are offered to the next one.`,
    EXPIRED: `No answer before ${end}, so the seats are no longer kept: they are offered to the next one.`,
    RESIZED: `From ${was} to ${household} ${who}, ${left}.`,
    CANCELLED: `Cancelled ${who} for ${household}, ${left}.${because}`,
    CHECKED_IN: `Welcomed on the spot: ${household}.`,
    ATTENDED: `Marked as attended: ${household}.`,
    NO_SHOW: `Marked as absent: ${household}.`,
    CAPACITY_CHANGED: `Capacity changed from ${before} to ${people} people, ${left}.`,
    SESSION_CANCELLED: `Session cancelled: the household of ${household} is told.${because}`,
    REMINDED: `Reminder sent for ${household}.`,
  }[kind];
};

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** What happened and why, as one says it. Times are those of clocks in metropolitan France. */
export const moveSentence = (move: Told, locale: string): string =>
  locale === 'en' ? english(move) : french(move);
