/**
 * `begin` once what was just drawn is on the screen, in a task of its own. A page that nobody sees is not painted: there
 * it begins at once. What is answered calls it off.
 */
export function afterPaint(begin: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const soon = () => {
    timer = setTimeout(begin);
  };
  const frame = document.hidden ? undefined : requestAnimationFrame(soon);
  if (frame === undefined) soon();
  return () => {
    if (frame !== undefined) cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
}
