import type { Inventory } from './frames.js';

/** Says to whoever opens the archive what is in it and how it is read. */
export function readme(
  { slug, name }: { slug: string; name: string },
  madeAt: Date,
  services: readonly Inventory[],
): string {
  const lines = services.map(({ service, tables, files }) => {
    const rows = Object.values(tables).reduce((sum, count) => sum + count, 0);
    return `  ${service}/  ${rows} lignes en ${Object.keys(tables).length} tables, ${files} fichiers`;
  });
  const withheld = services.flatMap((inventory) => inventory.withheld);
  return `${name} (${slug})
Copie entière du territoire, faite le ${madeAt.toISOString()}.

${lines.join('\n')}

Chaque table est un fichier de lignes JSON (UTF-8, une ligne par enregistrement, dans l'ordre de sa clé) ; les dates et
les heures sont celles de PostgreSQL. Une colonne qui tenait un fichier donne son chemin sous files/.
manifest.json dit la version du schéma de chaque service, le nombre de lignes de chaque table, la taille et l'empreinte
SHA-256 de chaque fichier : ce qui manque ou a changé se voit.

Ne sont pas dans cette copie les colonnes qui laisseraient entrer quelqu'un :
${withheld.map((column) => `  ${column}`).join('\n') || '  (aucune)'}

Cette copie contient des données personnelles : elle se conserve, se transmet et se détruit comme elles.

--
Whole copy of the territory. One file of JSON lines per table and service; manifest.json has the number of rows of each
table and the SHA-256 of each file. It holds personal data: keep it, pass it on and destroy it accordingly.
`;
}
