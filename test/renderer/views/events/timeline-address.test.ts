import { expect, it } from 'vitest';
import { CameraId, PersonId } from '../../../../services/contract/identifiers.ts';
import {
  filtersUsed,
  timelineAddressOf,
  timelineQuery,
} from '../../../../renderer/views/events/timeline-address.ts';

const address = {
  filter: {
    cameraId: CameraId.parse('garden'),
    personId: PersonId.parse('anna'),
    label: 'person',
    zone: 'Tür & Tor?',
    kept: true,
  },
  text: 'car yesterday #1',
  atMs: 1_700_000_000_000,
} as const;

it('finds its way back to all that the timeline shows', () => {
  const query = timelineQuery(address);
  expect(timelineAddressOf(`#/events${query}`)).toEqual(address);
  expect(timelineAddressOf(`#/events/ev-1${query}`)).toEqual(address);
  expect(filtersUsed(address.filter)).toBe(5);
});

it('is empty where everything is shown', () => {
  expect(timelineQuery({ filter: {} })).toBe('');
  expect(timelineAddressOf('#/events')).toEqual({ filter: {}, text: '', atMs: null });
});

it('leaves out what is not understood', () => {
  const hash = '#/events?camera=<script>&person=%E0&kind=ghost&zone=&at=soon&kept';
  expect(timelineAddressOf(hash)).toEqual({ filter: { kept: true }, text: '', atMs: null });
});
