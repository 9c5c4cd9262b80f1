import { useEffect, useState } from 'react';
import { remember, remembered } from '../../platform/memory.js';
import type { Draft } from './composer.js';

/** What is being written, kept on the device: a reload for a new build must not cost anybody their words. */
export function useDraft(topic: string): Draft {
  const [text, setText] = useState(() => remembered(`draft.${topic}`) ?? '');
  useEffect(() => remember(`draft.${topic}`, text === '' ? undefined : text), [topic, text]);
  return { text, write: setText };
}
