/**
 * What a score of `compareFaces` means for one model, as the logarithm of how many times likelier it is if the two are one
 * person than if they are not: slope · score + offset + perPhoto · (1 / a + 1 / b - 1), for centres of `a` and of `b` pictures; a
 * centre is alike to everybody's more than one picture is. By logistic regression on faces of fold 1 of LFW (aligned
 * crops, centres of 1, 2, 3 and 5 pictures, one pair in 500 of one person so that the rare high scores of strangers count).
 */
interface Calibration {
  readonly slope: number;
  readonly offset: number;
  readonly perPhoto: number;
  /** From this score on two pictures are as good as the same one: hardly any two photos of a person are (0.5 % on LFW). */
  readonly samePicture: number;
}

/**
 * Checked on fold 2 of LFW, other people. Where this says 10 to 100 times likelier, and 100 to 1,000 times, it was 11 and 181 times with dlib's network, 27 and 365 times with MobileFaceNet (centres of three pictures against one).
 */
const byModel: Readonly<Record<string, Calibration>> = {
  'dlib-resnet-68-two-scales': { slope: 235.9, offset: -217.1, perPhoto: 4.4, samePicture: 0.985 },
  'mobilefacenet-68-two-scales': { slope: 44.8, offset: -16.3, perPhoto: 3.1, samePicture: 0.9 },
};

/** Descriptors of a model that nobody measured count only when they are almost equal. */
const unmeasured: Calibration = { slope: 240, offset: -228, perPhoto: 0, samePicture: 0.99 };

/** No comparison is surer than this, in natural logarithms. */
const MOST_EVIDENCE = 30;

function calibrationOf(modelId: string): Calibration {
  return byModel[modelId] ?? unmeasured;
}

/**
 * How a score speaks for one person against two: the natural logarithm of the likelihood ratio, within ±30. `pictures`:
 * how many each side is the centre of, 1 by default.
 */
export function evidenceOf(
  score: number,
  modelId: string,
  pictures: { readonly enrolled?: number; readonly seen?: number } = {},
): number {
  const { slope, offset, perPhoto } = calibrationOf(modelId);
  const { enrolled = 1, seen = 1 } = pictures;
  const evidence = slope * score + offset + perPhoto * (1 / enrolled + 1 / seen - 1);
  return Math.min(Math.max(evidence, -MOST_EVIDENCE), MOST_EVIDENCE);
}

/** The probability, 0..1, that two pictures with this score show one person, if beforehand either were as likely. */
export function probabilityOf(score: number, modelId: string): number {
  return probabilityFrom(evidenceOf(score, modelId), 1);
}

/** The probability of what was beforehand `oddsAgainst` to 1, after this evidence for it. */
export function probabilityFrom(evidence: number, oddsAgainst: number): number {
  return 1 / (1 + oddsAgainst * Math.exp(-evidence));
}

/** Whether two pictures with this score are as good as the same one. */
export function isSamePicture(score: number, modelId: string): boolean {
  return score >= calibrationOf(modelId).samePicture;
}
