/** The hub will not start, and the message tells the person at the keyboard what to do. Printed without a stack. */
export class StartRefused extends Error {
  override readonly name = 'StartRefused';
}
