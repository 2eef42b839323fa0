import { formatNumber } from '#lib/format/figures.ts';
import type { OperatedTerritoryQuery, WelcomeReadinessQuery } from '#lib/graphql/generated/graphql.ts';
import { memberRoutes } from '#lib/member-routes.ts';
import { m } from '#lib/paraglide/messages.js';

type Territory = NonNullable<OperatedTerritoryQuery['operatedTerritory']>;

/** One thing that a territory needs before it is shown around. */
export type Check = {
  key: string;
  done: boolean;
  label: string;
  /** What is known of it, or what to do. */
  detail: string;
  /** Where it is done, on the territory's own site. */
  href?: string;
};

/** Where the territory's site is; beside this one in a local run. */
export function siteOf({ slug, hosts }: Pick<Territory, 'slug' | 'hosts'>, here: URL): string {
  return hosts[0] && !here.hostname.endsWith('localhost')
    ? `${here.protocol}//${hosts[0]}`
    : `${here.protocol}//${slug}.localhost${here.port && `:${here.port}`}`;
}

/** What is ready, and what is still to be done, from what the services know. */
export function readinessOf({
  territory,
  offer,
  welcome,
  administrators,
  site,
}: {
  territory: Territory;
  offer: OperatedTerritoryQuery['offerReadiness'];
  welcome: WelcomeReadinessQuery['welcomeReadiness'];
  administrators: number;
  site: string;
}): Check[] {
  const { communeCount } = territory;
  const of = (known: number) =>
    m.operator_of_communes({ known: formatNumber(known), communes: formatNumber(communeCount) });
  return [
    {
      ...{ key: 'communes', done: communeCount > 0, label: m.operator_check_communes() },
      detail: formatNumber(communeCount),
    },
    {
      ...{ key: 'administrator', done: administrators > 0, label: m.operator_check_administrator() },
      detail: administrators > 0 ? formatNumber(administrators) : m.operator_todo_administrator(),
      href: '#administrateurs',
    },
    {
      ...{ key: 'presented', done: offer.presented, label: m.operator_check_presented() },
      detail: offer.presented ? m.operator_done() : m.operator_todo_presented(),
      href: site + memberRoutes.settings(),
    },
    {
      ...{ key: 'sender', done: offer.answersReach, label: m.operator_check_sender() },
      detail: offer.answersReach ? m.operator_done() : m.operator_todo_sender(),
      href: site + memberRoutes.settings(),
    },
    {
      ...{
        key: 'contours',
        done: offer.officialContours === communeCount,
        label: m.operator_check_contours(),
      },
      detail: offer.officialContours === communeCount ? m.operator_done() : m.operator_todo_contours(),
    },
    {
      ...{ key: 'facilities', done: offer.facilities > 0 && !offer.demonstration },
      label: m.operator_check_facilities(),
      detail: facilitiesOf(offer),
      href: site + memberRoutes.imports(),
    },
    {
      ...{
        key: 'broadband',
        done: offer.broadbandCommunes === communeCount,
        label: m.operator_check_broadband(),
      },
      detail: of(offer.broadbandCommunes),
      href: site + memberRoutes.imports(),
    },
    {
      ...{ key: 'protocol', done: welcome.protocolPublished, label: m.operator_check_protocol() },
      detail: welcome.protocolPublished ? m.operator_done() : m.operator_todo_protocol(),
      href: site + memberRoutes.protocols(),
    },
    {
      ...{ key: 'session', done: welcome.sessions > 0, label: m.operator_check_session() },
      detail: welcome.sessions > 0 ? formatNumber(welcome.sessions) : m.operator_todo_session(),
      href: site + memberRoutes.sessions(),
    },
  ];
}

function facilitiesOf({ facilities, demonstration }: OperatedTerritoryQuery['offerReadiness']): string {
  if (facilities === 0) {
    return m.operator_todo_facilities();
  }
  return demonstration ? m.operator_todo_demonstration() : formatNumber(facilities);
}
