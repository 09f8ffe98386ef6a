import type { Phrase } from './phrase.ts';
import type { GrammarTrouble, PhraseBlock, Placed } from './phrase-file.ts';
import { MOST_PARTS, partsOf } from './phrase-size.ts';

/** Names that may be used. `intents` and `slots` are null where a file may choose its own. */
export interface Vocabulary {
  readonly lists: ReadonlySet<string>;
  readonly intents: ReadonlySet<string> | null;
  readonly slots: ReadonlySet<string> | null;
}

export interface CheckedPhrases {
  readonly rules: ReadonlyMap<string, Phrase>;
  readonly blocks: readonly PhraseBlock[];
  readonly troubles: readonly GrammarTrouble[];
}

/**
 * Keeps the rules and templates that hold: every name is known, no rule comes back to itself, and what they say is not endless
 * when their rules are written out. The others are told.
 */
export function checkPhrases(
  rules: ReadonlyMap<string, Placed<Phrase>>,
  blocks: readonly PhraseBlock[],
  vocabulary: Vocabulary,
): CheckedPhrases {
  const check = new PhraseCheck(rules, vocabulary);
  const kept = blocks.map((block) => check.block(block)).filter((block) => block.sentences.length > 0);
  const sound = [...rules]
    .filter(([name]) => check.isSound(name))
    .map(([name, { value }]) => [name, value] as const);
  return { rules: new Map(sound), blocks: kept, troubles: check.troubles };
}

class PhraseCheck {
  readonly troubles: GrammarTrouble[] = [];
  readonly #rules: ReadonlyMap<string, Placed<Phrase>>;
  readonly #vocabulary: Vocabulary;
  readonly #verdicts = new Map<string, 'open' | 'sound' | 'broken'>();
  readonly #partsOfRules = new Map<string, number>();

  constructor(rules: ReadonlyMap<string, Placed<Phrase>>, vocabulary: Vocabulary) {
    this.#rules = rules;
    this.#vocabulary = vocabulary;
  }

  block(block: PhraseBlock): PhraseBlock {
    const { intents, slots } = this.#vocabulary;
    const wrongSlot = Object.keys(block.fixed).find((slot) => slots?.has(slot) === false);
    const isUnknown = block.intent === '' || intents?.has(block.intent) === false;
    const [first] = block.sentences;
    if (first !== undefined && isUnknown) this.#tell(first, `there is no intent called "${block.intent}"`);
    if (first !== undefined && wrongSlot !== undefined)
      this.#tell(first, `there is no slot called "${wrongSlot}"`);
    if (isUnknown || wrongSlot !== undefined) return { ...block, sentences: [] };
    return { ...block, sentences: block.sentences.filter((sentence) => this.#holds(sentence)) };
  }

  isSound(name: string): boolean {
    const verdict = this.#verdicts.get(name);
    const rule = this.#rules.get(name);
    if (verdict !== undefined || rule === undefined) return verdict === 'sound';
    this.#verdicts.set(name, 'open');
    const isSound = this.#holds(rule) && this.#verdicts.get(name) === 'open';
    this.#verdicts.set(name, isSound ? 'sound' : 'broken');
    this.#partsOfRules.set(name, partsOf(rule.value, this.#partsOfRules));
    return isSound;
  }

  #holds(phrase: Placed<Phrase>): boolean {
    // Every part is looked at, so that one look tells of all mistakes.
    const holds = leavesOf(phrase.value)
      .map((leaf) => this.#leafHolds(leaf, phrase))
      .every(Boolean);
    if (!holds || partsOf(phrase.value, this.#partsOfRules) <= MOST_PARTS) return holds;
    return this.#tell(phrase, `it has more than ${MOST_PARTS} parts when its rules are written out`);
  }

  #leafHolds(leaf: Phrase, place: Placed<Phrase>): boolean {
    if (leaf.kind === 'slot') {
      const { lists, slots } = this.#vocabulary;
      if (!lists.has(leaf.list)) return this.#tell(place, `there is no list called "${leaf.list}"`);
      if (leaf.slot !== '' && slots?.has(leaf.slot) === false)
        return this.#tell(place, `there is no slot called "${leaf.slot}"`);
    }
    if (leaf.kind !== 'rule') return true;
    const rule = this.#rules.get(leaf.rule);
    if (rule === undefined) return this.#tell(place, `there is no rule called <${leaf.rule}>`);
    if (this.#verdicts.get(leaf.rule) !== 'open') return this.isSound(leaf.rule);
    this.#verdicts.set(leaf.rule, 'broken');
    return this.#tell(rule, `the rule <${leaf.rule}> comes back to itself`);
  }

  #tell({ where }: Placed<Phrase>, what: string): false {
    const trouble = {
      what: `${where}: ${what}.`,
      advice: 'Correct it; what uses it is left out until then.',
    };
    if (!this.troubles.some((known) => known.what === trouble.what)) this.troubles.push(trouble);
    return false;
  }
}

function leavesOf(phrase: Phrase): readonly Phrase[] {
  return phrase.kind === 'all' || phrase.kind === 'one' ? phrase.items.flatMap(leavesOf) : [phrase];
}
