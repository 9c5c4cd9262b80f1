import { contour, fossil, glacier, mineral } from './land.js';
import { cells, feather, seeds, tea } from './life.js';
import { clock, detector, diffraction, plasma } from './matter.js';
import { aurora, orbit, rocket, sun, trails } from './sky.js';
import { birds, deep, rice, water } from './water.js';
import { bridge, dish, hex, straw } from './works.js';
import type { PlateKind } from '../element/elements.js';

const drawings: Record<PlateKind, (seed: string) => string> = {
  ...{ orbit, sun, aurora, trails, rocket, plasma, detector, diffraction, clock, dish, bridge, hex, straw },
  ...{ mineral, fossil, glacier, contour, deep, water, birds, rice, cells, seeds, feather, tea },
};

/** A plate as the address of an image: one node in the page however many lines it has, and the same for the same seed. */
export function plateAddress(kind: PlateKind, seed: string): string {
  return `data:image/svg+xml,${encodeURIComponent(drawings[kind](seed))}`;
}
