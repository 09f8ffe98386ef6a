import { Trouble } from '../contract/trouble.ts';
import type { PixelBox } from '../../models/pixel-box.ts';

/** One picture of a dlib annotation file. */
export interface AnnotatedPicture {
  readonly file: string;
  readonly boxes: readonly AnnotatedBox[];
}
export interface AnnotatedBox extends PixelBox {
  /** To find it is neither right nor wrong: it is too small, too blurred or hidden. */
  readonly ignored: boolean;
}

/**
 * Reads the boxes of dlib's image dataset format (as its tool imglab writes it): `<image file='…'>` elements with
 * `<box top='…' left='…' width='…' height='…' ignore='1'/>` in them. Throws Trouble 'bad_input'.
 */
export function parseDlibBoxes(xml: string): readonly AnnotatedPicture[] {
  const withoutComments = xml.replaceAll(/<!--[\s\S]*?-->/g, '');
  const pictures: { file: string; boxes: AnnotatedBox[] }[] = [];
  for (const [, name = '', attributes = ''] of withoutComments.matchAll(/<(image|box)\s([^>]*)>/g)) {
    if (name === 'image') {
      pictures.push({ file: attribute(attributes, 'file'), boxes: [] });
      continue;
    }
    pictures.at(-1)?.boxes.push({
      x: Number(attribute(attributes, 'left')),
      y: Number(attribute(attributes, 'top')),
      width: Number(attribute(attributes, 'width')),
      height: Number(attribute(attributes, 'height')),
      ignored: /\bignore\s*=\s*['"]1['"]/.test(attributes),
    });
  }
  if (pictures.length === 0) throw badAnnotations('The annotations name no picture.');
  return pictures;
}

function attribute(attributes: string, name: string): string {
  const value = new RegExp(`\\b${name}\\s*=\\s*(?:'([^']*)'|"([^"]*)")`).exec(attributes);
  if (!value) throw badAnnotations(`An element of the annotations has no ${name}.`);
  return (value[1] ?? value[2] ?? '')
    .replaceAll('&apos;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}

function badAnnotations(what: string): Trouble {
  return new Trouble('bad_input', { what, advice: 'Give an XML file as dlib’s imglab writes it.' });
}
