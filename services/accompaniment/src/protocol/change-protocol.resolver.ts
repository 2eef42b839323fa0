import type { SubgraphContext } from '@ancrage/subgraph';
import { Arg, Ctx, ID, Int, Mutation, Resolver } from 'type-graphql';
import { PresentOwnersInput, WelcomeProtocolInput } from './protocol.input.js';
import { ProtocolResult } from './protocol.result.js';
import { PROTOCOL_SOURCE } from './protocol-step.enums.js';
import { discardDraft, publishDraft, saveDraft } from './save-draft.js';
import { type ProtocolSource, startDraft } from './start-draft.js';

@Resolver()
export class ChangeProtocolResolver {
  @Mutation(() => ProtocolResult, {
    description: 'Begins a draft; refused while there is one. Agents only.',
  })
  startWelcomeProtocol(
    @Arg('source', () => PROTOCOL_SOURCE) source: ProtocolSource,
    @Arg('territoryId', () => ID, { nullable: true, description: 'Needed for TERRITORY.' })
    territoryId: string | null,
    @Ctx() context: SubgraphContext,
  ): Promise<typeof ProtocolResult> {
    return startDraft(context, source, territoryId);
  }

  @Mutation(() => ProtocolResult, { description: 'Writes a whole draft. Agents only.' })
  saveWelcomeProtocol(
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int, { description: 'Of the draft as it was read.' }) version: number,
    @Arg('input', () => WelcomeProtocolInput) input: WelcomeProtocolInput,
    @Ctx() context: SubgraphContext,
  ): Promise<typeof ProtocolResult> {
    return saveDraft(context, { id, version }, input);
  }

  @Mutation(() => ProtocolResult, {
    description:
      'Puts a draft in force for new cases and retires the version before; cases that run keep theirs. Refused when a step’s owner is not among those who are there. Agents only.',
  })
  publishWelcomeProtocol(
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int, { description: 'Of the draft as it was read.' }) version: number,
    @Arg('present', () => PresentOwnersInput) present: PresentOwnersInput,
    @Ctx() context: SubgraphContext,
  ): Promise<typeof ProtocolResult> {
    return publishDraft(context, { id, version }, present);
  }

  @Mutation(() => ProtocolResult, { description: 'Throws a draft away. Agents only.' })
  discardWelcomeProtocol(
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int, { description: 'Of the draft as it was read.' }) version: number,
    @Ctx() context: SubgraphContext,
  ): Promise<typeof ProtocolResult> {
    return discardDraft(context, { id, version });
  }
}
