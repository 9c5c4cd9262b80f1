import { Injectable } from '@nestjs/common';
import type { WarmTopic } from '../../../platform/realtime/index.js';
import { TopicPlaces } from '../topic-places.js';
import { type EffectiveMode, effectiveMode, slowModeOf } from './mode.rules.js';
import { ModePlan } from './mode-plan.js';

/** What holds for a message now, and the two numbers under which it holds. */
export type TopicRules = { mode: EffectiveMode; slowModeMs: number; modeVersion: number; shieldVersion: number };

/** What holds in a topic: its own mode under the plan of its place. Asked with each message, so it costs nothing while nothing changes. */
@Injectable()
export class TopicModes {
  private readonly known = new WeakMap<WarmTopic, TopicRules>();

  constructor(
    private readonly plan: ModePlan,
    private readonly places: TopicPlaces,
  ) {}

  async of(topic: WarmTopic): Promise<TopicRules> {
    const known = this.known.get(topic);
    if (known?.modeVersion === topic.head.modeVersion && known.shieldVersion === this.plan.version) return known;
    const path = await this.places.pathOf(topic.name);
    // Read together, after the wait: the numbers must be those of the rows.
    const { shields, unattended } = this.plan.asked(path);
    const mode = effectiveMode(topic.head.mode, shields, unattended);
    const rules = {
      mode,
      slowModeMs: slowModeOf(mode),
      modeVersion: topic.head.modeVersion,
      shieldVersion: this.plan.version,
    };
    this.known.set(topic, rules);
    return rules;
  }

  /** After an append was sent back: what this node knew is old. */
  async renew(topic: WarmTopic): Promise<void> {
    await Promise.all([topic.heal(), this.plan.renew()]);
  }
}
