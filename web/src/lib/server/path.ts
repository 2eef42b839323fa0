/** A point of a picture, in its own units; y grows downwards. */
export type Point = { x: number; y: number };

const round = (value: number) => Math.round(value * 10) / 10;

/** SVG path data through the points: one absolute start, then relative moves, which are shorter. */
export function open(points: Point[]): string {
  let x = 0;
  let y = 0;
  return points
    .map((point, index) => {
      const dx = round(point.x - x);
      const dy = round(point.y - y);
      x = round(x + dx);
      y = round(y + dy);
      return `${index === 0 ? 'M' : index === 1 ? 'l' : ' '}${dx} ${dy}`;
    })
    .join('');
}

/** The same, closed into a shape. */
export const closed = (points: Point[]): string => `${open(points)}z`;

/** A crest filled down to the foot of the picture. */
export const ground = (crest: Point[], width: number, height: number): string =>
  closed([...crest, { x: width, y: height }, { x: 0, y: height }]);
