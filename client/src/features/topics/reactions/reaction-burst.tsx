import type { ReactionName } from '@yunhui/contracts';
import { useEffect, useRef } from 'react';
import { useMode } from '../../../platform/mode.js';
import { useQuiet } from '../../../platform/quiet.js';
import { useMedia } from '../../../platform/use-media.js';
import { burst } from './burst.js';
import { glyphs } from './glyphs.js';
import styles from './reactions.module.css';

/** More are not shown at once, however many react. */
const mostParticles = 24;
const lifeMs = 1_800;
const sizePx = 28;

type Particle = { name: ReactionName; bornMs: number; x: number; swayPx: number };

function draw(pen: CanvasRenderingContext2D, path: Path2D, { bornMs, x, swayPx }: Particle, nowMs: number): void {
  const { width, height } = pen.canvas;
  const age = (nowMs - bornMs) / lifeMs;
  const scale = (width / (pen.canvas.clientWidth || width)) * (sizePx / 24) * Math.min(1, age * 6 + 0.3);
  pen.setTransform(scale, 0, 0, scale, x * width + Math.sin(age * 7) * swayPx, height - (height - sizePx) * age - sizePx);
  pen.globalAlpha = age < 0.6 ? 1 : Math.max(0, (1 - age) / 0.4);
  pen.stroke(path);
}

/** One canvas that draws only while something rises in it. */
function rise(canvas: HTMLCanvasElement, topic: string): () => void {
  const pen = canvas.getContext('2d');
  const paths = new Map<ReactionName, Path2D>();
  let particles: Particle[] = [];
  let asked = 0;
  const frame = (nowMs: number) => {
    if (!pen) return;
    particles = particles.filter(({ bornMs }) => nowMs - bornMs < lifeMs);
    pen.setTransform(1, 0, 0, 1, 0, 0);
    pen.clearRect(0, 0, canvas.width, canvas.height);
    Object.assign(pen, { strokeStyle: '#fff', lineWidth: 2, lineCap: 'round', lineJoin: 'round', shadowColor: '#000', shadowBlur: 3 });
    for (const particle of particles) {
      const path = paths.get(particle.name) ?? new Path2D(glyphs[particle.name]);
      paths.set(particle.name, path);
      draw(pen, path, particle, nowMs);
    }
    asked = particles.length > 0 ? requestAnimationFrame(frame) : 0;
  };
  const stop = burst.listen(({ topic: where, name, count }) => {
    if (where !== topic || document.hidden || !(name in glyphs)) return;
    const bornMs = performance.now();
    const room = Math.min(count, mostParticles - particles.length);
    for (let more = 0; more < room; more += 1)
      particles.push({ name, bornMs: bornMs + more * 90, x: 0.1 + Math.random() * 0.75, swayPx: 4 + Math.random() * 8 });
    asked ||= requestAnimationFrame(frame);
  });
  return () => {
    stop();
    cancelAnimationFrame(asked);
  };
}

/** The player hides its bar when nobody moves; what rises is no part of that. */
const staysShown = { noautohide: '' };

function Rising({ topic }: { topic: string }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => (canvas.current ? rise(canvas.current, topic) : undefined), [topic]);
  return <canvas ref={canvas} className={styles.burst} width={160} height={260} aria-hidden="true" {...staysShown} />;
}

/** Reactions rise over a picture: put it into the element that the picture fills. Still where anybody asks for calm. */
export function ReactionBurst({ topic }: { topic: string }) {
  const quiet = useQuiet();
  const elder = useMode() === 'elder';
  const reducedMotion = useMedia('(prefers-reduced-motion: reduce)');
  return quiet || elder || reducedMotion ? null : <Rising topic={topic} />;
}
