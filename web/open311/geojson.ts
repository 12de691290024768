import type { Hazard } from '../../core/hazard.ts';
import { extension, serviceRequest, type Showing } from './service-request.ts';

/**
 * Hazards as a FeatureCollection (RFC 7946): WGS-84, longitude first, no geometry where the spot is unknown. The properties
 * are those of a request.
 */
export function featureCollection(hazards: readonly Hazard[], showing: Showing) {
  return {
    type: 'FeatureCollection',
    features: hazards.map((hazard) => {
      const { lat, long, ...properties } = serviceRequest(hazard, showing);
      return {
        type: 'Feature',
        id: hazard.number,
        geometry: lat === null || long === null ? null : { type: 'Point', coordinates: [long, lat] },
        properties: { ...properties, qunfang: extension(hazard, showing) },
      };
    }),
  };
}
