import { findPlace } from '../../core/find-place.ts';
import { hazardArea } from '../../core/hazard-owner.ts';
import { matterRoute, type RouteAsk, wasViolent } from '../../core/matter-route.ts';
import type { Matter } from '../../core/matter.ts';
import { traceMatter, type Work } from '../work.ts';
import { offerMatter } from './offer-matter.ts';
import { privateRules } from './rules.ts';

/**
 * Looks at what was handed in, by rules that can be read, and offers it to the first room that fits. Nobody decides on anything
 * here but whom to ask: the mediator who takes it does.
 * @param matter locked, and in the state `reported`
 */
export async function screenMatter(work: Work, matter: Matter): Promise<Matter> {
  const ask = routeAsk(work, matter);
  const route = matterRoute(privateRules(work).rooms, ask);
  const urgent = matter.urgent || ask.danger !== null || wasViolent(ask);
  const screened: Matter = { ...matter, urgent, stop: 0, body: { ...matter.body, route } };
  await traceMatter(work, matter, 'matter_screened', null, { stops: route.length, urgent });
  return offerMatter(work, screened);
}

/** What decides on its way: what it is about, where, how much, how many, what was asked for. */
export function routeAsk(work: Pick<Work, 'zone'>, { kind, body }: Matter): RouteAsk {
  const { places } = work.zone;
  const named = places.find(({ id }) => id === body.placeId) ?? null;
  const place = named ?? findPlace(places, { text: body.placeWords });
  const where = hazardArea(places, place, null);
  return {
    kind,
    about: body.about,
    where: { names: body.area === '' ? where.names : [body.area, ...where.names], placeCode: where.placeCode },
    sumYuan: body.sumYuan,
    people: body.people,
    wishRoom: body.wish.room,
    danger: body.danger,
  };
}
