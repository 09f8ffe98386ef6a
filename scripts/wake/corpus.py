"""The sound to learn from, as blocks of a minute, each with the teacher's embeddings of it: clean, at one level, in many variants.

A variant is another speaker: resampled (pitch, tempo and formants move together) and heard through stretched mel filters
(formants alone). Kept out for tests: every keyword recording, the LibriSpeech speakers with ten utterances each, half of
ESC-10, the last 20 s of the kitchen.
"""
import pathlib

import numpy as np
import soundfile
import torch
from scipy.signal import resample_poly

import mel
import speech
from teacher import Teacher

CHUNKS = 750  # of a block: 60 s
BLOCK = mel.BEFORE + CHUNKS * mel.CHUNK
EMBEDDINGS = CHUNKS - 9
LEVEL = 1500  # RMS of the louder half of a clip
WARPS = np.round(np.arange(0.82, 1.201, 0.02), 2)


def read(paths):
    return [soundfile.read(path, dtype='float32')[0] * 32767 for path in paths]


def recordings(voice):
    """{name: (clips, variants)} of real sound."""
    voice = pathlib.Path(voice)
    esc = sorted((voice / 'noise/esc10').glob('*.flac'))
    kitchen = read(voice.glob('noise/kitchen*'))[0][: 40 * mel.RATE]
    return {
        'librispeech': (read(sorted((voice / 'speech/librispeech-clean').glob('*.flac'))), 12),
        'commands': (read(sorted((voice / 'commands/speech').glob('*.*'))), 12),
        'home': (read(sorted((voice / 'home-tts').glob('*.flac'))), 4),
        'noise': (read(esc[::2]) + [kitchen], 4),
    }


def loudness(samples):
    """RMS of the louder half: of the speech, not of the pauses."""
    squares = np.sort(np.square(samples[::7], dtype=np.float64))
    return np.sqrt(squares[len(squares) // 2 :].mean() + 1e-3)


def variant(clip, chance, plain):
    if not plain:
        clip = resample_poly(clip, 100, int(round(100 * chance.uniform(0.8, 1.25))))
    return clip * (LEVEL / loudness(clip))


def blocks_of(clips, chance, plain, silence):
    """One after the other with pauses, cut into blocks."""
    parts = []
    for i in chance.permutation(len(clips)):
        pause = np.zeros(int(chance.uniform(0.1, 0.9) * mel.RATE) if silence else 0, np.float32)
        parts += [pause, variant(clips[i].astype(np.float32), chance, plain)]
    stream = np.concatenate(parts)
    stream = stream + chance.normal(0, 1, len(stream)) * chance.uniform(2, 8)
    stream = np.pad(stream, (0, -len(stream) % BLOCK), 'wrap')
    return np.clip(stream, -32768, 32767).astype(np.int16).reshape(-1, BLOCK)


def build(name, clips, variants, out, teacher, seed, silence=True):
    """Writes <name>.i16, .f16 and .warp.npy; a corpus that is there already stays."""
    out = pathlib.Path(out)
    if (out / f'{name}.warp.npy').exists():
        return
    chance, clips = np.random.default_rng(seed), clips()
    blocks = np.concatenate([blocks_of(clips, chance, i == 0, silence) for i in range(variants)])
    warps = chance.choice(WARPS, len(blocks))
    warps[: len(blocks) // variants] = 1
    with open(out / f'{name}.f16', 'wb') as file:
        for block, warp in zip(blocks, warps):
            rows = torch.from_numpy(mel.log_mel(block, mel.filters(warp)))
            file.write(teacher(rows[None])[0].numpy().astype(np.float16).tobytes())
    blocks.tofile(out / f'{name}.i16')
    np.save(out / f'{name}.warp.npy', warps)
    print(f'{name}: {len(clips)} clips, {len(blocks)} minutes', flush=True)


def spliced(clips, chance, seconds):
    """Pieces of a tenth to half a second of anyone, some backwards, joined softly: voices of people, words of nobody."""
    fade, made, total = np.linspace(0, 1, 160, dtype=np.float32), [], 0
    while total < seconds * mel.RATE:
        pieces, alone, clip = [], chance.random() < 0.5, clips[chance.integers(len(clips))]
        for _ in range(chance.integers(4, 14)):
            if not alone and chance.random() < 0.5:
                clip = clips[chance.integers(len(clips))]
            size = int(chance.uniform(0.08, 0.5) * mel.RATE)
            start = chance.integers(0, max(1, len(clip) - size))
            piece = clip[start : start + size] * (LEVEL / loudness(clip))
            piece = piece[::-1].copy() if chance.random() < 0.3 else piece
            piece[:160] *= fade
            piece[-160:] *= fade[::-1]
            if pieces:
                pieces[-1][-160:] += piece[:160]
                piece = piece[160:]
            pieces.append(piece)
        made.append(np.concatenate(pieces))
        total += len(made[-1])
    return made


class Corpus:
    def __init__(self, folder, name):
        folder = pathlib.Path(folder)
        self.warps = np.load(folder / f'{name}.warp.npy')
        self.samples = np.memmap(folder / f'{name}.i16', np.int16, 'r', shape=(len(self.warps), BLOCK))
        self.targets = np.memmap(folder / f'{name}.f16', np.float16, 'r', shape=(len(self.warps), EMBEDDINGS, 96))

    def crop(self, chance, chunks):
        """(samples, embeddings, warp) of a piece; both start at the same chunk."""
        block, start = chance.integers(len(self.warps)), chance.integers(CHUNKS - chunks + 1)
        first = start * mel.CHUNK
        samples = self.samples[block, first : first + mel.BEFORE + chunks * mel.CHUNK]
        return samples, self.targets[block, start : start + chunks - 9], self.warps[block]


def build_all(voice, synthetic, out, teacher_path, seed=1):
    pathlib.Path(out).mkdir(parents=True, exist_ok=True)
    teacher = Teacher(teacher_path)
    real = recordings(voice)
    for number, (name, (clips, variants)) in enumerate(real.items()):
        build(name, lambda: clips, variants, out, teacher, seed + number, silence=name != 'noise')
    for number in range(1, 4):
        third = lambda: speech.load(synthetic)[number - 1 :: 3]
        build(f'synthetic-{number}', third, 2, out, teacher, seed + 10 + number)
    people = real['librispeech'][0] + real['commands'][0]
    for number in range(1, 5):
        joined = lambda: spliced(people, np.random.default_rng(seed + 100 + number), 2400)
        build(f'spliced-{number}', joined, 2, out, teacher, seed + 100 + number)
