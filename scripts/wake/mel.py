"""The log-mel rows that the wake word hears: 32 bands of 60..3800 Hz, one row per 10 ms.

They are what openWakeWord's melspectrogram.onnx gives when it is fed 1280 new samples with the previous 480 before them.
"""
import numpy as np
import scipy.fft

RATE = 16000
CHUNK, BEFORE = 1280, 480  # samples: new ones per step, and those kept from the step before
HOP, FFT, WINDOW = 160, 512, 400
ROWS, BANDS = 8, 32  # of one chunk

window = np.zeros(FFT, np.float32)
window[(FFT - WINDOW) // 2 : (FFT + WINDOW) // 2] = 0.5 - 0.5 * np.cos(2 * np.pi * np.arange(WINDOW) / WINDOW)


def _slaney(hertz):
    """Hertz to mel: linear below 1 kHz, logarithmic above."""
    return np.where(hertz < 1000, hertz * 3 / 200, 15 + 27 * np.log(np.maximum(hertz, 1) / 1000) / np.log(6.4))


def _hertz(mel):
    return np.where(mel < 15, mel * 200 / 3, 1000 * np.exp((mel - 15) * np.log(6.4) / 27))


def filters(warp=1.0):
    """257 x 32 triangles of equal area; `warp` stretches their frequencies (another length of the vocal tract)."""
    edge = _hertz(np.linspace(_slaney(np.array(60.0)), _slaney(np.array(3800.0)), BANDS + 2)) * warp
    bin_ = np.arange(FFT // 2 + 1)[:, None] * RATE / FFT
    up = (bin_ - edge[:-2]) / (edge[1:-1] - edge[:-2])
    down = (edge[2:] - bin_) / (edge[2:] - edge[1:-1])
    return (np.maximum(0, np.minimum(up, down)) * 2 / (edge[2:] - edge[:-2])).astype(np.float32)


FILTERS = filters()


def log_mel(samples, bank=FILTERS):
    """[..., 480 + 1280 n] samples in int16 range -> [..., 8 n, 32] rows, as the networks take them (decibels / 10 + 2)."""
    samples = np.asarray(samples, np.float32)
    frames = np.lib.stride_tricks.sliding_window_view(samples, FFT, -1)[..., ::HOP, :]
    chunks = (samples.shape[-1] - BEFORE) // CHUNK
    frames = frames[..., : chunks * ROWS, :]
    spectrum = scipy.fft.rfft(frames * window, axis=-1)
    power = spectrum.real**2 + spectrum.imag**2
    decibels = 10 * np.log10(np.maximum(power @ bank, 1e-10))
    chunked = decibels.reshape(*decibels.shape[:-2], chunks, ROWS * BANDS)
    floor = chunked.max(-1, keepdims=True) - 80
    return (np.maximum(chunked, floor).reshape(decibels.shape) / 10 + 2).astype(np.float32)
