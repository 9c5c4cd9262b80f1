import type { MatrixState } from '@yunhui/contracts';
import type { ReactNode } from 'react';
import styles from './state.module.css';

const line = { fill: 'none', stroke: 'currentColor', strokeWidth: 1.8, strokeLinecap: 'round', strokeLinejoin: 'round' } as const;
const openCircle = <circle cx="10" cy="10" r="6.6" {...line} />;

/** 观测符: the station circles of a weather chart. One state, one shape; they read in one colour and at 14 px. */
const shapes: Record<MatrixState, ReactNode> = {
  scheduled: openCircle,
  due: (
    <>
      {openCircle}
      <path d="M10 3.4a6.6 6.6 0 0 1 0 13.2Z" fill="currentColor" />
    </>
  ),
  live: (
    <>
      <circle cx="10" cy="10" r="4.4" fill="currentColor" />
      <circle className={styles.halo} cx="10" cy="10" r="8" {...line} strokeWidth="1.6" />
    </>
  ),
  interrupted: (
    <>
      <path d="M5 13.9A6.6 6.6 0 0 1 10 3.4M15 6.1A6.6 6.6 0 0 1 10 16.6" {...line} />
      <path d="M12 6.2L8.4 10.4H11.6L8 14" {...line} strokeWidth="1.7" />
    </>
  ),
  ended: (
    <>
      {openCircle}
      <path d="M6.4 10h7.2" {...line} strokeWidth="2" />
    </>
  ),
  replay: (
    <>
      <path d="M4.2 6.8A6.6 6.6 0 1 1 3.5 11" {...line} />
      <path d="M3.6 3.4v3.8h3.8" {...line} strokeWidth="1.7" />
      <path d="M8.6 7.5v5l4-2.5Z" fill="currentColor" />
    </>
  ),
  blocked: (
    <>
      <rect x="3.6" y="3.6" width="12.8" height="12.8" rx="2.4" {...line} />
      <path d="M6.8 13.2l6.4-6.4" {...line} strokeWidth="1.9" />
    </>
  ),
  speciality: <path d="M10 5.4l4.6 4.6-4.6 4.6L5.4 10Z" {...line} />,
  empty: <circle cx="10" cy="10" r="6.6" {...line} strokeDasharray="2 2.6" />,
};

/** The glyph alone. A word or an accessible name stands beside it, always. */
export function StateGlyph({ state, size = 14 }: { state: MatrixState; size?: number }) {
  return (
    <svg className={styles.glyph} data-state={state} width={size} height={size} viewBox="0 0 20 20" aria-hidden="true">
      {shapes[state]}
    </svg>
  );
}
