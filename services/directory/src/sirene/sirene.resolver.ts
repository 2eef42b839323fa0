import type { SubgraphContext } from '@ancrage/subgraph';
import { WRITERS } from '@ancrage/subgraph/policies';
import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import { type Establishment, type SireneSource, SireneUnavailable } from './establishment.js';
import { SireneAnswer, SireneState } from './sirene.js';
import { bareSiret, isSiret } from './siret.js';

@Resolver()
export class SireneResolver {
  constructor(private readonly source: SireneSource | null) {}

  @Query(() => SireneAnswer, {
    description:
      'Looks a SIRET up, to fill in a form with what is official. Nothing of it is kept. Agents only.',
  })
  async sireneEstablishment(
    @Arg('siret', () => String, { description: 'Blanks do not matter.' }) given: string,
    @Ctx() context: SubgraphContext,
  ): Promise<SireneAnswer> {
    context.requireRole(...WRITERS);
    const siret = bareSiret(given.slice(0, 100)).slice(0, 20);
    if (!isSiret(siret)) return without(siret, SireneState.INVALID);
    if (!this.source) return without(siret, SireneState.OFF);
    try {
      const found = await this.source.find(siret);
      return found ? told(found) : without(siret, SireneState.NONE);
    } catch (error) {
      if (!(error instanceof SireneUnavailable)) throw error;
      context.log.warn({ err: error }, 'SIRENE did not answer');
      return without(siret, SireneState.UNAVAILABLE);
    }
  }
}

const without = (siret: string, state: SireneState): SireneAnswer => ({
  state,
  siret,
  name: null,
  nafCode: null,
  communeCode: null,
});

const told = ({ siret, name, nafCode, communeCode, closed, partial }: Establishment): SireneAnswer => ({
  state: closed ? SireneState.CLOSED : partial ? SireneState.PARTIAL : SireneState.FOUND,
  siret,
  name,
  nafCode,
  communeCode,
});
