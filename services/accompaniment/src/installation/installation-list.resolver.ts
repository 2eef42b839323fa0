import type { SubgraphContext } from '@ancrage/subgraph';
import { STAFF, WRITERS } from '@ancrage/subgraph/policies';
import { MaxLength } from 'class-validator';
import { Args, ArgsType, Ctx, Field, Int, ObjectType, Query, Resolver } from 'type-graphql';
import { InstallationCalendarEntry, selectCalendar } from './installation-calendar.js';
import {
  InstallationBoardArguments,
  InstallationBoardPlace,
  InstallationRecordsArguments,
} from './installation-list.input.js';
import { selectBoard, selectInstallations } from './installation-list.queries.js';
import { InstallationRecord, InstallationRecordConnection } from './installation-record.js';

const PER_PLACE = 8;

@ObjectType({ description: 'One place of the board, and who stands there.', simpleResolvers: true })
class InstallationBoardColumn {
  @Field(() => InstallationBoardPlace)
  place!: InstallationBoardPlace;

  @Field(() => Int, { description: 'How many match at this place.' })
  count!: number;

  @Field(() => [InstallationRecord], { description: `The first ${PER_PLACE}: the most urgent ones.` })
  records!: InstallationRecord[];
}

@ArgsType()
class CalendarArguments {
  @Field(() => String, { description: 'As 2026-11.' })
  @MaxLength(7)
  month!: string;

  @Field(() => Boolean, { defaultValue: false, description: 'True: what the viewer does or leads alone.' })
  mine!: boolean;
}

@Resolver()
export class InstallationListResolver {
  @Query(() => InstallationRecordConnection, {
    description:
      'Cases of the territory, of households that are planned, settled or have given up. Agents only.',
  })
  installationRecords(
    @Args(() => InstallationRecordsArguments) page: InstallationRecordsArguments,
    @Ctx() context: SubgraphContext,
  ): Promise<InstallationRecordConnection> {
    context.requireRole(...WRITERS);
    return selectInstallations(context, page);
  }

  @Query(() => [InstallationBoardColumn], {
    description: `Cases by the phase of their next step, at most ${PER_PLACE} a place. Agents only.`,
  })
  async installationBoard(
    @Args(() => InstallationBoardArguments) asked: InstallationBoardArguments,
    @Ctx() context: SubgraphContext,
  ): Promise<InstallationBoardColumn[]> {
    context.requireRole(...WRITERS);
    const placed = Map.groupBy(await selectBoard(context, asked, PER_PLACE), ({ place }) => place);
    return Object.values(InstallationBoardPlace).map((place) => {
      const records = placed.get(place) ?? [];
      return { place, count: records[0]?.matching ?? 0, records };
    });
  }

  @Query(() => [InstallationCalendarEntry], {
    description:
      'Steps, arrivals and follow-ups of a month, in order, at most 1,000. Members; contributors get the steps given to them, others but agents nothing.',
  })
  installationCalendar(
    @Args(() => CalendarArguments) { month, mine }: CalendarArguments,
    @Ctx() context: SubgraphContext,
  ): Promise<InstallationCalendarEntry[]> {
    context.requireRole(...STAFF);
    return selectCalendar(context, month, mine);
  }
}
