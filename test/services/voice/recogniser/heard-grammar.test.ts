import { expect, test } from 'vitest';
import { grammarAfterWake, grammarAlone } from '../../../../services/voice/recogniser/heard-grammar.ts';

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
