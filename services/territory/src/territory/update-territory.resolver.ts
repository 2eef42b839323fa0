import type { SubgraphContext } from '@ancrage/subgraph';
import { NotFoundError } from '@ancrage/subgraph/errors';
import type { FieldProblem } from '@ancrage/subgraph/field-problem';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { Basemap, type StyleAddressProblem, sayStyleAddressProblem, styleAddressProblem } from './basemap.js';
import { readMailSender } from './mail-sender.js';
import { Territory } from './territory.entity.js';
import { loadTerritory } from './territory.queries.js';
import { UpdateTerritoryResult } from './territory.types.js';
import { type ThemeProblem, themeProblems } from './theme-contrast.js';
import { UpdateTerritoryInput } from './update-territory.input.js';

@Resolver()
export class UpdateTerritoryResolver {
  /** @param mailDomains the setting MAIL_DOMAINS: of which a territory may write from an address of its own */
  constructor(private readonly mailDomains: readonly string[]) {}

  @Mutation(() => UpdateTerritoryResult, {
    description: 'Changes the settings of the request’s territory. Its administrators only.',
  })
  async updateTerritory(
    @Arg('input', () => UpdateTerritoryInput) input: UpdateTerritoryInput,
    @Ctx() context: SubgraphContext,
  ) {
    context.requireRole('ADMINISTRATOR', 'OPERATOR');
    const id = context.requireTerritory();
    const { em } = context;
    return em.transactional(async (transaction) => {
      const territory = await transaction.findOne(Territory, { id });
      if (!territory) throw new NotFoundError("Ce territoire n'existe pas.");
      const problems = apply(territory, input, context.origin.locale);
      if (input.mailSender) {
        const read = readMailSender(input.mailSender, this.mailDomains, context.origin.locale);
        territory.mailSender = { ...read.sender };
        problems.push(...read.problems);
      }
      if (problems.length > 0) {
        transaction.clear();
        return { __typename: 'TerritoryRefused' as const, problems };
      }
      await transaction.flush();
      return {
        __typename: 'TerritoryUpdated' as const,
        territory: { ...(await loadTerritory(context, id)), ...settingsOf(territory) },
      };
    });
  }
}

const settingsOf = ({
  name,
  theme,
  locales,
  defaultLocale,
  texts,
  basemap,
  basemapStyle,
  mailSender,
}: Territory) => ({
  name,
  theme,
  locales,
  defaultLocale,
  texts,
  basemap,
  basemapStyle,
  mailSender,
});

/** Changes the entity and says what is wrong with the result. */
function apply(territory: Territory, input: UpdateTerritoryInput, locale: string): FieldProblem[] {
  territory.name = input.name?.trim() || territory.name;
  territory.locales = [...new Set(input.locales ?? territory.locales)];
  territory.defaultLocale = input.defaultLocale ?? territory.defaultLocale;
  if (input.theme)
    territory.theme = { accent: input.theme.accent, paper: input.theme.paper, ink: input.theme.ink };
  if (input.texts) {
    const changed = input.texts.map(({ locale: language, tagline, presentation }) => [
      language,
      { tagline, presentation },
    ]);
    territory.texts = { ...territory.texts, ...Object.fromEntries(changed) };
  }
  const unusable = applyBasemap(territory, input);
  const problems = themeProblems(territory.theme).map((problem) => ({
    field: `theme.${problem.field}`,
    message: say(problem, locale),
  }));
  if (!territory.locales.includes(territory.defaultLocale)) {
    const message =
      locale === 'en'
        ? 'The main language must be one of the languages of the site.'
        : 'La langue principale doit faire partie des langues du site.';
    problems.push({ field: 'defaultLocale', message });
  }
  if (unusable) problems.push({ field: 'basemapStyle', message: sayStyleAddressProblem(unusable, locale) });
  return problems;
}

/** A style of one's own is kept for that choice alone: the others ask nobody for anything of it. */
function applyBasemap(
  territory: Territory,
  { basemap, basemapStyle }: UpdateTerritoryInput,
): StyleAddressProblem | null {
  if (basemap === undefined && basemapStyle === undefined) return null;
  territory.basemap = basemap ?? territory.basemap;
  territory.basemapStyle =
    territory.basemap === Basemap.CUSTOM ? (basemapStyle ?? territory.basemapStyle)?.trim() : null;
  return territory.basemap === Basemap.CUSTOM ? styleAddressProblem(territory.basemapStyle) : null;
}

function say({ kind, contrast }: ThemeProblem, locale: string): string {
  if (kind === 'NOT_A_COLOUR')
    return locale === 'en' ? 'Write the colour as #rrggbb.' : 'Écrivez la couleur sous la forme #rrvvbb.';
  return locale === 'en'
    ? `Contrast with the background is ${contrast}:1; 4.5:1 is needed to be readable.`
    : `Le contraste avec le fond est de ${String(contrast).replace('.', ',')}:1 ; il faut 4,5:1 pour être lisible.`;
}
