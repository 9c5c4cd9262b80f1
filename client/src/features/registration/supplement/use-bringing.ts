import type { UploadKind } from '@yunhui/contracts';
import { uuidV7 } from '@yunhui/realtime-client';
import { useRef, useState } from 'react';
import { bringPicture } from '../../../platform/uploads.js';
import { useLatest } from '../../../platform/use-latest.js';

/** A picture on its way to the hub. */
export type Bringing = { key: string; file: File; phase: 'waiting' | 'sending' | 'failed'; error?: unknown };

type Told = {
  /** With the id of each picture that the hub has. */
  arrived: (id: string) => void;
  /** Before each: whoever ends what is written here waits for it. */
  during: (work: Promise<void>) => void;
};

/** Brings pictures one after the other, in the order in which they were chosen. */
export function useBringing(kind: UploadKind, told: Told) {
  const [under, setUnder] = useState<readonly Bringing[]>([]);
  const line = useRef(Promise.resolve());
  const latest = useLatest(told);
  const put = (key: string, change: Partial<Bringing>) =>
    setUnder((now) => now.map((one) => (one.key === key ? { ...one, ...change } : one)));
  const drop = (key: string) => setUnder((now) => now.filter((one) => one.key !== key));

  const send = async (key: string, file: File): Promise<void> => {
    put(key, { phase: 'sending' });
    try {
      const { id } = await bringPicture(file, kind);
      latest.current.arrived(id);
      drop(key);
    } catch (error) {
      put(key, { phase: 'failed', error });
    }
  };
  const lineUp = ({ key, file }: Bringing) => {
    line.current = line.current.then(() => send(key, file));
    latest.current.during(line.current);
  };
  return {
    under,
    bring: (files: readonly File[]) => {
      const begun = files.map((file): Bringing => ({ key: uuidV7(), file, phase: 'waiting' }));
      setUnder((now) => [...now, ...begun]);
      begun.forEach(lineUp);
    },
    again: (one: Bringing) => {
      put(one.key, { phase: 'waiting', error: undefined });
      lineUp(one);
    },
    drop,
  };
}
