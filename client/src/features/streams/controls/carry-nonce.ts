import { MediaChromeButton } from 'media-chrome/media-chrome-button';
import { MediaContainer } from 'media-chrome/media-container';
import MediaGestureReceiver from 'media-chrome/media-gesture-receiver';
import MediaTooltip from 'media-chrome/media-tooltip';
import { carryNonce } from './nonce.js';

// Before the elements that are made of them are defined.
carryNonce(MediaChromeButton, MediaContainer, MediaGestureReceiver, MediaTooltip);
