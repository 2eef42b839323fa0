/** What SIRENE says of a place of business, as far as it may be shown. */
export interface Establishment {
  siret: string;
  /** Null for those who keep it from the public, and where the source has none. */
  name: string | null;
  /** NAF revision 2: 62.01Z. */
  nafCode: string | null;
  /** INSEE code. */
  communeCode: string | null;
  closed: boolean;
  /** Whether its owner keeps name and address from the public: neither is read any further. */
  partial: boolean;
}

/** Nobody answered, or not in time. */
export class SireneUnavailable extends Error {}

/** Where places of business are looked up: null where there is none of that SIRET. */
export interface SireneSource {
  find(siret: string): Promise<Establishment | null>;
}

interface Stated {
  siret: string;
  /** O: all may be shown; P, and N in older files: not all. */
  diffusion: string | undefined;
  /** A: active; F: closed. */
  state: string | undefined;
  names: (string | null | undefined)[];
  nafCode: string | null | undefined;
  communeCode: string | null | undefined;
}

/** [ND] stands in official answers for what is not disclosed. */
const told = (text: string | null | undefined): string | null => {
  const words = text?.trim() ?? '';
  return words === '' || words === '[ND]' ? null : words.slice(0, 120);
};

/** An establishment as it may be known: of partial diffusion, only that it is there, its activity and its commune. */
export function establishmentOf({
  siret,
  diffusion,
  state,
  names,
  nafCode,
  communeCode,
}: Stated): Establishment {
  const partial = diffusion === 'P' || diffusion === 'N';
  return {
    siret,
    name: partial ? null : (names.map(told).find((name) => name !== null) ?? null),
    nafCode: told(nafCode),
    communeCode: /^(\d{2}|2[AB])\d{3}$/.test(communeCode ?? '') ? (communeCode as string) : null,
    closed: state === 'F' || state === 'C',
    partial,
  };
}
