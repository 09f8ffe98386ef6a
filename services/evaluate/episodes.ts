/** A time, in frame numbers, both included. */
export interface Span {
  readonly first: number;
  readonly last: number;
}

/** What was counted of the events of one or more sequences. */
export interface EventCounts {
  readonly episodes: number;
  readonly found: number;
  readonly events: number;
  readonly falseEvents: number;
}

/**
 * The episodes of a ground truth: maximal runs of frames in which something moves, joined across gaps of less than
 * `framesPerSecond` frames (one second).
 * @param moving the numbers of the frames with a moving pixel, ascending.
 */
export function episodesOf(moving: readonly number[], framesPerSecond: number): readonly Span[] {
  const episodes: Span[] = [];
  for (const number of moving) {
    const episode = episodes.at(-1);
    if (episode !== undefined && number - episode.last - 1 < framesPerSecond)
      episodes[episodes.length - 1] = { first: episode.first, last: number };
    else episodes.push({ first: number, last: number });
  }
  return episodes;
}

/**
 * Compares events with episodes: an episode is found when an event overlaps it in time, an event is false when it
 * overlaps none. Events that lie wholly outside of the scored time don't count.
 */
export function countEvents(events: readonly Span[], episodes: readonly Span[], scored: Span): EventCounts {
  const counted = events.filter((event) => overlaps(event, scored));
  return {
    episodes: episodes.length,
    found: episodes.filter((episode) => counted.some((event) => overlaps(event, episode))).length,
    events: counted.length,
    falseEvents: counted.filter((event) => !episodes.some((episode) => overlaps(event, episode))).length,
  };
}

function overlaps(a: Span, b: Span): boolean {
  return a.first <= b.last && b.first <= a.last;
}
