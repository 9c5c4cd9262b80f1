import type { Flyer, Layout } from './danmaku.rules.js';
import { durationMs, freeLane, type Flight, type Lane } from './lanes.js';

/** Who finds no lane waits this long at most, and with no more than so many others. */
const patienceMs = 2_000;
const mostWaiting = 30;
/** Who has left the picture flies on for this long at the most: it is put away when the next sets off, not in a frame of its own. */
const beyondMs = 1_500;

type Airborne = { flyer: Flyer; element: HTMLElement; flight: Animation; goneAtMs: number };
type Waiting = { flyer: Flyer; sinceMs: number; widthPx: number };

/**
 * Flies words over a picture. Nothing here reads the page's layout: widths are measured on a canvas, the picture's size
 * is told, and the compositor moves what flies. Elements are used again, so that an hour of it is as many as a minute.
 */
export class DanmakuStage {
  readonly #airborne = new Set<Airborne>();
  readonly #spare: HTMLElement[] = [];
  readonly #pen = document.createElement('canvas').getContext('2d');
  #waiting: Waiting[] = [];
  #lanes: Lane[] = [];
  #layout: Layout | undefined;
  #widthPx = 0;
  #pausedAtMs: number | undefined;
  #pausedMs = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly root: HTMLElement) {}

  /** Another size or setting: what flies is cleared, since its lanes are others now. */
  layOut(layout: Layout, widthPx: number): void {
    this.clear();
    this.#layout = layout;
    this.#widthPx = widthPx;
    this.#lanes = Array.from({ length: layout.laneCount });
    const family = getComputedStyle(this.root).fontFamily;
    if (this.#pen) this.#pen.font = `500 ${layout.fontPx}px ${family}`;
    this.root.style.fontSize = `${layout.fontPx}px`;
  }

  /** One's own words go before others' when not all find a lane. */
  offer(flyers: readonly Flyer[]): void {
    const sinceMs = this.#now();
    const news = flyers.map((flyer) => ({ flyer, sinceMs, widthPx: this.#widthOf(flyer) }));
    this.#waiting = [...news.filter(({ flyer }) => flyer.mine), ...this.#waiting, ...news.filter(({ flyer }) => !flyer.mine)];
    this.#waiting.splice(mostWaiting);
    this.#launchAll();
  }

  takeBack(seqs: readonly number[]): void {
    this.#waiting = this.#waiting.filter(({ flyer }) => !seqs.includes(flyer.seq));
    for (const airborne of this.#airborne) if (seqs.includes(airborne.flyer.seq)) this.#land(airborne);
  }

  pause(): void {
    if (this.#pausedAtMs !== undefined) return;
    this.#pausedAtMs = performance.now();
    for (const { flight } of this.#airborne) flight.pause();
  }

  resume(): void {
    if (this.#pausedAtMs === undefined) return;
    this.#pausedMs += performance.now() - this.#pausedAtMs;
    this.#pausedAtMs = undefined;
    for (const { flight } of this.#airborne) flight.play();
    this.#launchAll();
  }

  clear(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#waiting = [];
    for (const airborne of this.#airborne) this.#land(airborne);
    this.#lanes = this.#lanes.map(() => undefined);
  }

  /** The layer's own time: it stands while the picture does. */
  #now(): number {
    return (this.#pausedAtMs ?? performance.now()) - this.#pausedMs;
  }

  #launchAll(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#pausedAtMs !== undefined) return;
    const now = this.#now();
    for (const airborne of this.#airborne) if (airborne.goneAtMs < now) this.#land(airborne);
    this.#waiting = this.#waiting.filter((waiting) => now - waiting.sinceMs < patienceMs && !this.#launch(waiting));
    if (this.#waiting.length > 0) this.#timer = setTimeout(() => this.#launchAll(), 100);
  }

  #widthOf({ text }: Flyer): number {
    return Math.ceil(this.#pen?.measureText(text).width ?? text.length * (this.#layout?.fontPx ?? 0));
  }

  #launch({ flyer, widthPx }: Waiting): boolean {
    if (!this.#layout || this.#airborne.size >= this.#layout.atOnce) return false;
    const { speedPxPerMs, laneHeightPx } = this.#layout;
    const flight = { startedAtMs: this.#now(), widthPx, speedPxPerMs };
    const lane = freeLane(this.#lanes, flight, this.#widthPx);
    if (lane === undefined) return false;
    this.#lanes[lane] = flight;
    this.#fly(flyer, lane * laneHeightPx, flight);
    return true;
  }

  #fly(flyer: Flyer, topPx: number, flight: Flight): void {
    const element = this.#spare.pop() ?? this.root.appendChild(document.createElement('span'));
    element.textContent = flyer.text;
    element.style.color = flyer.color ?? '';
    element.style.display = '';
    element.toggleAttribute('data-mine', flyer.mine);
    const acrossMs = durationMs(flight, this.#widthPx);
    const duration = acrossMs + beyondMs;
    const endPx = this.#widthPx - flight.speedPxPerMs * duration;
    const way = [`translate(${this.#widthPx}px, ${topPx}px)`, `translate(${endPx}px, ${topPx}px)`];
    const animation = element.animate({ transform: way }, { duration, easing: 'linear', fill: 'both' });
    const airborne = { flyer, element, flight: animation, goneAtMs: flight.startedAtMs + acrossMs };
    this.#airborne.add(airborne);
    animation.onfinish = () => this.#land(airborne);
  }

  #land(airborne: Airborne): void {
    if (!this.#airborne.delete(airborne)) return;
    airborne.flight.cancel();
    airborne.element.style.display = 'none';
    this.#spare.push(airborne.element);
  }
}
