import type pg from 'pg';
import { insertRows } from '../reference/load-reference.js';
import { randomFrom, uuidFrom } from './random.js';

type Example = [kind: string, tenure: string, title: string, description: string, facts: object];

/** Places such as one finds in the mountains; none of them exists. */
const EXAMPLES: Example[] = [
  [
    'COWORKING',
    'RENT',
    'La Filature, bureaux partagés',
    'Douze postes sous une verrière, deux cabines pour téléphoner, une salle de réunion.\nOuvert tous les jours, à la journée ou au mois.',
    { surface: 140, places: 12, price_euros: 160, fibre: true },
  ],
  [
    'TELECENTRE',
    'FREE',
    'Télécentre de la mairie',
    'Quatre bureaux équipés, à réserver auprès de l’accueil.',
    { surface: 45, places: 4, price_euros: 0, fibre: true },
  ],
  [
    'OFFICE',
    'RENT',
    'Bureau au-dessus de la place du marché',
    'Une pièce claire, au calme, avec vue sur les halles. Chauffage compris.',
    { surface: 22, price_euros: 210, fibre: true },
  ],
  [
    'WORKSHOP',
    'RENT',
    'Atelier de l’ancienne forge',
    'Grande hauteur sous plafond, accès de plain-pied, cour pour livrer.',
    { surface: 180, price_euros: 420, fibre: false },
  ],
  [
    'HOUSING',
    'RENT',
    'Maison de village avec jardin',
    'Trois chambres, un bureau sous les combles, un potager. À dix minutes à pied de l’école.',
    { surface: 95, price_euros: 680, fibre: true },
  ],
  [
    'HOUSING',
    'FREE',
    'Logement passerelle, trois mois pour essayer',
    'Meublé, pour une famille qui voudrait vivre ici avant de décider.',
    { surface: 62, price_euros: 0 },
  ],
  [
    'LAND',
    'SALE',
    'Terrain à bâtir, versant sud',
    'Viabilisé, desservi par une route communale.',
    { surface: 1150, price_euros: 38_000 },
  ],
];

/**
 * Gives a demonstration territory premises once, without photographs: the site draws landscapes in their place. Those
 * that nobody touched are kept from expiring.
 */
export async function demonstratePremises(client: pg.ClientBase, territoryId: string): Promise<void> {
  const { rows: communes } = await client.query<{ code: string }>(
    `select commune_code as code from territory_commune
     where territory_id = $1 and not exists (select from premises where territory_id = $1)
     order by population desc, commune_code limit 20`,
    [territoryId],
  );
  if (communes.length > 0) await insertRows(client, 'premises', examples(territoryId, communes));
  await client.query(
    `update premises set expires_on = current_date + 180
     where territory_id = $1 and demonstration and updated_at = created_at and expires_on < current_date + 60`,
    [territoryId],
  );
}

function examples(territoryId: string, communes: readonly { code: string }[]) {
  return EXAMPLES.map(([kind, tenure, title, description, facts], index) => {
    const commune = communes[Math.floor(randomFrom(territoryId, 'premises', index) * communes.length)];
    const day = new Date(Date.now() + (index % 3) * 40 * 86_400_000).toISOString().slice(0, 10);
    const at = new Date(Date.now() - index * 86_400_000).toISOString();
    return {
      id: uuidFrom(territoryId, 'premises', index),
      territory_id: territoryId,
      commune_code: commune?.code,
      kind,
      status: 'PUBLISHED',
      title,
      description,
      tenure,
      surface: null,
      places: null,
      price_euros: null,
      fibre: null,
      ...facts,
      available_from: index === 6 ? null : day,
      expires_on: new Date(Date.now() + 180 * 86_400_000).toISOString().slice(0, 10),
      demonstration: true,
      created_at: at,
      updated_at: at,
    };
  });
}
