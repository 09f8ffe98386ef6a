import { describe, expect, it } from 'vitest';
import { isLoggedDoor, loggedOfVoice } from '../../../services/hub/logged-trouble.ts';

describe('what the log says of trouble', () => {
  it('is the whole sentence where it is on a phrase file, and nothing that names somebody of the home', () => {
    const unknownSlot = 'own.yaml line 4: there is no list called "x".';
    expect(loggedOfVoice('grammar-1', unknownSlot)).toBe(unknownSlot);
    expect(loggedOfVoice('grammar-2', 'The name "Anna" can not be spoken in English.')).not.toContain('Anna');
  });

  it('comes from the doors where input comes in', () => {
    const doors = [
      'cameras.test',
      'settings.update',
      'people.enrolPhoto',
      'people.rename',
      'voice.say',
      undefined,
    ];
    expect(doors.map(isLoggedDoor)).toEqual([true, true, true, false, false, false]);
  });
});
