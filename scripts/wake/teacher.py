"""Google's speech embedding (the openWakeWord copy of it), rebuilt in torch from its ONNX file: 76 mel rows to 96 numbers, every 8 rows."""
import onnx
import torch
import torch.nn as nn
import torch.nn.functional as F
from onnx import numpy_helper


class Teacher(nn.Module):
    """Convolutions, max pools and a rectifier (leaky 0.2, not below -0.4); convolutional in time, so any length does."""

    def __init__(self, path):
        super().__init__()
        graph = onnx.load(path).graph
        values = {each.name: torch.from_numpy(numpy_helper.to_array(each).copy()) for each in graph.initializer}
        self.steps = []
        for node in graph.node:
            options = {each.name: onnx.helper.get_attribute_value(each) for each in node.attribute}
            if node.op_type == 'Conv':
                weight = values[node.input[1]]
                bias = values[node.input[2]] if len(node.input) > 2 else None
                self.steps.append(('conv', weight, bias, options.get('pads', [0, 0, 0, 0])[:2]))
            elif node.op_type == 'MaxPool':
                self.steps.append(('pool', options['kernel_shape'], options['strides']))
        self.last = max(i for i, step in enumerate(self.steps) if step[0] == 'conv')

    @torch.no_grad()
    def forward(self, mel):
        """[b, T, 32] -> [b, N, 96]"""
        x = mel[:, None]
        for i, (kind, first, *rest) in enumerate(self.steps):
            if kind == 'pool':
                x = F.max_pool2d(x, first, rest[0])
                continue
            x = F.conv2d(x, first, rest[0], padding=rest[1])
            if i < self.last:
                x = F.leaky_relu(x, 0.2, inplace=True).clamp_(min=-0.4)
        return x[..., 0].transpose(1, 2)
