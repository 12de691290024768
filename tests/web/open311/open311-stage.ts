import { expect } from 'vitest';
import type { WebStage } from '../web-stage.ts';
import { readXml, sparkOf, wordsOf } from './read-xml.ts';

export const testKey = 'a-key-of-the-tests';

/** Asks as another system does. */
export interface Caller {
  get: (path: string, headers?: Record<string, string>) => Promise<Response>;
  /** Asks for JSON and for XML, and proves that both say the same. */
  both: (path: string, root: string, headers?: Record<string, string>) => Promise<unknown>;
  post: (
    fields: Record<string, string> | string,
    ending?: string,
    headers?: Record<string, string>,
  ) => Promise<Response>;
}

/** A caller of the stage's interface. `path`: without the ending; a question may follow it. */
export function caller(web: WebStage): Caller {
  const get: Caller['get'] = async (path, headers = {}) => web.app.request(`/open311/v2/${path}`, { headers });
  return {
    get,
    both: async (path, root, headers = {}) => {
      const [name = '', question] = path.split('?');
      const at = (ending: string): string => `${name}.${ending}${question === undefined ? '' : `?${question}`}`;
      const [json, xml] = [await get(at('json'), headers), await get(at('xml'), headers)];
      expect(json.headers.get('content-type')).toBe('application/json; charset=utf-8');
      expect(xml.headers.get('content-type')).toBe('text/xml; charset=utf-8');
      expect(xml.status).toBe(json.status);
      const value: unknown = await json.json();
      const element = readXml(await xml.text());
      expect(element.name).toBe(root);
      expect(sparkOf(element)).toEqual(wordsOf(value));
      return value;
    },
    post: async (fields, ending = 'json', headers = {}) =>
      web.app.request(`/open311/v2/requests.${ending}`, {
        method: 'POST',
        body: typeof fields === 'string' ? fields : new URLSearchParams(fields).toString(),
        headers: { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8', ...headers },
      }),
  };
}
