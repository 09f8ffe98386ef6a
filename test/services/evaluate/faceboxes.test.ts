import { describe, expect, it } from 'vitest';
import { parseDlibBoxes } from '../../../services/evaluate/dlib-boxes.ts';
import { judgeBoxes } from '../../../services/evaluate/faceboxes.ts';

describe('parseDlibBoxes', () => {
  it('reads pictures, boxes, parts and ignored boxes', () => {
    const xml = `<?xml version='1.0'?><dataset><images>
      <!-- <image file='no.jpg'/> -->
      <image file='a &amp; b.jpg' width='10' height='10'>
        <box top='1' left='2' width='3' height='4'><part name='00' x='1' y='1'/></box>
        <box top="5" left="-1" width="6" height="7" ignore="1"/>
      </image>
      <image file='empty.jpg'/>
    </images></dataset>`;
    expect(parseDlibBoxes(xml)).toEqual([
      {
        file: 'a & b.jpg',
        boxes: [
          { x: 2, y: 1, width: 3, height: 4, ignored: false },
          { x: -1, y: 5, width: 6, height: 7, ignored: true },
        ],
      },
      { file: 'empty.jpg', boxes: [] },
    ]);
  });

  it('says what is missing', () => {
    expect(() => parseDlibBoxes('<a/>')).toThrow('The annotations name no picture.');
    expect(() => parseDlibBoxes("<image file='a'><box top='1'/></image>")).toThrow('has no left');
  });
});

it('judgeBoxes gives each face to one box, and does not count what hits an ignored one', () => {
  const face = { x: 0, y: 0, width: 10, height: 10, ignored: false };
  const blurred = { x: 50, y: 0, width: 10, height: 10, ignored: true };
  const missed = { x: 90, y: 90, width: 10, height: 10, ignored: false };
  const found = [
    { x: 1, y: 0, width: 10, height: 10, score: 0.9 },
    { x: 0, y: 1, width: 10, height: 10, score: 0.8 },
    { x: 50, y: 0, width: 10, height: 10, score: 0.7 },
  ];
  expect(judgeBoxes([face, blurred, missed], found)).toEqual({ faces: 2, found: 2, hits: 1 });
});
