import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { xmlOf } from '../../../web/open311/xml.ts';
import { readXml, sparkOf } from './read-xml.ts';

describe('XML of an answer', () => {
  it('is the specification’s own sample', () => {
    const description = "Invalid api_key received -- can't proceed with create_request.";
    expect(xmlOf('errors', [{ code: 403, description: description.replace("'", '') }])).toBe(
      '<?xml version="1.0" encoding="utf-8"?>\n' +
        '<errors><error><code>403</code><description>Invalid api_key received -- cant proceed with create_request.' +
        '</description></error></errors>\n',
    );
    expect(sparkOf(readXml(xmlOf('errors', [{ code: 403, description }])))).toEqual([{ code: '403', description }]);
  });

  it('gives back any text, whatever it holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (said) => {
        const read = readXml(xmlOf('description', said)).text;
        const writable = said.replaceAll(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '\u{FFFD}');
        expect(read).toBe(writable);
      }),
      { numRuns: 500 },
    );
  });

  it('holds markup and what looks like an end of it as text', () => {
    const said = ']]></description><script>alert("1" & \'2\')</script><!-- \u{0}\u{B}\u{D800}\u{FFFE} 𠮷 -->';
    expect(readXml(xmlOf('description', said)).text).toBe(
      ']]></description><script>alert("1" & \'2\')</script><!-- \u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD} 𠮷 -->',
    );
  });

  it('has an empty element for nothing, and for an empty list', () => {
    expect(xmlOf('service_requests', [])).toContain('<service_requests/>');
    expect(xmlOf('service_requests', [{ media_url: null, address: '' }])).toContain('<request><media_url/><address/>');
  });

  it.each(['two words', '1st', 'a:b', ''])('refuses to call an element “%s”', (name) => {
    expect(() => xmlOf(name, 'x')).toThrow('No element');
  });

  it('refuses a list whose entries nobody named', () => {
    expect(() => xmlOf('things', ['x'])).toThrow('things');
  });
});
