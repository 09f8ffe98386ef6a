import { Command } from 'commander';
import { IntentName } from '../contract/intent.ts';
import { commandGrammar, type SpokenCommand } from '../voice/phrases/command-grammar.ts';
import type { PhraseFile } from '../voice/phrases/phrase-file.ts';
import { listsOf } from './ha-home.ts';
import { readLanguage, readTests, type TestFile, type TestSentence } from './ha-intents.ts';
import { printTable, writeJson } from './table.ts';

/** `understood` have the right intent and slots, `wrong` were taken for something else; the others were not understood. */
export interface IntentFigures {
  readonly sentences: number;
  readonly understood: number;
  readonly wrong: number;
}

export interface IntentReport {
  /** Sentences of the intents that Lares acts on. */
  readonly supported: IntentFigures;
  readonly byIntent: Readonly<Record<string, IntentFigures>>;
}

const NONE: IntentFigures = { sentences: 0, understood: 0, wrong: 0 };

/** `lares eval intents --language DIR --tests DIR [--json FILE]` */
export function intentsCommand(): Command {
  return new Command('intents')
    .description("measure the understanding of text with Home Assistant's sentences and tests")
    .requiredOption('--language <folder>', "Home Assistant's sentences, lists and rules of one language")
    .requiredOption('--tests <folder>', 'its tests, with _fixtures.yaml')
    .option('--json <file>', 'write the figures to a file')
    .action(async (options: { language: string; tests: string; json?: string }) => {
      const report = await evaluateIntents(options.language, options.tests);
      printTable('Intents', [
        ...Object.entries(report.byIntent).map(([intent, figures]) => row(intent, figures)),
        row('supported', report.supported),
      ]);
      if (options.json !== undefined) await writeJson(options.json, report);
    });
}

/**
 * Reads every test sentence by the product's own matcher, with the phrases of `language` and the home of each test file.
 * @throws {Trouble} when a folder has nothing in Home Assistant's layout.
 */
export async function evaluateIntents(language: string, tests: string): Promise<IntentReport> {
  const phrases = await readLanguage(language);
  const byIntent: Record<string, IntentFigures> = {};
  for (const file of await readTests(tests))
    for (const [intent, figures] of judged(phrases, file))
      byIntent[intent] = sum(byIntent[intent] ?? NONE, figures);
  const supported = Object.entries(byIntent).filter(([intent]) => IntentName.safeParse(intent).success);
  return {
    supported: supported.reduce((before, [, figures]) => sum(before, figures), NONE),
    byIntent: Object.fromEntries(Object.entries(byIntent).sort(([a], [b]) => a.localeCompare(b))),
  };
}

function judged(
  phrases: readonly PhraseFile[],
  file: TestFile,
): readonly (readonly [string, IntentFigures])[] {
  const grammar = commandGrammar(phrases, listsOf(file.home), { intents: null, slots: null });
  return file.sentences.map((sentence) => {
    const command = grammar.interpret(sentence.text, sentence.context);
    const isRight = command !== null && means(command, sentence);
    const figures = {
      sentences: 1,
      understood: isRight ? 1 : 0,
      wrong: command !== null && !isRight ? 1 : 0,
    };
    return [sentence.intent, figures];
  });
}

/** Every slot of the test is there, and none besides; a domain that the sentence implies is not told by every test. */
function means({ name, slots }: SpokenCommand, wanted: TestSentence): boolean {
  const same = (a: unknown, b: unknown) => String(a).trim().toLowerCase() === String(b).trim().toLowerCase();
  return (
    name === wanted.intent &&
    Object.entries(wanted.slots).every(([slot, value]) => same(slots[slot] ?? '', value)) &&
    Object.keys(slots).every((slot) => slot in wanted.slots || slot === 'domain')
  );
}

/** Intents that Lares acts on have a mark in the table. */
function row(intent: string, figures: IntentFigures) {
  const isSupported = IntentName.safeParse(intent).success || intent === 'supported';
  const percent = figures.sentences === 0 ? 0 : (100 * figures.understood) / figures.sentences;
  return { intent, supported: isSupported ? 'yes' : '', ...figures, percent: Number(percent.toFixed(1)) };
}

function sum(a: IntentFigures, b: IntentFigures): IntentFigures {
  return {
    sentences: a.sentences + b.sentences,
    understood: a.understood + b.understood,
    wrong: a.wrong + b.wrong,
  };
}
