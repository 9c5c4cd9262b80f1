const started = Date.now();

/** A line for whoever waits; long work says what it is doing. */
export function say(line) {
  process.stdout.write(`${line}\n`);
}

export function complain(line) {
  process.stderr.write(`${line}\n`);
}

/** The heading of a step that takes a while, with the time since the command began. */
export function step(line) {
  say(`· ${line}`);
}

export function secondsSince(at = started) {
  return `${((Date.now() - at) / 1000).toFixed(1)} s`;
}

/** Something that the person at the machine has to do first; the message says what. */
export class Hindrance extends Error {
  name = 'Hindrance';
}

/** The last line of every command that ends: `name: verdict, figures`. */
export function close(name, passed, ...figures) {
  say([`${name}: ${passed ? 'passed' : 'failed'}`, ...figures].join(', '));
  return passed ? 0 : 1;
}

// A reader that went away (`npm test | head`) is no reason to stop what was asked for.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
