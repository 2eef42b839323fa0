type Position = { longitude: number; latitude: number };
type Placed = { code: string; name: string; slug: string; centre: Position | null };

const earthRadius = 6371;
const radians = Math.PI / 180;

/** Kilometres between two points as the crow flies (haversine). */
export function crowFlies(one: Position, other: Position): number {
  const half = (degrees: number) => Math.sin((degrees * radians) / 2) ** 2;
  const chord =
    half(other.latitude - one.latitude) +
    Math.cos(one.latitude * radians) *
      Math.cos(other.latitude * radians) *
      half(other.longitude - one.longitude);
  return 2 * earthRadius * Math.asin(Math.sqrt(chord));
}

/** The communes whose centres are nearest, with how far they are. */
export function nearestCommunes<Commune extends Placed>(
  { code, centre }: Placed,
  communes: Commune[],
  count = 6,
) {
  if (!centre) {
    return [];
  }
  return communes
    .flatMap((commune) =>
      commune.centre && commune.code !== code
        ? [{ ...commune, kilometres: crowFlies(centre, commune.centre) }]
        : [],
    )
    .sort((one, other) => one.kilometres - other.kilometres)
    .slice(0, count);
}
