import { MediaTextDisplay } from 'media-chrome/media-text-display';
import { carryNonce } from './nonce.js';

carryNonce(MediaTextDisplay);
