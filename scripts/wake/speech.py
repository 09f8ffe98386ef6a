"""Synthetic speech for training: espeak-ng, flite and festival read house sentences, words and nonsense in many voices.

    python3 speech.py --text ../shared/data/text --out /tmp/wake/tts --count 10600
"""
import argparse
import csv
import io
import pathlib
import random
import re
import subprocess
import tempfile
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import soundfile
from scipy.signal import resample_poly

DICTIONARY = '/usr/share/festival/dicts/cmu/cmudict-0.4.out'
ENGLISH = 'en-gb en-us en-gb-scotland en-gb-x-gbclan en-gb-x-rp en-gb-x-gbcwmd en-029 en-us-nyc'.split()
ACCENTS = 'de fr-fr es it nl pl sv pt ru hi cs fi tr ro hu da nb el'.split()
FLITE = {'awb': 130, 'rms': 100, 'slt': 180, 'kal16': 110}  # voice: usual pitch in Hz
FESTIVAL = {'kal_diphone': 105, 'ked_diphone': 105, 'cmu_us_slt_arctic_hts': 180}
KEPT_OUT = re.compile(r'comput|view|glass')  # wake words of the evaluation


def texts(folder):
    """(sentences, words): what people say to a house, and every word of the dictionary."""
    folder = pathlib.Path(folder)
    rows = csv.reader(open(folder / 'hwu_small_train.csv', encoding='utf8'))
    sentences = [row[2] for row in rows if len(row) > 2]
    words = re.findall(r'^\("([a-z]{3,12})"', open(DICTIONARY).read(), re.M)
    keep = lambda all_: sorted({text.strip().lower() for text in all_ if not KEPT_OUT.search(text.lower())} - {''})
    return [text for text in keep(sentences) if len(text) < 70], keep(words)


def some_text(sentences, words, chance):
    """A sentence, or one to five words in no order."""
    if chance.random() < 0.4:
        return chance.choice(sentences)
    return ' '.join(chance.choice(words) for _ in range(chance.choice([1, 1, 2, 2, 3, 4, 5])))


def variants():
    """Voices of espeak-ng; those that whisper or croak teach nothing about speech."""
    listed = subprocess.run(['espeak-ng', '--voices=variant'], capture_output=True, text=True).stdout
    return [each for each in re.findall(r'!v/(\S+)', listed) if not re.search('whisper|croak|fast', each)]


def espeak(text, chance, variants):
    voice = chance.choice(ENGLISH if chance.random() < 0.7 else ACCENTS)
    if chance.random() < 0.93:
        voice += '+' + chance.choice(variants)
    pitch, speed = str(chance.randint(15, 85)), str(chance.randint(115, 215))
    wav = subprocess.run(
        ['espeak-ng', '-v', voice, '-p', pitch, '-s', speed, '-z', '--stdout', text], capture_output=True
    ).stdout
    return resample_poly(np.frombuffer(wav[44 : len(wav) // 2 * 2], np.int16).astype(np.float32), 320, 441)


def flite(text, chance):
    voice = chance.choice(list(FLITE))
    with tempfile.NamedTemporaryFile(suffix='.wav') as file:
        stretch, pitch = chance.uniform(0.75, 1.35), FLITE[voice] * chance.uniform(0.8, 1.3)
        options = ['--setf', f'duration_stretch={stretch:.2f}', '--setf', f'int_f0_target_mean={pitch:.0f}']
        subprocess.run(['flite', '-voice', voice, *options, '-t', text, '-o', file.name], capture_output=True)
        return at_16k(file.name)


def festival(text, chance, folder):
    """Twenty texts in one voice."""
    voice = chance.choice(list(FESTIVAL))
    lines = [f'(voice_{voice})']
    for i, each in enumerate(text):
        lines.append(f"(Parameter.set 'Duration_Stretch {chance.uniform(0.75, 1.35):.2f})")
        if 'hts' not in voice:
            mean, spread = FESTIVAL[voice] * chance.uniform(0.75, 1.4), chance.uniform(8, 25)
            lines.append(
                f"(set! int_lr_params '((target_f0_mean {mean:.0f}) (target_f0_std {spread:.0f})"
                ' (model_f0_mean 170) (model_f0_std 34)))'
            )
        lines.append(f'(utt.save.wave (utt.synth (Utterance Text "{each}")) "{folder}/{i}.wav" \'riff)')
    subprocess.run(['festival', '--pipe'], input='\n'.join(lines).encode(), capture_output=True)
    return [at_16k(path) for path in sorted(pathlib.Path(folder).glob('*.wav'))]


def at_16k(path):
    try:
        samples, rate = soundfile.read(path, dtype='float32')
    except RuntimeError:  # the engine could not say it
        return np.zeros(0, np.float32)
    return resample_poly(samples * 32767, 16000, rate) if rate != 16000 else samples * 32767


def trimmed(samples):
    loud = np.flatnonzero(np.abs(samples) > max(np.abs(samples).max(initial=0) * 0.02, 30))
    return samples[max(0, loud[0] - 160) : loud[-1] + 320] if len(loud) else samples[:0]


def synthesise(text_folder, out, count, seed=1):
    """Writes `count` clips as clip-*.npz parts of 500; two thirds espeak-ng, the rest flite and festival."""
    out = pathlib.Path(out)
    out.mkdir(parents=True, exist_ok=True)
    sentences, words = texts(text_folder)
    voices = variants()

    def part(number):
        chance = random.Random(seed * 1000 + number)
        clips = []
        for _ in range(330):
            clips.append(espeak(some_text(sentences, words, chance), chance, voices))
        for _ in range(110):
            clips.append(flite(some_text(sentences, words, chance), chance))
        for _ in range(3):
            with tempfile.TemporaryDirectory() as folder:
                clips += festival([some_text(sentences, words, chance) for _ in range(20)], chance, folder)
        clips = [trimmed(clip) for clip in clips]
        clips = [np.clip(clip, -32768, 32767).astype(np.int16) for clip in clips if 2400 < len(clip) < 160000]
        buffer = io.BytesIO()
        np.savez(buffer, samples=np.concatenate(clips), lengths=[len(clip) for clip in clips])
        (out / f'clips-{number:03}.npz').write_bytes(buffer.getvalue())
        print(number, len(clips), round(sum(map(len, clips)) / 16000), 's', flush=True)

    with ThreadPoolExecutor(2) as pool:
        list(pool.map(part, range(-(-count // 500))))


def load(folder, parts=None):
    clips = []
    for path in sorted(pathlib.Path(folder).glob('clips-*.npz'))[:parts]:
        file = np.load(path)
        clips += np.split(file['samples'], np.cumsum(file['lengths'])[:-1])
    return clips


if __name__ == '__main__':
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument('--text', required=True)
    options.add_argument('--out', required=True)
    options.add_argument('--count', type=int, default=10600)
    options = options.parse_args()
    synthesise(options.text, options.out, options.count)
