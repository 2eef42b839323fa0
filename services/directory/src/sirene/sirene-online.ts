import {
  type Establishment,
  establishmentOf,
  type SireneSource,
  SireneUnavailable,
} from './establishment.js';

const WAIT_MS = 4000;
const MOST_BYTES = 1_000_000;
const CLOSED_OR_NOT = { A: 'A', F: 'F', C: 'F' } as Record<string, string>;

interface InseeAnswer {
  etablissement?: {
    statutDiffusionEtablissement?: string;
    adresseEtablissement?: { codeCommuneEtablissement?: string };
    uniteLegale?: {
      denominationUniteLegale?: string;
      nomUniteLegale?: string;
      prenomUsuelUniteLegale?: string;
      statutDiffusionUniteLegale?: string;
    };
    periodesEtablissement?: {
      dateFin?: string | null;
      etatAdministratifEtablissement?: string;
      denominationUsuelleEtablissement?: string;
      enseigne1Etablissement?: string;
      activitePrincipaleEtablissement?: string;
    }[];
  };
}

interface SearchAnswer {
  results?: {
    nom_complet?: string;
    statut_diffusion?: string;
    siege?: SearchPlace;
    matching_etablissements?: SearchPlace[];
  }[];
}
interface SearchPlace {
  siret?: string;
  nom_commercial?: string;
  liste_enseignes?: string[] | null;
  activite_principale?: string;
  commune?: string;
  etat_administratif?: string;
  statut_diffusion_etablissement?: string;
}

/**
 * Asks over the network: with a key INSEE's own API (Sirene 3.11: /siret/{siret}), without one the State's public search
 * of enterprises (/search?q={siret}). Only the SIRET leaves.
 */
export class SireneOnline implements SireneSource {
  /** @param url where it is, without a slash at its end */
  constructor(
    private readonly url: string,
    private readonly key: string | null,
    private readonly waitMs = WAIT_MS,
  ) {}

  async find(siret: string): Promise<Establishment | null> {
    if (this.key) {
      const answer = await this.ask<InseeAnswer>(`/siret/${siret}`, {
        'X-INSEE-Api-Key-Integration': this.key,
      });
      return answer && fromInsee(siret, answer);
    }
    const answer = await this.ask<SearchAnswer>(`/search?q=${siret}&per_page=1`, {});
    return answer && fromSearch(siret, answer);
  }

  private async ask<Answer>(path: string, headers: Record<string, string>): Promise<Answer | null> {
    try {
      const response = await fetch(this.url + path, {
        headers: { accept: 'application/json', ...headers },
        redirect: 'error',
        signal: AbortSignal.timeout(this.waitMs),
      });
      if (response.status === 404) return null;
      if (!response.ok) throw new SireneUnavailable(`it answered ${response.status}`);
      const text = await response.text();
      if (text.length > MOST_BYTES) throw new SireneUnavailable('its answer is too long');
      return JSON.parse(text) as Answer;
    } catch (error) {
      throw error instanceof SireneUnavailable ? error : new SireneUnavailable((error as Error).message);
    }
  }
}

function fromInsee(siret: string, { etablissement }: InseeAnswer): Establishment | null {
  if (!etablissement) return null;
  const { uniteLegale: unit, periodesEtablissement: periods = [] } = etablissement;
  const now = periods.find(({ dateFin }) => !dateFin) ?? periods[0];
  return establishmentOf({
    siret,
    diffusion: unit?.statutDiffusionUniteLegale === 'P' ? 'P' : etablissement.statutDiffusionEtablissement,
    state: now?.etatAdministratifEtablissement,
    names: [
      now?.denominationUsuelleEtablissement,
      now?.enseigne1Etablissement,
      unit?.denominationUniteLegale,
      [unit?.prenomUsuelUniteLegale, unit?.nomUniteLegale].filter(Boolean).join(' '),
    ],
    nafCode: now?.activitePrincipaleEtablissement,
    communeCode: etablissement.adresseEtablissement?.codeCommuneEtablissement,
  });
}

function fromSearch(siret: string, { results = [] }: SearchAnswer): Establishment | null {
  for (const unit of results) {
    const place = [...(unit.matching_etablissements ?? []), unit.siege].find((each) => each?.siret === siret);
    if (!place) continue;
    const hidden = [unit.statut_diffusion, place.statut_diffusion_etablissement].some(
      (status) => status === 'P' || status === 'N',
    );
    return establishmentOf({
      siret,
      diffusion: hidden ? 'P' : 'O',
      state: CLOSED_OR_NOT[place.etat_administratif ?? ''],
      names: [place.nom_commercial, place.liste_enseignes?.[0], unit.nom_complet],
      nafCode: place.activite_principale,
      communeCode: place.commune,
    });
  }
  return null;
}
