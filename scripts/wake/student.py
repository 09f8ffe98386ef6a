"""The student: 76 mel rows to 96 numbers, every 8 rows, and its way into ONNX (weights kept as float16)."""
import numpy as np
import onnx
import torch
import torch.nn as nn
from onnx import TensorProto, helper, numpy_helper

LEAK = 0.1
PLAIN, RESIDUAL, LATER = 'plain', 'residual', 'later'  # a later unit is a residual one that joins after the first cycle
# channels, kernel (bands, rows), stride, kind. Valid in time: 76 rows become 36 34 32 15, 15 13 6 4 2, 1.
PICTURE = [
    (24, (5, 6), (2, 2), PLAIN),
    (48, (3, 3), (2, 1), PLAIN),
    (48, (3, 1), (1, 1), LATER),
    (48, (3, 3), (1, 1), RESIDUAL),
    (48, (3, 1), (1, 1), LATER),
    (96, (3, 4), (2, 2), PLAIN),
    (96, (3, 1), (1, 1), LATER),
]  # 32 bands become 16 8 8 4; then bands and channels are one
SEQUENCE = [
    (192, (1, 1), (1, 1), PLAIN),
    (192, (1, 3), (1, 1), RESIDUAL),
    (192, (1, 3), (1, 2), PLAIN),
    (192, (1, 1), (1, 1), LATER),
    (192, (1, 3), (1, 1), RESIDUAL),
    (192, (1, 3), (1, 1), RESIDUAL),
]
OUT = (96, 2)


class Unit(nn.Module):
    """Convolution, batch norm, leaky rectifier; a residual unit adds its input, cropped to what is left of the time."""

    def __init__(self, before, after, kernel, stride, kind):
        super().__init__()
        self.convolution = nn.Conv2d(before, after, kernel, stride, (kernel[0] // 2, 0), bias=False)
        self.norm = nn.BatchNorm2d(after)
        self.residual, self.later = kind != PLAIN, kind == LATER
        self.edge = (kernel[1] - 1) // 2

    def forward(self, x):
        y = nn.functional.leaky_relu(self.norm(self.convolution(x)), LEAK)
        return y + x[..., self.edge : x.shape[-1] - self.edge] if self.residual else y

    def folded(self):
        """(weight, bias) with the norm inside."""
        scale = self.norm.weight / torch.sqrt(self.norm.running_var + self.norm.eps)
        bias = self.norm.bias - self.norm.running_mean * scale
        return self.convolution.weight * scale[:, None, None, None], bias


class Student(nn.Module):
    """Pictures are [b, channels, bands, rows]: time last, which runs faster."""

    def __init__(self, mel_mean=0.0, mel_spread=1.0, mean=None, spread=None):
        super().__init__()
        channels, bands, self.units = 1, 32, nn.ModuleList()
        for after, kernel, stride, kind in PICTURE:
            self.units.append(Unit(channels, after, kernel, stride, kind))
            channels, bands = after, bands // stride[0]
        self.flat_after = len(PICTURE)
        channels *= bands
        for after, kernel, stride, kind in SEQUENCE:
            self.units.append(Unit(channels, after, kernel, stride, kind))
            channels = after
        self.grown = False
        self.out = nn.Conv2d(channels, OUT[0], (1, OUT[1]))
        self.register_buffer('mel_mean', torch.tensor(float(mel_mean)))
        self.register_buffer('mel_spread', torch.tensor(float(mel_spread)))
        self.register_buffer('mean', torch.zeros(96) if mean is None else torch.as_tensor(mean).float())
        self.register_buffer('spread', torch.ones(96) if spread is None else torch.as_tensor(spread).float())

    def forward(self, rows):
        """[b, T, 32] -> [b, N, 96], standardised as the targets of training."""
        x = ((rows - self.mel_mean) / self.mel_spread).transpose(1, 2)[:, None]
        for i, unit in enumerate(self.units):
            if i == self.flat_after:
                x = x.flatten(1, 2)[:, :, None]
            if self.grown or not unit.later:
                x = unit(x)
        return self.out(x)[:, :, 0].transpose(1, 2)

    def grow(self):
        """The later units join; at first they add nothing."""
        self.grown = True
        for unit in self.units:
            if unit.later:
                nn.init.zeros_(unit.norm.weight)

    def embed(self, rows):
        """[b, T, 32] -> [b, N, 96] on the scale of the teacher."""
        return self(rows) * self.spread + self.mean

    @torch.no_grad()
    def save_onnx(self, path):
        nodes, weights = [], []

        def constant(name, value):
            value = np.asarray(value)
            if value.dtype == np.float32 and value.size > 1000:
                weights.append(numpy_helper.from_array(value.astype(np.float16), name + '.half'))
                nodes.append(helper.make_node('Cast', [name + '.half'], [name], to=TensorProto.FLOAT))
            else:
                weights.append(numpy_helper.from_array(value, name))
            return name

        def node(kind, inputs, name, **options):
            nodes.append(helper.make_node(kind, inputs, [name], name, **options))
            return name

        def convolution(x, name, weight, bias, stride=(1, 1)):
            names = [constant(f'{name}.weight', weight.numpy()), constant(f'{name}.bias', bias.numpy())]
            pad = weight.shape[2] // 2
            options = dict(kernel_shape=list(weight.shape[2:]), strides=list(stride), pads=[pad, 0, pad, 0])
            return node('Conv', [x, *names], name, **options)

        x = node('Transpose', ['mel'], 'bands', perm=[0, 2, 1])
        x = node('Sub', [x, constant('mel.mean', self.mel_mean.numpy())], 'centred')
        x = node('Mul', [x, constant('mel.scale', np.float32(1 / self.mel_spread))], 'scaled')
        x = node('Unsqueeze', [x, constant('channel', np.array([1]))], 'picture')
        for i, unit in enumerate(self.units):
            if i == self.flat_after:
                shape = constant('flat.shape', np.array([1, unit.convolution.in_channels, 1, -1]))
                x = node('Reshape', [x, shape], 'flat')
            if unit.later and not self.grown:
                continue
            before, name = x, f'conv{i}'
            x = convolution(x, name, *unit.folded(), unit.convolution.stride)
            x = node('LeakyRelu', [x], f'{name}.active', alpha=LEAK)
            if unit.residual and not unit.edge:
                x = node('Add', [x, before], f'{name}.sum')
            elif unit.residual:
                edges = [constant(f'{name}.{key}', np.array([value])) for key, value in zip('abc', (1, -1, 3))]
                x = node('Add', [x, node('Slice', [before, *edges], f'{name}.crop')], f'{name}.sum')
        weight = self.out.weight * self.spread[:, None, None, None]
        x = convolution(x, 'out', weight, self.out.bias * self.spread + self.mean)
        x = node('Squeeze', [x, constant('height', np.array([2]))], 'sequence')
        nodes.append(helper.make_node('Transpose', [x], ['embedding'], perm=[0, 2, 1]))
        graph = helper.make_graph(
            nodes,
            'speech-embedding',
            [helper.make_tensor_value_info('mel', TensorProto.FLOAT, [1, 'T', 32])],
            [helper.make_tensor_value_info('embedding', TensorProto.FLOAT, [1, 'N', 96])],
            weights,
        )
        model = helper.make_model(graph, opset_imports=[helper.make_opsetid('', 13)], ir_version=8, producer_name='lares')
        onnx.checker.check_model(model)
        onnx.save(model, path)
