/** The classes of COCO (https://cocodataset.org) that a household asks for, collapsed to three. */
export type ObjectLabel = 'person' | 'vehicle' | 'animal';

/** Of the 80 classes, counted from 0: bicycle to boat are vehicles, bird to giraffe are animals. */
export const objectClasses: readonly { label: ObjectLabel; first: number; last: number }[] = [
  { label: 'person', first: 0, last: 0 },
  { label: 'vehicle', first: 1, last: 8 },
  { label: 'animal', first: 14, last: 23 },
];
