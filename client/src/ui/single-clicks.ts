import type { MouseEvent } from 'react';

/**
 * Props of whatever holds buttons that act on "the one in front of me", which is another one after the first click: the
 * second click of a double click is not meant for it, and does nothing. Keys are not counted.
 */
export const singleClicks = {
  onClickCapture: (event: MouseEvent): void => {
    if (event.detail > 1) event.stopPropagation();
  },
};
