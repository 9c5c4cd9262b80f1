type Styled = { getTemplateHTML: (attributes: Record<string, string>) => string };

const nonce = document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce;

/**
 * The elements of media-chrome bring their styles along in their shadows, and the content security policy lets no style
 * in that does not carry the page's nonce. The page's own scripts have it. Their base classes are taught it here, before
 * the elements that are made of them are defined.
 */
export function carryNonce(...elements: readonly Styled[]): void {
  if (!nonce) return;
  for (const element of elements) {
    const template = element.getTemplateHTML;
    element.getTemplateHTML = function withNonce(this: unknown, ...parts) {
      return template.apply(this, parts).replaceAll('<style', `<style nonce="${nonce}"`);
    };
  }
}
