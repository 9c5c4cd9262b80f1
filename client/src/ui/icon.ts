/** How every lucide icon is drawn here: one stroke, decorative, because a name stands beside it or on its button. */
export const icon = (size = 20) => ({ size, strokeWidth: 1.75, 'aria-hidden': true, focusable: false }) as const;
