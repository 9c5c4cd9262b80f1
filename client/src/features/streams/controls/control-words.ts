import { useMemo } from 'react';
import { useWords } from '../../../platform/i18n/use-words.js';

type Words = Readonly<Record<string, string>>;
type Learn = (language: string, words: Words) => void;

/** What the controls are to say, by language: they come after the first playlist, and their words are known before. */
const known = new Map<string, Words>();
let learnt: Learn | undefined;

/** The controls are there: they learn what is known, and whatever comes. */
export function teachWords(learn: Learn): void {
  learnt = learn;
  for (const [language, words] of known) learn(language, words);
}

/** Gives the controls our words, under the keys that media-chrome asks for; answers the language to set on them. */
export function useControlWords(): string {
  const { t, language } = useWords();
  return useMemo(() => {
    const words = {
      play: t('player.play'),
      Play: t('player.play'),
      pause: t('player.pause'),
      Pause: t('player.pause'),
      mute: t('player.mute'),
      Mute: t('player.mute'),
      unmute: t('player.unmute'),
      Unmute: t('player.unmute'),
      volume: t('player.volume'),
      seek: t('player.seek'),
      'closed captions': t('player.captions'),
      'Enable captions': t('player.captionsOn'),
      'Disable captions': t('player.captionsOff'),
      'enter picture in picture mode': t('player.pip'),
      'Enter picture in picture mode': t('player.pip'),
      'exit picture in picture mode': t('player.leavePip'),
      'Exit picture in picture mode': t('player.leavePip'),
      'enter fullscreen mode': t('player.fullscreen'),
      'Enter fullscreen mode': t('player.fullscreen'),
      'exit fullscreen mode': t('player.leaveFullscreen'),
      'Exit fullscreen mode': t('player.leaveFullscreen'),
      'Playback rate': t('player.rate'),
      'Playback rate {playbackRate}': `${t('player.rate')} {playbackRate}`,
      'playback time': t('player.time'),
      'video player': t('player.video'),
    };
    known.set(language, words);
    learnt?.(language, words);
    return language;
  }, [t, language]);
}
