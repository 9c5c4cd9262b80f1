import { MediaChromeRange } from 'media-chrome/media-chrome-range';
import { carryNonce } from './nonce.js';

carryNonce(MediaChromeRange);
