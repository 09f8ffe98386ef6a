import { describe, expect, it } from 'vitest';
import { valueReader, valueWriter } from '../../../../services/hub/devices/value-template.ts';

describe('valueReader', () => {
  const message = '{"state": "ON", "on": true, "deep": {"a b": [7, 8]}, "nothing": null}';

  it.each([
    [undefined, message],
    ['{{ value }}', message],
    ['{{value_json.state}}', 'ON'],
    ['{{- value_json.on -}}', 'True'],
    ['{{ value_json[\'deep\'] ["a b"] }}', null],
    ['{{ value_json[\'deep\']["a b"][1] | int }}', '8'],
    ['{{ value_json.deep | float(0) }}', '{"a b":[7,8]}'],
    ['{{ value_json.nothing }}', undefined],
    ['{{ value_json.constructor }}', undefined],
    ['{{ value_json.state | lower }}', null],
    ['{{ value_json.a + 1 }}', null],
    ['{% if value == "x" %}ON{% endif %}', null],
    ['{{ value }} or {{ value }}', null],
  ])('%s', (template, expected) => {
    const reader = valueReader(template);
    expect(reader === null ? null : reader(message)).toBe(expected);
  });

  it('gives nothing for a message that is no JSON', () => {
    expect(valueReader('{{ value_json.state }}')?.('ON')).toBeUndefined();
  });

  it('gives nothing for a message that is nested too deep to be written', () => {
    const deep = `{"state": ${'['.repeat(100_000)}${']'.repeat(100_000)}}`;
    expect(valueReader('{{ value_json.state }}')?.(deep)).toBeUndefined();
  });

  it('does not look into a template that is too long to be plain', () => {
    expect(valueReader(`{{ value${' '.repeat(200_000)}}}`)).toBeNull();
  });
});

describe('valueWriter', () => {
  it.each([
    [undefined, '21'],
    ['{"t": {{ value }}, "u": "{{value|float}}"}', '{"t": 21, "u": "21"}'],
    ['{{ value * 2 }}', null],
    ['{% if value %}', null],
  ])('%s', (template, expected) => {
    expect(valueWriter(template)?.('21') ?? null).toBe(expected);
  });
});
