import type { SpeechEmbedding } from '../../../models/speech-embedding.ts';
import { WakeHeads } from '../../../models/wake-heads.ts';
import { Trouble } from '../../contract/trouble.ts';
import type { VoiceConfiguration, VoiceNews } from '../../contract/voice-process.ts';
import type { WakeModel } from '../../contract/wake.ts';
import { lookFor, shippedPhrase, standardPhrase, stopPhrase } from './shipped-phrases.ts';
import type { KnownPhrase } from './wake-word.ts';

/** What Lares really listens for. */
export interface KnownPhrases {
  readonly wakePhrase: string;
  /** The wake phrase, and what stops Lares. */
  readonly phrases: readonly KnownPhrase[];
  /** Where it is another phrase than the owner wishes. */
  readonly trouble: { readonly what: string; readonly advice: string } | null;
}

/**
 * The phrases of a configuration: one that was trained in this house before one that is shipped; where the wished phrase is
 * neither, the standard one.
 * @throws {Trouble} 'missing_model' when not even that is there.
 */
export async function openKnownPhrases(
  { voice, wakeModelId }: Pick<VoiceConfiguration, 'voice' | 'wakeModelId'>,
  embedding: SpeechEmbedding,
  news: Pick<VoiceNews, 'wakeModel'>,
): Promise<KnownPhrases> {
  const wished = voice.wakePhrase;
  const trained =
    wakeModelId === null ? null : await known(await news.wakeModel(wished, embedding.id), embedding);
  const wish = trained ?? (await known(await shippedPhrase(wished), embedding));
  const wake = wish ?? (await known(await shippedPhrase(standardPhrase), embedding));
  if (wake === null) throw noPhrase();
  const stop = await known(await shippedPhrase(stopPhrase), embedding);
  const phrases = stop === null || wake.phrase === stopPhrase ? [wake] : [wake, { ...stop, stops: true }];
  return { wakePhrase: wake.phrase, phrases, trouble: wish === null ? notLearnt(wished, wake.phrase) : null };
}

/** Heads that were trained for another embedding hear nothing that makes sense to them. */
async function known(model: WakeModel | null, embedding: SpeechEmbedding): Promise<KnownPhrase | null> {
  return model?.embedding === embedding.id ? openPhrase(model) : null;
}

/** A phrase with all that listens for it, as the product opens it. Throws Trouble 'damaged', 'missing_program'. */
export async function openPhrase({ network, report }: WakeModel): Promise<KnownPhrase> {
  return {
    phrase: report.phrase,
    stops: false,
    heads: await WakeHeads.open(network),
    secondLook: await lookFor(report.phrase),
    report,
  };
}

function notLearnt(wished: string, instead: string): KnownPhrases['trouble'] {
  return {
    what: `Lares has not learnt "${wished}" yet.`,
    advice: `Train it under Voice; until then Lares listens for "${instead}".`,
  };
}

function noPhrase(): Trouble {
  return new Trouble('missing_model', {
    what: 'No wake phrase is there that Lares could listen for.',
    advice: 'Install Lares again: "computer" belongs to resources/wake.',
  });
}
