import { join } from 'node:path';
import { installedSpeechModels } from '../voice/recogniser/speech-model.ts';
import { installedVoices } from '../voice/sound/piper.ts';

/** Lines on the voices and speech models that the owner has put into the folder of the networks, and where they go. */
export async function ownersNetworks(models: string): Promise<readonly string[]> {
  const voices = (await installedVoices(models)).map(({ folder, language, files }) => {
    if (files === null) return `✗ voice ${folder}: an .onnx file, tokens.txt or espeak-ng-data/ is missing.`;
    if (language === '')
      return `✗ voice ${folder}: which language? Name the folder like en_US-amy or de_DE-thorsten.`;
    return `✓ voice ${folder}: Piper, speaks ${language}`;
  });
  const speech = (await installedSpeechModels(models, 'en')).map(({ folder, files }) =>
    files === null
      ? `✗ speech model ${folder}: its files are neither those of a zipformer nor of a Whisper.`
      : `✓ speech model ${folder}: ${files.kind}, used where the settings say sherpa-onnx`,
  );
  return [
    ...(voices.length > 0
      ? voices
      : [
          `  voice: espeak-ng speaks. A Piper voice for sherpa-onnx goes into ${join(models, 'voices')}, in a folder of its own.`,
        ]),
    ...(speech.length > 0
      ? speech
      : [
          `  commands: PocketSphinx. A zipformer or Whisper for sherpa-onnx goes into ${join(models, 'speech')}, likewise.`,
        ]),
  ];
}
