import pc from 'picocolors';
import type { LocalSettings } from '../settings.js';

/** The accounts that the demonstration creates, and what each is for. */
const ACCOUNTS = [
  ['administration@demo.ancrage.test', 'administratrice du territoire'],
  ['agent@demo.ancrage.test', 'agent du territoire'],
  ['contributeur@demo.ancrage.test', 'contributeur (commune, partenaire)'],
  ['lecteur@demo.ancrage.test', 'lecture seule'],
  ['observation@demo.ancrage.test', 'observatrice régionale (Occitanie)'],
  ['operateur@demo.ancrage.test', 'opérateur de la plateforme'],
] as const;

/** What a person needs to know once everything runs. */
export function summary({ ports, demonstration }: LocalSettings, seconds: number): string {
  const site = `http://localhost:${ports.web}`;
  const link = (path: string) => pc.cyan(`${site}${path}`);
  const lines = [
    '',
    `  ${pc.bold(pc.green('Ancrage est prêt'))} ${pc.dim(`(${seconds.toFixed(1)} s)`)}`,
    '',
    `  Le site                ${link('/')}`,
    `  La carte               ${link('/carte')}`,
    `  L'espace de travail    ${link('/espace')}`,
    `  GraphQL                ${pc.cyan(`http://localhost:${ports.gateway}/graphql`)}`,
    '',
    `  Se connecter : ${link('/connexion')} avec une de ces adresses,`,
    `  puis le lien reçu, à lire sur ${link('/dev/mail')}`,
    ...ACCOUNTS.map(([email, role]) => `    ${email.padEnd(34)} ${pc.dim(role)}`),
    '',
    `  Arrêter : ${pc.bold('Ctrl-C')}`,
    '',
  ];
  if (demonstration) return lines.join('\n');
  const creation = '  Aucun territoire de démonstration : npm run territory';
  return lines
    .filter((line) => !/@demo|connexion|dev\/mail/.test(line))
    .concat(creation, '')
    .join('\n');
}
