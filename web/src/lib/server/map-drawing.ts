import { ramp, type ThemeColours, tint } from '#lib/theme/colours.ts';
import type { Shapes } from './shapes.ts';

/** A commune's step of the ramp; null when its figure is not known; hidden when a filter leaves it out. */
export type Step = number | null | 'hidden';

/** The choropleth of a territory. What is not known is hatched, so that it never looks like few. */
export function drawMap(shapes: Shapes, colours: ThemeColours, steps: Map<string, Step>): string {
  const { accent, paper, ink } = colours;
  const steppedColours = ramp(colours);
  const fillOf = (step: Step) =>
    step === 'hidden' ? tint(paper, ink, 0.06) : step === null ? 'url(#u)' : steppedColours[step]!;
  const groups = Map.groupBy(shapes.outlines, ([code]) => fillOf(steps.get(code) ?? null));
  const fills = [...groups].map(
    ([fill, entries]) => `<path fill="${fill}" d="${entries.map(([, outline]) => outline.fill).join('')}"/>`,
  );
  const hatch = `<pattern id="u" width="9" height="9" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="9" height="9" fill="${tint(paper, ink, 0.05)}"/><rect width="2" height="9" fill="${tint(paper, ink, 0.22)}"/></pattern>`;
  return svg(
    shapes,
    `<defs>${hatch}</defs>${limits(shapes, tint(paper, accent, 0.3), 7)}${fills.join('')}${limits(shapes, paper, 1.6)}`,
  );
}

/** One commune in the silhouette of its territory. */
export function drawSituation(shapes: Shapes, { accent, paper }: ThemeColours, code: string): string {
  const commune = shapes.outlines.get(code);
  const all = [...shapes.outlines.values()].map(({ fill }) => fill).join('');
  return svg(
    shapes,
    `<path fill="${tint(paper, accent, 0.22)}" d="${all}"/>${limits(shapes, paper, 2)}<path fill="${accent}" d="${commune?.fill ?? ''}"/><path fill="none" stroke="${paper}" stroke-width="4" d="${commune?.line ?? ''}"/>`,
  );
}

function limits({ outlines }: Shapes, colour: string, width: number): string {
  const lines = [...outlines.values()].map(({ line }) => line).join('');
  return `<path fill="none" stroke="${colour}" stroke-width="${width}" stroke-linejoin="round" d="${lines}"/>`;
}

const svg = ({ frame }: Shapes, content: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${frame.width} ${frame.height}">${content}</svg>`;
