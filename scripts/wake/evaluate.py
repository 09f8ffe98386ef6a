"""Side by side: how well small wake-word heads work on the teacher's and on the student's embeddings.

    python3 scripts/wake/evaluate.py --data ../shared/data --teacher ../shared/models --student resources/wake/speech-embedding.onnx

Heads (ensembles of small nets over 16 embeddings, 1.28 s apart) learn from synthetic voices only; the test recordings are of people.
"""
import argparse
import pathlib
import random
import tempfile

import numpy as np
import onnx
import torch
import torch.nn as nn
from onnx import numpy_helper
from scipy.signal import fftconvolve, resample_poly

import corpus
import mel
import speech
from teacher import Teacher

FRAMES = 16
WORDS = {
    'view glass': (
        'keyword-view-glass',
        'new glass|view class|few glasses|blue grass|hue gas|you guess|view|glass|the glass|fuel gas|new class|review '
        'glance|viewpoint|fiberglass|view past|view plus|a few guests|your glasses|full glass|do you grasp|view glad|wine '
        'glass|view glow|feel less|beautiful grass|queue class|view last|who has|too fast|stew gas',
    ),
    'computer': (
        'keyword-computer-precise',
        'commuter|compute|computing|compete|competitor|compiler|company|compare|pewter|scooter|tutor|compartment|commute|'
        'confuser|user|introduce her|composer|consumer|committee|component|computation|come here|come put her|complete|'
        'compost|future|recruiter|refuse her|shooter|router|copter|polluter|combine|campus|can pick her|come to her',
    ),
}


def act(x):
    """Power of the louder half."""
    squares = np.sort(np.square(x, dtype=np.float64))
    return squares[len(squares) // 2 :].mean() + 1e-3


class Noise:
    def __init__(self, clips, chance):
        self.stream, self.chance = np.concatenate(clips).astype(np.float32), chance

    def piece(self, length):
        if length > len(self.stream):
            return np.resize(self.stream, length)
        for _ in range(5):
            start = self.chance.integers(0, len(self.stream) - length)
            piece = self.stream[start : start + length]
            if np.mean(piece**2) > 50:
                break
        return piece

    def over(self, x, decibels):
        noise = self.piece(len(x))
        return x + noise * np.sqrt(act(x) / (np.mean(noise**2) + 1) / 10 ** (decibels / 10))


def said(clip, chance, noise, talk):
    """(2.7 s with the clip near the end, where it ends): other speech, a room, noise and distance at random."""
    x = clip.astype(np.float32)
    if chance.random() < 0.8:
        x = resample_poly(x, 100, int(round(100 * chance.uniform(0.82, 1.2))))
    end = int(2.1 * mel.RATE + chance.integers(0, 1280))
    length, size = end + int(0.55 * mel.RATE), min(len(x), end)
    y, power = np.zeros(length, np.float32), act(x)
    y[end - size : end] = x[-size:]
    for likely, free in ((0.3, end - size), (0.4, length - end)):
        room = free - int(chance.uniform(0.03, 0.4) * mel.RATE)
        if chance.random() < likely and room > 1600:
            other = talk.piece(room)
            other = other * np.sqrt(power / act(other)) * chance.uniform(0.5, 1.2)
            if likely == 0.3:
                y[:room] = other
            else:
                y[-room:] = other
    if chance.random() < 0.6:
        seconds = chance.uniform(0.08, 0.6)
        time = np.arange(int(mel.RATE * min(seconds, 0.5))) / mel.RATE
        response = chance.standard_normal(len(time)) * np.exp(-6.9 * time / seconds)
        response[:8] = 0
        response *= 10 ** (-chance.uniform(0, 15) / 20) / np.sqrt(np.sum(response**2))
        response[0] = 1
        y = fftconvolve(y, response)[:length]
    if chance.random() < 0.8:
        other = noise.piece(length)
        y = y + other * np.sqrt(power / (np.mean(other**2) + 50)) / 10 ** (chance.uniform(0, 35) / 20)
    y = y + chance.standard_normal(length) * np.sqrt(power) / 10 ** (chance.uniform(25, 60) / 20)
    return np.clip(y * 10 ** (chance.uniform(-32, -1) / 20) * 32767 / (np.abs(y).max() + 1), -32768, 32767), end


def rows_of(x):
    x = np.clip(x, -32768, 32767)
    return mel.log_mel(x[: (len(x) - mel.BEFORE) // mel.CHUNK * mel.CHUNK + mel.BEFORE])


class Sets:
    """Everything that is heard, as mel rows: {set: [(rows, where the word ends or None)]}."""

    def __init__(self, data, synthetic, seed=5):
        voice, chance = pathlib.Path(data) / 'voice', np.random.default_rng(seed)
        flac = lambda folder: corpus.read(sorted((voice / folder).glob('*.*')))
        esc, kitchen = flac('noise/esc10'), corpus.read(voice.glob('noise/kitchen*'))[0]
        clean, commands = flac('speech/librispeech-clean'), flac('commands/speech')
        noise, talk = Noise(esc[::2] + [kitchen[: 40 * mel.RATE]], chance), Noise(clean[::2], chance)
        test_noise = Noise(esc[1::2] + [kitchen[40 * mel.RATE :]] * 5, chance)
        general = speech.load(synthetic, 3)[:1300]
        real = np.concatenate(clean[::2] + commands[::2])
        self.sets = {
            'general': [(rows_of(said(clip, chance, noise, talk)[0]), None) for clip in general],
            'real': [(rows_of(real), None), (rows_of(noise.over(real, 12) * 0.3), None), (rows_of(real * 0.1), None)],
            'noise': [(rows_of(np.concatenate(esc[::2]) * gain), None) for gain in (1, 0.1)]
            + [(rows_of(kitchen[: 40 * mel.RATE]), None)],
        }
        tests = np.concatenate(flac('speech/librispeech-other') + clean[1::2] + commands[1::2])
        faster, slower = resample_poly(tests, 10, 11), resample_poly(tests, 10, 9)
        quiet = np.concatenate(esc[1::2] + [kitchen[40 * mel.RATE :]])
        strange = [tests, faster, test_noise.over(slower, 10), test_noise.over(tests, 10) * 0.3, quiet, quiet * 0.2]
        self.sets['strange'] = [(rows_of(each), None) for each in strange]
        self.hours = sum(map(len, strange)) / mel.RATE / 3600
        for number, (word, (folder, near)) in enumerate(WORDS.items()):
            positives = spoken([word] * 7 + [word + '!', word + '?', 'hey ' + word], 500, 31 + number)
            nears = spoken(near.split('|'), 260, 41 + number)
            self.sets[word] = [
                (rows_of(y), end) for _ in range(3) for y, end in (said(x, chance, noise, talk) for x in positives)
            ]
            self.sets['near ' + word] = [
                (rows_of(said(x, chance, noise, talk)[0]), None) for _ in range(2) for x in nears
            ]
            padded = [np.concatenate([np.zeros(20480), x, np.zeros(9600)]) for x in flac(folder)]
            hiss = lambda x: x + chance.standard_normal(len(x)) * 16
            self.sets['test ' + word] = [(rows_of(hiss(x)), None) for x in padded]
            self.sets['noisy ' + word] = [(rows_of(hiss(test_noise.over(x, 10))), None) for x in padded]


def spoken(texts, count, seed):
    chance = random.Random(seed)
    variants = speech.variants()
    clips = [speech.espeak(chance.choice(texts), chance, variants) for _ in range(count * 2 // 3)]
    clips += [speech.flite(chance.choice(texts), chance) for _ in range(count // 6)]
    for _ in range(count // 120):
        with tempfile.TemporaryDirectory() as folder:
            clips += speech.festival([chance.choice(texts) for _ in range(20)], chance, folder)
    return [clip for clip in map(speech.trimmed, clips) if len(clip) > 2400]


class Embedded:
    """The sets as one network hears them: a table of embeddings, and for each set where its windows end."""

    def __init__(self, sets, embed):
        self.windows, self.clips, table, size = {}, {}, [], 0
        for name, items in sets.items():
            ends, clips = [], []
            for rows, end in items:
                with torch.no_grad():
                    embedding = embed(torch.from_numpy(rows)[None])[0]
                which = np.arange(FRAMES - 1, len(embedding))
                if end is not None:  # only windows that end up to 0.4 s after the word
                    late = (which * mel.CHUNK + 12512 - end) / mel.RATE
                    which = which[(late >= 0) & (late <= 0.4)]
                ends.append(size + which)
                clips.append(np.full(len(which), len(clips)))
                table.append(embedding)
                size += len(embedding)
            self.windows[name], self.clips[name] = np.concatenate(ends), np.concatenate(clips)
        self.table = torch.cat(table)

    def pick(self, ends):
        return self.table[torch.as_tensor(ends)[:, None] + torch.arange(1 - FRAMES, 1)]


class Head(nn.Module):
    def __init__(self, mean, spread):
        super().__init__()
        self.register_buffer('mean', mean)
        self.register_buffer('spread', spread)
        layer = lambda before, after: [nn.Linear(before, after), nn.LayerNorm(after), nn.ReLU()]
        self.net = nn.Sequential(
            nn.Flatten(), nn.Dropout(0.3), *layer(FRAMES * 96, 96), nn.Dropout(0.3), *layer(96, 96), nn.Linear(96, 1)
        )

    def forward(self, x):
        return self.net((x - self.mean) / self.spread)[:, 0]


def scores(heads, heard, ends):
    with torch.no_grad():
        parts = [heard.pick(ends[i : i + 4096]) for i in range(0, len(ends), 4096)]
        return np.concatenate([[head(part).numpy() for head in heads] for part in parts], 1)


def train_head(heard, word, seed, steps=600, size=384):
    torch.manual_seed(seed)
    chance = np.random.default_rng(seed)
    shares = {word: 0.3, 'near ' + word: 0.15, 'general': 0.2, 'real': 0.25, 'noise': 0.1}
    everything = np.concatenate([heard.windows[name] for name in shares])
    head = Head(heard.table[everything].mean(0), heard.table[everything].std(0) + 1e-3)
    optimiser = torch.optim.AdamW(head.parameters(), 1e-3, weight_decay=1e-4)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, 2e-3, total_steps=steps)
    hard = {}
    for step in range(steps):
        if step in (steps // 4, steps // 2, steps * 3 // 4):  # look at the mistakes more often
            head.eval()
            for name in list(shares)[1:]:
                some = chance.choice(heard.windows[name], min(len(heard.windows[name]), 6000), replace=False)
                weight = np.exp(np.clip(scores([head], heard, some)[0], -8, 4) * 0.5)
                hard[name] = some, weight / weight.sum()
            head.train()
        ends, truth = [], []
        for name, share in shares.items():
            count = int(size * share)
            ends.append(chance.choice(heard.windows[name], count))
            if name in hard:
                ends[-1][: count // 2] = chance.choice(hard[name][0], count // 2, p=hard[name][1])
            truth.append(np.full(count, 0.99 if name == word else 0.01))
        x = heard.pick(np.concatenate(ends))
        x = x + torch.randn_like(x) * head.spread * 0.15
        loss = nn.functional.binary_cross_entropy_with_logits(head(x), torch.from_numpy(np.concatenate(truth)).float())
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
        schedule.step()
    return head.eval()


RATES = (0.5, 2, 5)  # false accepts an hour


def judge(heads, heard, word, hours):
    """Miss rates in percent, clean and in noise, at each of RATES: those of each head, and of all together."""
    names = ['strange', 'test ' + word, 'noisy ' + word]
    raw = {name: scores(heads, heard, heard.windows[name]) for name in names}

    def missed(which):
        best, smooth = {}, {}
        for name in names:
            score, clip = raw[name][which].mean(0), heard.clips[name]
            # Two windows together, and never across the edge of a clip.
            smooth[name] = np.where(np.diff(clip, prepend=-1) == 0, (score + np.roll(score, 1)) / 2, score)
            best[name] = np.full(clip.max() + 1, -99.0)
            np.maximum.at(best[name], clip, smooth[name])
        events, taken = [], np.zeros(len(smooth['strange']), bool)
        for i in np.argsort(-smooth['strange'])[:3000]:  # peaks, a second and a half apart
            if not taken[max(0, i - 18) : i + 19].any():
                events.append(smooth['strange'][i])
            taken[i] = True
        limits = [events[int(rate * hours)] for rate in RATES]
        return [[100 * np.mean(best[name] <= limit) for name in names[1:]] for limit in limits]

    return [missed([i]) for i in range(len(heads))], missed(list(range(len(heads))))


def student_of(path):
    """The exported file, step by step in torch."""
    graph = onnx.load(path).graph
    constants = {each.name: torch.from_numpy(numpy_helper.to_array(each).copy()) for each in graph.initializer}

    def embed(rows):
        at = dict(constants, mel=rows)
        for node in graph.node:
            x, *more = (at[name] for name in node.input)
            how = {each.name: onnx.helper.get_attribute_value(each) for each in node.attribute}
            at[node.output[0]] = {
                'Cast': lambda: x.float(),
                'Transpose': lambda: x.permute(how['perm']),
                'Sub': lambda: x - more[0],
                'Mul': lambda: x * more[0],
                'Add': lambda: x + more[0],
                'Unsqueeze': lambda: x.unsqueeze(int(more[0])),
                'Squeeze': lambda: x.squeeze(int(more[0])),
                'Reshape': lambda: x.reshape(more[0].tolist()),
                'Slice': lambda: x[..., int(more[0]) : int(more[1])],
                'LeakyRelu': lambda: nn.functional.leaky_relu(x, how['alpha']),
                'Conv': lambda: nn.functional.conv2d(x, *more, how['strides'], how['pads'][:2]),
            }[node.op_type]()
        return at['embedding']

    return embed


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument('--data', required=True)
    options.add_argument('--teacher')
    options.add_argument('--student', nargs='*', default=[])
    options.add_argument('--work', default='/tmp/wake')
    options.add_argument('--heads', type=int, default=5)
    options.add_argument('--words', nargs='+', default=list(WORDS))
    options = options.parse_args()
    torch.set_num_threads(1)
    work = pathlib.Path(options.work)
    if not (work / 'evaluation.pt').exists():
        torch.save(Sets(options.data, work / 'tts'), work / 'evaluation.pt')
    sets = torch.load(work / 'evaluation.pt')
    print(f'strange sound: {sets.hours:.2f} h; miss % clean / noise 10 dB', flush=True)
    networks = {}
    if options.teacher:
        networks['teacher'] = Teacher(pathlib.Path(options.teacher) / 'embedding_model.onnx')
    networks.update({path: student_of(path) for path in options.student})
    for name, network in networks.items():
        heard = Embedded(sets.sets, network)
        for word in options.words:
            heads = [train_head(heard, word, seed) for seed in range(options.heads)]
            single, together = judge(heads, heard, word, sets.hours)
            say = lambda pair: '{:.1f} / {:.1f}'.format(*pair)
            for rate, pair, *alone in zip(RATES, together, *single):
                mean = np.mean(alone, 0)
                print(f'{name}: "{word}" at {rate} FA/h {say(pair)}; one head, mean of {len(heads)}: {say(mean)}', flush=True)


if __name__ == '__main__':
    main()
