import { Trouble } from '../../contract/trouble.ts';

/** The camera, or what answers in its place, did not do what was asked. `answer` is what it said, if anything. */
export class OnvifFailure extends Error {
  override readonly name = 'OnvifFailure';
  readonly answer: string;

  constructor(message: string, answer: string) {
    super(message);
    this.answer = answer;
  }
}

const refusal =
  /not\s*authori[sz]ed|unauthori[sz]ed|authority failure|FailedAuthentication|InvalidSecurityToken|FailedCheck/i;

/** Cameras refuse in many words: in the SOAP fault, in a page of HTML, or by HTTP's own 401. */
export function isRefusal(failure: unknown): boolean {
  if (!(failure instanceof OnvifFailure)) return false;
  return /\b401\b/.test(failure.message) || refusal.test(failure.message) || refusal.test(failure.answer);
}

export function refused(): Trouble {
  return new Trouble('refused', {
    what: 'The camera refuses this user and password.',
    advice:
      'Use those of the camera’s own page; some cameras want a user of its own for ONVIF, which is made there.',
  });
}

/** Nothing that speaks ONVIF is there. */
export function noOnvif(isSilent: boolean): Trouble {
  return new Trouble('unreachable', {
    what: isSilent
      ? 'Nothing answers at this address.'
      : 'What answers at this address does not speak ONVIF.',
    advice: isSilent
      ? 'Check the address and that the camera is on; many cameras have ONVIF switched off until you switch it on in their own page.'
      : 'Switch ONVIF on in the camera’s own page, or type the address of its stream by hand.',
  });
}

export function noStream(): Trouble {
  return new Trouble('no_video', {
    what: 'The camera offers no H.264 or H.265 stream over ONVIF.',
    advice: 'Switch one on in the camera’s own page, or type the address of its stream by hand.',
  });
}
