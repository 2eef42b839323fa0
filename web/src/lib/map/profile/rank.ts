import type { MapCommune } from '../vocabulary.ts';
import { type Evaluation, evaluate } from './evaluate.ts';
import { needsOf, weightOf } from './needs.ts';
import type { Profile } from './profile.ts';

/** A commune in the ranking of a profile. */
export type Ranked<Commune = MapCommune> = {
  commune: Commune;
  /** Musts that it meets, each 1; one of which nothing is known counts half. */
  musts: number;
  /** 0 to 100: the share of all that is asked which it gives, a must weighing three wishes. */
  points: number;
  /** Share, by weight, of what is asked of which something is known, 0 to 1. */
  confidence: number;
  evaluations: Evaluation[];
};

export type Ranking<Commune = MapCommune> = {
  ranked: Ranked<Commune>[];
  /** Place of each commune by code, from 0. */
  placeOf: ReadonlyMap<string, number>;
};

/** How a commune meets a profile, whatever the others do. */
export function scoreOf<Commune extends MapCommune>(commune: Commune, profile: Profile): Ranked<Commune> {
  const evaluations = needsOf(profile).map((need) => evaluate(commune, need, profile.near));
  const sum = (value: (evaluation: Evaluation) => number) =>
    evaluations.reduce((total, evaluation) => total + value(evaluation), 0);
  const total = sum(({ need }) => weightOf(need)) || 1;
  return {
    commune,
    evaluations,
    musts: sum(({ need, answer }) => (need.must ? credit[answer] : 0)),
    points: (sum(({ need, value }) => weightOf(need) * value) / total) * 100,
    confidence: 1 - sum(({ need, answer }) => (answer === 'unknown' ? weightOf(need) : 0)) / total,
  };
}

const credit = { yes: 1, unknown: 0.5, no: 0 };

/** Communes from the one that fits best: by musts met, then points, then how much is known, then name. */
export function rankCommunes<Commune extends MapCommune>(
  communes: Commune[],
  profile: Profile,
): Ranking<Commune> {
  const key = JSON.stringify(profile);
  const kept = rankings.get(communes);
  if (kept?.key === key) {
    return kept.ranking as Ranking<Commune>;
  }
  const ranked = communes
    .map((commune) => scoreOf(commune, profile))
    .sort(
      (one, other) =>
        other.musts - one.musts ||
        other.points - one.points ||
        other.confidence - one.confidence ||
        compare(one.commune.name, other.commune.name),
    );
  const placeOf = new Map(ranked.map(({ commune }, place) => [commune.code, place]));
  const ranking = { ranked, placeOf };
  rankings.set(communes, { key, ranking });
  return ranking;
}

const { compare } = new Intl.Collator('fr');

/** The last ranking of each list of communes: map, list and words ask for the same one. */
const rankings = new WeakMap<MapCommune[], { key: string; ranking: Ranking }>();
