import { MediaChromeButton } from 'media-chrome/media-chrome-button';
import { MediaChromeRange } from 'media-chrome/media-chrome-range';
import { MediaContainer } from 'media-chrome/media-container';
import MediaGestureReceiver from 'media-chrome/media-gesture-receiver';
import { MediaTextDisplay } from 'media-chrome/media-text-display';
import MediaTooltip from 'media-chrome/media-tooltip';

/**
 * The elements of media-chrome bring their styles along in their shadows, and the content security policy lets no style
 * in that does not carry the page's nonce. The page's own scripts have it. Their base classes are taught it here, before
 * the elements that are made of them are defined.
 */
function carryNonce(element: { getTemplateHTML: (attributes: Record<string, string>) => string }, nonce: string): void {
  const template = element.getTemplateHTML;
  element.getTemplateHTML = function withNonce(this: unknown, ...parts) {
    return template.apply(this, parts).replaceAll('<style', `<style nonce="${nonce}"`);
  };
}

const nonce = document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce;
if (nonce) {
  carryNonce(MediaChromeButton, nonce);
  carryNonce(MediaChromeRange, nonce);
  carryNonce(MediaContainer, nonce);
  carryNonce(MediaGestureReceiver, nonce);
  carryNonce(MediaTextDisplay, nonce);
  carryNonce(MediaTooltip, nonce);
}
