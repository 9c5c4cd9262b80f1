import type { HTMLAttributes, RefAttributes } from 'react';
// First, before any element is made.
import './carry-nonce.js';
import './learn-words.js';
import 'media-chrome/media-captions-button';
import 'media-chrome/media-controller';
import 'media-chrome/media-fullscreen-button';
import 'media-chrome/media-mute-button';
import 'media-chrome/media-pip-button';
import 'media-chrome/media-play-button';

type Control = HTMLAttributes<HTMLElement> & RefAttributes<HTMLElement> & { noautohide?: boolean };
type Button = Control & { notooltip?: boolean; disabled?: boolean };

declare module 'react' {
  // The way in which React lets a page name its custom elements.
  // oxlint-disable-next-line typescript/no-namespace
  namespace JSX {
    interface IntrinsicElements {
      'media-controller': Control & {
        autohide?: string;
        nohotkeys?: boolean;
        noautoseektolive?: boolean;
        novolumepref?: boolean;
        nomutedpref?: boolean;
        nosubtitleslangpref?: boolean;
        gesturesdisabled?: boolean;
        onmediamuterequest?: () => void;
        onmediaunmuterequest?: () => void;
        onmediavolumerequest?: (event: CustomEvent<number>) => void;
        onmediatogglesubtitlesrequest?: () => void;
      };
      'media-play-button': Button;
      'media-mute-button': Button;
      'media-captions-button': Button;
      'media-pip-button': Button;
      'media-fullscreen-button': Button;
      'media-playback-rate-button': Button & { rates?: string };
      'media-volume-range': Control;
      'media-time-range': Control;
      'media-time-display': Control & { showduration?: boolean };
    }
  }
}
