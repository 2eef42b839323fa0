import { coloursOf, drawing } from '#lib/server/drawing.ts';
import { notFound } from '#lib/server/failures.ts';
import { crestsScene, slopesScene } from '#lib/server/landscape/crests.scene.ts';
import { valleyScene } from '#lib/server/landscape/valley.scene.ts';
import type { RequestHandler } from './$types';

const scenes: Partial<Record<string, typeof valleyScene>> = {
  vallee: valleyScene,
  cretes: crestsScene,
  versants: slopesScene,
};

export const GET: RequestHandler = ({ params, url }) => {
  const colours = coloursOf(url);
  const scene = scenes[params.scene];
  return scene && colours && params.seed.length <= 80 ? drawing(scene(params.seed, colours)) : notFound();
};
