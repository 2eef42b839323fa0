import { randomUUID } from 'node:crypto';
import type { PreparedPhoto } from '@ancrage/pictures/prepare';
import type { SubgraphContext } from '@ancrage/subgraph';
import { NotFoundError } from '@ancrage/subgraph/errors';
import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { MAXIMUM_PHOTOS, type PhotoWords } from './photo.problems.js';
import { Premises } from './premises.entity.js';
import { isUuid } from './premises.queries.js';
import { PremisesPhoto } from './premises-photo.entity.js';

/** Premises that exist and are the viewer's to change, or a refusal. */
export async function findPremises({ em }: SubgraphContext, id: string): Promise<Premises> {
  const premises = isUuid(id) ? await em.findOne(Premises, { id }) : null;
  if (!premises) throw new NotFoundError("Ce local n'existe pas.");
  return premises;
}

/** Puts a photograph behind the others; null when it would be one too many, however many are sent at once. */
export function addPhoto(
  context: SubgraphContext,
  premisesId: string,
  picture: PreparedPhoto,
  words: PhotoWords,
): Promise<{ id: string } | null> {
  return inOrder(context, premisesId, (photos, em) => {
    if (photos.length >= MAXIMUM_PHOTOS) return null;
    const photo = Object.assign(new PremisesPhoto(), picture, words, {
      id: randomUUID(),
      territoryId: context.requireTerritory(),
      premisesId,
    });
    em.persist(photo);
    photos.push(photo);
    return { id: photo.id };
  });
}

/** Says anew what a photograph shows. */
export const describePhoto = (context: SubgraphContext, id: string, words: PhotoWords): Promise<string> =>
  onPhoto(context, id, (photo) => {
    photo.alternative = words.alternative;
    photo.credit = words.credit;
  });

/** Moves a photograph to a place among the others, from 0; the first is the one that lists show. */
export const placePhoto = (context: SubgraphContext, id: string, place: number): Promise<string> =>
  onPhoto(context, id, (photo, photos) => {
    photos.splice(photos.indexOf(photo), 1);
    photos.splice(Math.max(0, place), 0, photo);
  });

/** Deletes a photograph for good. */
export const removePhoto = (context: SubgraphContext, id: string): Promise<string> =>
  onPhoto(context, id, (photo, photos, em) => {
    photos.splice(photos.indexOf(photo), 1);
    em.remove(photo);
  });

/** Works on one photograph; gives the id of its premises. */
async function onPhoto(
  context: SubgraphContext,
  id: string,
  task: (photo: PremisesPhoto, photos: PremisesPhoto[], em: EntityManager) => void,
): Promise<string> {
  const found = isUuid(id) ? await context.em.findOne(PremisesPhoto, { id }) : null;
  if (!found) throw new NotFoundError("Cette photo n'existe pas.");
  const { premisesId } = found;
  await inOrder(context, premisesId, (photos, em) => {
    const photo = photos.find((one) => one.id === id);
    if (!photo) throw new NotFoundError("Cette photo n'existe pas.");
    task(photo, photos, em);
  });
  return premisesId;
}

/** Changes the photographs of premises one change at a time, and numbers them as the task leaves them. */
async function inOrder<Result>(
  { em }: SubgraphContext,
  premisesId: string,
  task: (photos: PremisesPhoto[], em: EntityManager) => Result,
): Promise<Result> {
  return em.transactional(async (transaction) => {
    const premises = await transaction.findOne(
      Premises,
      { id: premisesId },
      { lockMode: LockMode.PESSIMISTIC_WRITE },
    );
    if (!premises) throw new NotFoundError("Ce local n'existe pas.");
    const photos = await transaction.find(
      PremisesPhoto,
      { premisesId },
      { orderBy: { place: 'asc', id: 'asc' }, refresh: true },
    );
    const result = task(photos, transaction);
    photos.forEach((photo, place) => {
      photo.place = place;
    });
    premises.updatedAt = new Date();
    return result;
  });
}
