import { contour, fossil, glacier, mineral } from './land.js';
import { cells, feather, seeds, tea } from './life.js';
import { clock, detector, diffraction, plasma } from './matter.js';
import { aurora, orbit, rocket, sun, trails } from './sky.js';
import { birds, deep, rice, water } from './water.js';
import { bridge, dish, hex, straw } from './works.js';
import type { PlateKind } from '@yunhui/domain';

const drawings: Record<PlateKind, (seed: string) => string> = {
  orbit,
  sun,
  aurora,
  trails,
  rocket,
  plasma,
  detector,
  diffraction,
  clock,
  dish,
  bridge,
  hex,
  straw,
  mineral,
  fossil,
  glacier,
  contour,
  deep,
  water,
  birds,
  rice,
  cells,
  seeds,
  feather,
  tea,
};

/** The plate of a kind as an SVG document; the same for the same kind, at every build. */
export const drawPlate = (kind: PlateKind): string => drawings[kind](kind);
