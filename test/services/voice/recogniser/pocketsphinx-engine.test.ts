import { expect, test } from 'vitest';
import {
  confidenceOf,
  grammarAfterWake,
  grammarAlone,
} from '../../../../services/voice/recogniser/pocketsphinx-engine.ts';

const jsgf =
  '#JSGF V1.0;\ngrammar lares;\n<on> = turn on the light;\npublic <command> = [ please ] ( <on> );\n';
const rules = '#JSGF V1.0;\ngrammar lares;\n<on> = turn on the light;\n<command> = [ please ] ( <on> );\n';
const head = '#JSGF V1.0;\ngrammar lares;\n';

test('after the wake phrase a command may follow', () => {
  expect(grammarAfterWake(jsgf, 'hey lares')).toBe(
    `${rules}public <heard_after_wake> = hey lares [ <command> ];\n`,
  );
  expect(grammarAfterWake(head, 'computer')).toBe(`${head}public <heard_after_wake> = computer;\n`);
});

test('an awaited command comes with or without the wake phrase', () => {
  expect(grammarAlone(jsgf, 'computer')).toBe(`${rules}public <heard_alone> = [ computer ] <command>;\n`);
  expect(grammarAlone(jsgf, '')).toBe(`${rules}public <heard_alone> = <command>;\n`);
  expect(grammarAlone(head, 'computer')).toBe(`${head}public <heard_alone> = computer;\n`);
});

test('confidence is one half where a sentence is just believed', () => {
  expect([0.2, 0.7, 1.16, 5].map(confidenceOf)).toEqual([1, 1, 0.5, 0.5]);
});
