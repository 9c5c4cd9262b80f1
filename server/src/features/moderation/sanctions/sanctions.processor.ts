import { Injectable } from '@nestjs/common';
import { type Fact, OnFact } from '../../../platform/facts/index.js';
import { HidingService } from './hiding.service.js';

/** Finishes what a node that died has left undone: what was to be hidden is hidden. */
@Injectable()
export class SanctionsProcessor {
  constructor(private readonly hiding: HidingService) {}

  @OnFact('sanction.placed')
  async placed({ key }: Fact): Promise<void> {
    await this.hiding.hide(key);
  }
}
