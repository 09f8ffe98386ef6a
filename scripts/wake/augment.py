"""Makes crops of the corpus sound as in a house: room, microphone, noise, another talker, distance. The targets stay those of the clean sound."""
import numpy as np
import scipy.fft

import mel
from corpus import LEVEL, Corpus

BANKS = {}


def bank(warp):
    if warp not in BANKS:
        BANKS[warp] = mel.filters(warp)
    return BANKS[warp]


def coloured(chance, length):
    """Noise with a random slope (white to brown) and sometimes mains hum."""
    spectrum = scipy.fft.rfft(chance.standard_normal(length).astype(np.float32))
    frequency = np.arange(1, len(spectrum) + 1, dtype=np.float32)
    noise = scipy.fft.irfft(spectrum * frequency ** -chance.uniform(0, 1.2), length)
    if chance.random() < 0.2:
        base, time = chance.choice([50, 60, 100, 120]), np.arange(length) / mel.RATE
        noise = noise / noise.std() + sum(
            chance.uniform(0, 1) * np.sin(2 * np.pi * base * k * time) for k in range(1, 6)
        )
    return noise


def clatter(chance, length):
    """Dishes, keys, footsteps: knocks that ring."""
    noise = chance.standard_normal(length).astype(np.float32) * 0.003
    for _ in range(chance.integers(3, 25)):
        ring = int(chance.uniform(0.02, 0.3) * mel.RATE)
        time = np.arange(ring) / mel.RATE
        knock = chance.standard_normal(ring) * chance.uniform(0, 0.5)
        for _ in range(chance.integers(1, 6)):
            knock += np.sin(2 * np.pi * chance.uniform(200, 7000) * time + chance.uniform(0, 6))
        knock *= np.exp(-6 * time / time[-1]) * 10 ** chance.uniform(-1, 0)
        start = chance.integers(0, length - ring)
        noise[start : start + ring] += knock
    return noise


def music(chance, length):
    """Chords of plain tones with overtones; enough to be in the way."""
    time = np.arange(length) / mel.RATE
    noise = np.zeros(length)
    beat = int(chance.uniform(0.2, 0.8) * mel.RATE)
    for start in range(0, length, beat):
        part = time[: min(beat, length - start)]
        decay = np.exp(-part * chance.uniform(0.5, 6))
        for note in chance.integers(-24, 24, chance.integers(1, 4)):
            pitch = 330 * 2 ** (note / 12)
            for overtone in range(1, chance.integers(2, 8)):
                noise[start : start + len(part)] += np.sin(2 * np.pi * pitch * overtone * part) * decay / overtone
    return noise


class House:
    """An endless source of augmented batches."""

    def __init__(self, folder, shares, seed):
        self.chance = np.random.default_rng(seed)
        self.corpora = {name: Corpus(folder, name) for name in shares}
        self.names, share = list(shares), np.array(list(shares.values()))
        self.share = share / share.sum()

    def talk(self, chunks):
        """(name, samples, embeddings, warp) of a crop."""
        name = self.chance.choice(self.names, p=self.share)
        return name, *self.corpora[name].crop(self.chance, chunks)

    def noise(self, length, chunks):
        chance, kind = self.chance, self.chance.random()
        if kind < 0.5:  # recorded, at another speed, sometimes backwards
            source = self.corpora['noise'].crop(chance, min(750, chunks * 2))[0].astype(np.float32)
            positions = np.arange(length) * chance.uniform(0.7, 1.6)
            noise = np.interp(positions, np.arange(len(source)), source)
            noise = noise[::-1] if chance.random() < 0.3 else noise
        elif kind < 0.68:
            noise = coloured(chance, length)
        elif kind < 0.78:
            noise = clatter(chance, length)
        elif kind < 0.86:
            noise = music(chance, length)
        else:  # one talker or a babble of several
            noise = sum(self.talk(chunks)[1].astype(np.float32) for _ in range(chance.choice([1, 1, 2, 4, 6])))
        noise = noise - noise.mean()
        return noise / (np.sqrt(np.mean(np.square(noise))) + 1)

    def colour(self, size):
        """Frequency response of a microphone: a smooth random curve and sometimes a narrow band."""
        chance = self.chance
        octave = np.log2(np.maximum(np.arange(size) * mel.RATE / 2 / size, 50) / 50)
        decibels = np.zeros(size)
        if chance.random() < 0.7:
            decibels += np.interp(octave, np.linspace(0, 7.4, 9), chance.normal(0, chance.uniform(1, 5), 9))
            decibels += chance.normal(0, 1.5) * (octave - 4)
        if chance.random() < 0.25:
            low, high = np.log2(chance.uniform(60, 350) / 50), np.log2(chance.uniform(2600, 7800) / 50)
            decibels -= 12 * np.maximum(0, low - octave) + 24 * np.maximum(0, octave - high)
        return 10 ** (decibels / 20)

    def room(self, size):
        """Response of a room: the direct sound at once, then an exponential tail."""
        chance, response = self.chance, np.zeros(size, np.float32)
        seconds = chance.uniform(0.08, 0.6)
        tail = int(min(seconds, 0.45) * mel.RATE)
        ring = chance.standard_normal(tail) * np.exp(-6.9 * np.arange(tail) / mel.RATE / seconds)
        ring[: chance.integers(8, 80)] = 0
        response[:tail] = ring * 10 ** (-chance.uniform(0, 16) / 20) / np.sqrt(np.sum(ring**2))
        response[0] = 1
        return response

    def crop(self, chunks):
        """(rows [8 chunks, 32], targets [chunks - 9, 96])"""
        chance = self.chance
        name, clean, target, warp = self.talk(chunks)
        x = clean.astype(np.float32)
        size = scipy.fft.next_fast_len(len(x) + 7200, real=True)
        response = self.colour(size // 2 + 1).astype(np.float32)
        if chance.random() < 0.5:
            response = response * scipy.fft.rfft(self.room(size))
        x = scipy.fft.irfft(scipy.fft.rfft(x, size) * response, size)[: len(x)]
        # Back to the level before (the colour must not decide the signal-to-noise ratio).
        x *= np.sqrt(np.mean(np.square(clean[::5], dtype=np.float32)) + 1) / np.sqrt(np.mean(np.square(x[::5])) + 1)
        if chance.random() < 0.85:
            noise = self.noise(len(x), chunks) * LEVEL
            x = x + noise * 10 ** (-chance.uniform(0 if name != 'noise' else 10, 35) / 20)
        gain = 10 ** (chance.uniform(-26, 8) / 20)
        x *= gain
        x += chance.standard_normal(len(x), np.float32) * 10 ** chance.uniform(-0.3, 1)  # of the microphone
        if chance.random() < 0.06:
            x *= chance.uniform(1, 4) * 32767 / (np.abs(x).max() + 1)
        x = np.rint(np.clip(x, -32768, 32767))
        return mel.log_mel(x, bank(warp)), target

    def batch(self, crops, chunks):
        rows, targets = zip(*(self.crop(chunks) for _ in range(crops)))
        return np.stack(rows), np.stack(targets).astype(np.float32)
