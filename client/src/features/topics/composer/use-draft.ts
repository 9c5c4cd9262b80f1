import { useEffect, useState } from 'react';
import { remember, remembered } from '../../../platform/memory.js';

/** What is being written. */
export type Draft = { text: string; write: (text: string) => void };

/** A draft of each topic, kept on the device: a reload for a new build must not cost anybody their words. */
export function useDraft(topic: string): Draft {
  const [text, setText] = useState(() => remembered(`draft.${topic}`) ?? '');
  useEffect(() => remember(`draft.${topic}`, text === '' ? undefined : text), [topic, text]);
  return { text, write: setText };
}
