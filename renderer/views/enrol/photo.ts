import { words } from '../../words/words.ts';

/** As the hub takes it: 20 MiB. */
const largestBytes = 20 * 1024 * 1024;

/** A sentence on what is wrong with a file before it is sent; undefined when it may be a photo. */
export function troubleWithPhoto(file: Pick<File, 'name' | 'type' | 'size'>): string | undefined {
  // Browsers give HEIC pictures of telephones no type: the name has to do.
  if (!file.type.startsWith('image/') && !/\.(heic|heif|jpe?g|png|webp)$/i.test(file.name))
    return words.enrolment.photos.notPhoto;
  if (file.size === 0) return words.enrolment.photos.emptyFile;
  return file.size > largestBytes ? words.enrolment.photos.tooLarge : undefined;
}

/** The bytes of a file as base64. */
export function base64Of(file: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => {
      const address = typeof reader.result === 'string' ? reader.result : '';
      resolve(address.slice(address.indexOf(',') + 1));
    };
    reader.onerror = () => {
      reject(reader.error ?? new Error('the file cannot be read'));
    };
    reader.readAsDataURL(file);
  });
}
