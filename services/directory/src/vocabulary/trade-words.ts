/**
 * Words by which people look for the same trade. Each line is one group; a word stands for all that begin with it
 * (« graphis » for graphiste and graphisme, « developpeu » for both genders). Without accents, as search compares.
 */
const GROUPS = `
  developpeu developpement informatic informatique programmeu programmation codeu logiciel
  webmaster webmestre integrateu integratrice
  graphis infographis maquettis typograph
  illustrat illustrateu dessinateu dessinatri
  videast audiovisuel realisateu realisatri montage cineast camera
  redacteu redactri redaction plume ecrivain biograph
  correcteu correctri correction relectu relecteu
  traducteu traductri traduction interpret
  comptab gestionnair
  secretari secretaire assistant assistanat dactylo
  communica communiqu marketing mercatique
  formateu formatri formation pedagog enseignant professeu
  architect
  paysag jardin
  geomat cartograph sig
  energet energie thermic
  ecolog environnement naturalis biodiversit
  coutur tailleu modelis styliste textile
  tisserand tissage laine lainier
  kinesitherap kine masseu
  osteopath
  psycholog psychotherap therapeut
  sophrolog relaxolog
  dieteti nutrition
  infirmi soignant
  coach accompagnement mentorat
  consultant consultante conseil
  facilitat concertation mediat
  juris avocat droit
  ebenis menuisi boisel charpent
  ceramis poti
  forgeron ferronni metalli
  bijou joailli orfevr
  musicien musicienn composit
  sonorisat podcast
  comedien acteu actri theatr
  coiffeu coiffure barbi
  traiteu cuisini restaurat
  boulang patissi
  maraich agricult
  guide accompagnateu accompagnatri randonn
  evenement organisateu organisatri
  prototyp maquett modelis
  statisti donnees data
  sauvegard serveu reseau sysadmin administrateu
`;

const groups = GROUPS.trim()
  .split('\n')
  .map((line) => line.trim().split(/\s+/));

/** Beginnings shorter than this say too little to be taken for a trade. */
const LEAST = 4;

/** The beginnings of words that mean the same trade as this one, itself left out; none for a word of no trade. */
export function sameTrade(word: string): string[] {
  if (word.length < LEAST) return [];
  const same = groups.filter((group) => group.some((stem) => isOf(word, stem)));
  return [...new Set(same.flat())].filter((stem) => !word.startsWith(stem) && !stem.startsWith(word));
}

/** « graphistes » is of the stem « graphis », and so is « graph », which somebody is still typing. */
const isOf = (word: string, stem: string) => word.startsWith(stem) || stem.startsWith(word);

/** The beginning of a trade that a misspelt word most likely means, or null. */
export function nearestTrade(word: string): string | null {
  if (word.length < 6 || groups.some((group) => group.some((stem) => isOf(word, stem)))) return null;
  const slips = word.length < 10 ? 1 : 2;
  let nearest: { stem: string; distance: number } | null = null;
  for (const stem of groups.flat()) {
    if (stem.length < 5) continue;
    const distance = slipsToBegin(word, stem, nearest ? nearest.distance - 1 : slips);
    if (distance !== null) nearest = { stem, distance };
  }
  return nearest?.stem ?? null;
}

/** Fewest letters to add, drop, change or swap so that `word` begins with `stem`; null beyond `most`. */
function slipsToBegin(word: string, stem: string, most: number): number | null {
  if (most < 0 || word[0] !== stem[0]) return null;
  let before: number[] = [];
  let row = Array.from({ length: word.length + 1 }, (_, column) => column);
  for (let line = 1; line <= stem.length; line++) {
    const next = [line];
    for (let column = 1; column <= word.length; column++) {
      const same = stem[line - 1] === word[column - 1];
      let cost = Math.min(
        (next[column - 1] as number) + 1,
        (row[column] as number) + 1,
        (row[column - 1] as number) + (same ? 0 : 1),
      );
      const swapped = stem[line - 1] === word[column - 2] && stem[line - 2] === word[column - 1];
      if (line > 1 && column > 1 && swapped) cost = Math.min(cost, (before[column - 2] as number) + 1);
      next.push(cost);
    }
    before = row;
    row = next;
  }
  // What follows the stem is free: the word may end as it likes.
  const fewest = Math.min(...row.slice(1));
  return fewest <= most ? fewest : null;
}
