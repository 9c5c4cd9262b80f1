// The loudness of the page alone: a finger has the phone's own.
// First, before any element is made.
import './carry-nonce-range.js';
import 'media-chrome/media-volume-range';
