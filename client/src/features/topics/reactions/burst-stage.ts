import type { ReactionName } from '@yunhui/contracts';
import { glyphs } from './glyphs.js';
import { lingerMs, riseMs, risingPx, wayOf } from './rise.rules.js';

/** More are not shown at once, however many react. */
const mostRising = 24;
/** Those of one moment rise one after the other. */
const apartMs = 90;

const svg = 'http://www.w3.org/2000/svg';

type Rising = { name: ReactionName; element: SVGSVGElement; flight: Animation; goneAtMs: number };

/** A white line on a dark one, so that it is seen over any picture: a shadow would be drawn anew for each. */
function anElement(name: ReactionName): SVGSVGElement {
  const element = document.createElementNS(svg, 'svg');
  element.setAttribute('viewBox', '0 0 24 24');
  for (const line of [document.createElementNS(svg, 'path'), document.createElementNS(svg, 'path')]) {
    line.setAttribute('d', glyphs[name]);
    element.append(line);
  }
  return element;
}

/**
 * Lets reactions rise over a picture. A drawing is made once, unseen unless it rises, and the compositor moves it:
 * applause costs the chat beside it nothing.
 */
export class BurstStage {
  readonly #rising = new Set<Rising>();
  readonly #spare = new Map<ReactionName, SVGSVGElement[]>();
  #size = { widthPx: 0, heightPx: 0 };

  constructor(private readonly root: HTMLElement) {}

  resize(widthPx: number, heightPx: number): void {
    this.#size = { widthPx, heightPx };
  }

  /** `count` of one name; who finds no room is not shown. */
  show(name: ReactionName, count: number): void {
    this.#tidy();
    const room = Math.min(count, mostRising - this.#rising.size);
    for (let more = 0; more < room; more += 1) this.#rise(name, more * apartMs);
  }

  clear(): void {
    for (const rising of this.#rising) this.#land(rising);
  }

  #rise(name: ReactionName, delay: number): void {
    const element = this.#spare.get(name)?.pop() ?? this.root.appendChild(anElement(name));
    const { widthPx, heightPx } = this.#size;
    const way = wayOf({ xPx: Math.random() * (widthPx - risingPx), swayPx: 2 + Math.random() * 4, heightPx });
    const flight = element.animate(way, { duration: riseMs + lingerMs, delay });
    const rising = { name, element, flight, goneAtMs: performance.now() + delay + riseMs };
    this.#rising.add(rising);
    flight.onfinish = () => this.#land(rising);
  }

  #tidy(): void {
    const nowMs = performance.now();
    for (const rising of this.#rising) if (rising.goneAtMs < nowMs) this.#land(rising);
  }

  #land(rising: Rising): void {
    if (!this.#rising.delete(rising)) return;
    rising.flight.cancel();
    const { name, element } = rising;
    this.#spare.set(name, [...(this.#spare.get(name) ?? []), element]);
  }
}
