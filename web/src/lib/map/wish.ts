import { isService, type ServiceKey } from './services.ts';
import type { MapState } from './state.ts';
import { fold } from './text.ts';
import { classOrder, speeds } from './vocabulary.ts';

/** Words for services, folded, besides the one in addresses. */
const otherWords: Record<string, ServiceKey> = {
  creches: 'creche',
  nursery: 'creche',
  ecoles: 'ecole',
  school: 'ecole',
  'ecole primaire': 'ecole',
  'ecole maternelle': 'maternelle',
  'ecole elementaire': 'elementaire',
  medecins: 'medecin',
  docteur: 'medecin',
  doctor: 'medecin',
  generaliste: 'medecin',
  'medecin generaliste': 'medecin',
  pharmacy: 'pharmacie',
  bakery: 'boulangerie',
  boulanger: 'boulangerie',
  grocery: 'epicerie',
  superette: 'epicerie',
  boucher: 'boucherie',
  supermarket: 'supermarche',
  'la poste': 'poste',
  'bureau de poste': 'poste',
  train: 'gare',
  station: 'gare',
  mediatheque: 'bibliotheque',
  library: 'bibliotheque',
  kinesitherapeute: 'kine',
  infirmiere: 'infirmier',
  halte: 'petite-enfance',
};

/**
 * Reads « crèche + école + fibre à moins de 10 km » as criteria; null unless every part is understood and it asks for
 * more than one thing, since a word alone may be a commune's name.
 */
export function readWish(text: string): Partial<MapState> | null {
  const plain = text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase();
  const within = /(?:\ba )?(?:moins de |within |dans les )?(\d{1,2}) ?km\b/.exec(plain);
  const parts = (within ? plain.replace(within[0], ' ') : plain)
    .split(/[+,;&]|\bet\b|\bavec\b|\band\b|\bwith\b/)
    .map(fold)
    .filter(Boolean);
  const wish: Partial<MapState> = within ? { km: Number(within[1]) } : {};
  const asked: ServiceKey[] = [];
  for (const part of parts) {
    const service = serviceNamed(part);
    const speed = /^(\d+) (?:mbit s?|mbits?|mb s?|mega)$/.exec(part)?.[1];
    if (service) {
      asked.push(service);
    } else if (part === 'fibre' || part === 'la fibre' || part === 'fiber') {
      wish.fibre = 50;
    } else if (speed) {
      wish.speed = classOrder.findLast((one) => (speeds[one] ?? Number.MAX_VALUE) <= Number(speed)) ?? null;
    } else {
      return null;
    }
  }
  const understood = asked.length > 0 || wish.fibre || wish.speed;
  return understood && (parts.length > 1 || within) ? { ...wish, services: [...new Set(asked)] } : null;
}

function serviceNamed(part: string): ServiceKey | null {
  const bare = part.replace(/^(?:une?|le|la|l|des|du|de|d) /, '');
  const hyphenated = bare.replaceAll(' ', '-');
  return otherWords[bare] ?? (isService(hyphenated) ? hyphenated : null);
}
