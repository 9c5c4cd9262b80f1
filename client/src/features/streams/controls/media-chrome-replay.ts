// What only a recording needs: where one is in it, and how fast.
// First, before any element is made.
import './carry-nonce.js';
import './carry-nonce-range.js';
import './carry-nonce-text.js';
import 'media-chrome/media-playback-rate-button';
import 'media-chrome/media-time-display';
import 'media-chrome/media-time-range';
