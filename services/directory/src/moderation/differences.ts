import { diffWordsWithSpace } from 'diff';
import type { PublicSide } from '../entry/public-side.js';
import { DifferenceKind, type DifferencePiece, type EntryDifference, EntryPart } from './difference.js';

const { SAME, ADDED, REMOVED } = DifferenceKind;
/** Texts that have less in common than this are shown whole, one after the other: nobody reads a mosaic. */
const MOST_EDITS = 400;

/** What would change for the public, in the order of an entry. Fields that stay as they are are left out. */
export function differencesOf(before: PublicSide, after: PublicSide): EntryDifference[] {
  const fields: [EntryPart, DifferencePiece[]][] = [
    [EntryPart.DISPLAY_NAME, words(before.displayName, after.displayName)],
    [EntryPart.ACTIVITY, words(before.activity, after.activity)],
    [EntryPart.PLACE, place(before, after)],
    [EntryPart.SKILLS, values(before.skills, after.skills)],
    [EntryPart.PRESENTATION, words(before.presentation ?? '', after.presentation ?? '')],
    [EntryPart.NAF_CODE, value(before.nafCode, after.nafCode)],
    [EntryPart.LANGUAGES, values(before.languages, after.languages)],
    [EntryPart.PHONE, value(before.phone, after.phone)],
    [EntryPart.WEBSITE, value(before.website, after.website)],
    [EntryPart.PHOTO, value(before.photoId, after.photoId)],
    [EntryPart.SPONSOR, value(String(before.canSponsor), String(after.canSponsor))],
  ];
  return fields
    .filter(([, pieces]) => pieces.some(({ kind }) => kind !== SAME))
    .map(([part, pieces]) => ({ part, pieces }));
}

/** What goes and what comes in a text, word by word. */
export function words(before: string, after: string): DifferencePiece[] {
  const changes = diffWordsWithSpace(before, after, { maxEditLength: MOST_EDITS });
  if (!changes) return value(before, after);
  return changes.map(({ value: text, added, removed }) => ({
    kind: added ? ADDED : removed ? REMOVED : SAME,
    text,
  }));
}

function values(before: readonly string[], after: readonly string[]): DifferencePiece[] {
  const known = new Set(before);
  const wanted = new Set(after);
  return [
    ...before.map((text) => ({ kind: wanted.has(text) ? SAME : REMOVED, text })),
    ...after.filter((text) => !known.has(text)).map((text) => ({ kind: ADDED, text })),
  ];
}

function value(before: string | null, after: string | null): DifferencePiece[] {
  if (before === after) return before ? [{ kind: SAME, text: before }] : [];
  return [
    ...(before ? [{ kind: REMOVED, text: before }] : []),
    ...(after ? [{ kind: ADDED, text: after }] : []),
  ];
}

function place(before: PublicSide, after: PublicSide): DifferencePiece[] {
  const codes = new Set([before.communeCode, after.communeCode]);
  return value(before.communeCode ?? before.area, after.communeCode ?? after.area).map((piece) => ({
    ...piece,
    commune: codes.has(piece.text) ? { code: piece.text } : null,
  }));
}
