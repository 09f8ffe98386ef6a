"""Teaches the student to hear through noise what the teacher hears in the clean sound, and writes speech-embedding.onnx.

    python3 scripts/wake/distil.py --data ../shared/data --teacher ../shared/models --out resources/wake

Needs numpy, scipy, soundfile, onnx, torch, espeak-ng, flite and festival of Debian 12; two cores, two hours.
"""
import argparse
import copy
import multiprocessing
import os
import pathlib
import time

import numpy as np
import torch

import corpus
import mel
import speech
from augment import House
from student import Student
from teacher import Teacher

CROPS, CHUNKS = 16, 60  # of a batch: 16 pieces of 4.8 s, 51 embeddings each
SHARES = {'librispeech': 0.32, 'commands': 0.18, 'home': 0.04, 'noise': 0.02}
SHARES.update({f'synthetic-{number}': 0.105 for number in (1, 2, 3)})
SHARES.update({f'spliced-{number}': 0.031 for number in (1, 2, 3, 4)})
AVERAGE = 0.998  # of the weights, per step


def serve(folder, seed, queue):
    """A process of its own, so that training never waits for sound."""
    os.nice(1)
    house = House(folder, SHARES, seed)
    while True:
        queue.put(house.batch(CROPS, CHUNKS))


def batches(folder, seed, workers):
    context = multiprocessing.get_context('spawn')
    queue = context.Queue(12)
    for number in range(workers):
        context.Process(target=serve, args=(folder, seed * 100 + number, queue), daemon=True).start()
    while True:
        rows, targets = queue.get()
        yield torch.from_numpy(rows), torch.from_numpy(targets)


def statistics(folder):
    """Mean and spread of the targets, over a part of each corpus."""
    sample = [corpus.Corpus(folder, name).targets[::9, ::5] for name in SHARES]
    sample = np.concatenate([each.reshape(-1, 96) for each in sample]).astype(np.float32)
    return sample.mean(0), sample.std(0)


def held_out(voice, teacher):
    """Clean and noisy rows of speakers never heard in training, and the teacher's embeddings of both."""
    voice = pathlib.Path(voice)
    clips = corpus.read(sorted((voice / 'speech/librispeech-other').glob('*.flac')))
    clean = np.concatenate([clip * (corpus.LEVEL / corpus.loudness(clip)) for clip in clips])
    clean = clean[: (len(clean) - mel.BEFORE) // mel.CHUNK * mel.CHUNK + mel.BEFORE]
    kitchen = corpus.read(voice.glob('noise/kitchen*'))[0][40 * mel.RATE :]
    noise = np.resize(kitchen, len(clean))
    noisy = clean + noise * (corpus.LEVEL / np.sqrt(np.mean(noise**2)) / 10**0.5)
    rows = [torch.from_numpy(mel.log_mel(np.clip(each, -32768, 32767)))[None] for each in (clean, noisy)]
    return rows, [teacher(each)[0] for each in rows]


@torch.no_grad()
def agreement(embed, rows, targets):
    """'clean error cosine | noise error cosine': squared error in units of the targets' variance, against the clean teacher."""
    truth = targets[0]
    centre, spread = truth.mean(0), truth.std(0)
    words = []
    for each in rows:
        guess = (embed(each)[0] - centre) / spread
        exact = (truth - centre) / spread
        error = (guess - exact).square().mean()
        words.append(f'{error:.4f} {torch.cosine_similarity(guess, exact, -1).mean():.4f}')
    return ' | '.join(words)


def train(student, source, steps, rate, check, log):
    """One cycle; gives back the average of the weights along the way."""
    average = copy.deepcopy(student)
    optimiser = torch.optim.AdamW(student.parameters(), rate, weight_decay=0.01)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, rate, total_steps=steps, pct_start=0.1)
    start, losses = time.time(), []
    for step in range(1, steps + 1):
        rows, targets = next(source)
        exact = (targets - student.mean) / student.spread
        student.train()
        guess = student(rows)
        loss = (guess - exact).square().mean() + 0.5 * (1 - torch.cosine_similarity(guess, exact, -1)).mean()
        optimiser.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(student.parameters(), 2)
        optimiser.step()
        schedule.step()
        losses.append(float(loss))
        keep = min(AVERAGE, step / (step + 10))
        with torch.no_grad():
            for kept, new in zip(average.state_dict().values(), student.state_dict().values()):
                kept.mul_(keep).add_(new, alpha=1 - keep) if kept.is_floating_point() else kept.copy_(new)
        if step % 250 == 0 or step == steps:
            average.eval()
            seconds = time.time() - start
            log(f'step {step} loss {np.mean(losses[-250:]):.4f} held out {check(average.embed)} {seconds:.0f} s')
    return average.eval()


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument('--data', required=True, help='folder with voice/ and text/')
    options.add_argument('--teacher', required=True, help='folder with embedding_model.onnx')
    options.add_argument('--out', required=True)
    options.add_argument('--work', default='/tmp/wake', help='for synthetic speech, corpus and checkpoints (6 GB)')
    options.add_argument('--steps', type=int, nargs='+', default=[4500, 6000], help='of each cycle')
    options.add_argument('--rates', type=float, nargs='+', default=[3e-3, 2e-3], help='of each cycle')
    options.add_argument('--seed', type=int, default=1)
    options.add_argument('--workers', type=int, default=1)
    options = options.parse_args()
    torch.manual_seed(options.seed)
    torch.set_num_threads(1)
    voice, work, out = pathlib.Path(options.data) / 'voice', pathlib.Path(options.work), pathlib.Path(options.out)
    teacher_path = pathlib.Path(options.teacher) / 'embedding_model.onnx'
    out.mkdir(parents=True, exist_ok=True)
    journal = open(out / 'speech-embedding.log', 'w')

    def log(line):
        print(line, flush=True)
        print(line, file=journal, flush=True)

    if not (work / 'tts').exists():
        speech.synthesise(pathlib.Path(options.data) / 'text', work / 'tts', 11000, options.seed)
    corpus.build_all(voice, work / 'tts', work / 'corpus', teacher_path, options.seed)
    teacher = Teacher(teacher_path)
    rows, targets = held_out(voice, teacher)
    log(f'teacher held out (clean, kitchen 10 dB: error cosine) {agreement(teacher, rows, targets)}')
    mean, spread = statistics(work / 'corpus')
    student = Student(6.5, 2.0, mean, spread)
    log(f'student of {sum(each.numel() for each in student.parameters())} parameters')
    for cycle, (steps, rate) in enumerate(zip(options.steps, options.rates)):
        log(f'cycle of {steps} steps, rate {rate}')
        if cycle:
            student.grow()
        source = batches(work / 'corpus', options.seed + cycle, options.workers)
        student = train(student, source, steps, rate, lambda embed: agreement(embed, rows, targets), log)
        torch.save(student.state_dict(), work / f'student-{cycle}.pt')
        student.save_onnx(str(out / 'speech-embedding.onnx'))


if __name__ == '__main__':
    main()
