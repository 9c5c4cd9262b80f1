/** How many seconds lie ahead of the picture without a hole. */
export function bufferedAhead({ buffered, currentTime }: Pick<HTMLVideoElement, 'buffered' | 'currentTime'>): number {
  const holeS = 0.2;
  for (let range = 0; range < buffered.length; range += 1) {
    if (buffered.start(range) <= currentTime + holeS && currentTime <= buffered.end(range)) return buffered.end(range) - currentTime;
  }
  return 0;
}
