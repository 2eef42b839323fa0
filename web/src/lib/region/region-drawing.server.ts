import { ramp, type ThemeColours, tint } from '#lib/theme/colours.ts';
import type { RegionStep } from './region-classes.ts';
import type { RegionShape } from './region-map.server.ts';

/**
 * The choropleth of a region: every commune in the colour of its territory's figure. What is kept back is dotted and
 * what is not known hatched, so that neither looks like few.
 */
export function drawRegion(
  { frame, outlines }: RegionShape,
  colours: ThemeColours,
  steps: ReadonlyMap<string, RegionStep>,
): string {
  const { paper, ink } = colours;
  const stepped = ramp(colours);
  const fillOf = (step: RegionStep) =>
    step === 'kept' ? 'url(#k)' : step === 'unknown' ? 'url(#u)' : stepped[step];
  const ground = tint(paper, ink, 0.05);
  const mark = tint(paper, ink, 0.4);
  const dots = `<pattern id="k" width="9" height="9" patternUnits="userSpaceOnUse"><rect width="9" height="9" fill="${ground}"/><circle cx="4.5" cy="4.5" r="1.8" fill="${mark}"/></pattern>`;
  const hatch = `<pattern id="u" width="9" height="9" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="9" height="9" fill="${ground}"/><rect width="2" height="9" fill="${tint(paper, ink, 0.22)}"/></pattern>`;
  const paths = [...outlines].map(
    ([id, path]) =>
      `<path fill="${fillOf(steps.get(id) ?? 'unknown')}" stroke="${paper}" stroke-width="0.8" d="${path}"/>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${frame.width} ${frame.height}"><defs>${dots}${hatch}</defs>${paths.join('')}</svg>`;
}
