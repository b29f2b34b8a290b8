/** In the page: text that is cut off, that lies on other text, and a page that is wider than its screen. */
export function crowdedText(): string[] {
  const { scrollWidth, clientWidth } = document.documentElement;
  const found = scrollWidth > clientWidth ? [`the page is ${scrollWidth} wide`] : [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const lines: { readonly text: string; readonly box: DOMRect }[] = [];
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const parent = node.parentElement;
    const text = node.textContent?.trim() ?? '';
    if (text === '' || parent === null || parent.closest('svg, script, style, select, noscript, canvas'))
      continue;
    if (!parent.checkVisibility({ checkVisibilityCSS: true, checkOpacity: true })) continue;
    const { overflowX, clipPath, position } = getComputedStyle(parent);
    // For who listens, or meant to lie on the page.
    if (clipPath !== 'none' || position === 'fixed') continue;
    if (overflowX === 'hidden' && parent.scrollWidth > parent.clientWidth + 1) found.push(`cut off: ${text}`);
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const box of range.getClientRects()) if (box.width > 1) lines.push({ text, box });
  }
  lines.sort((a, b) => a.box.top - b.box.top);
  for (const [index, { text, box }] of lines.entries()) {
    for (const other of lines.slice(index + 1, index + 60)) {
      const across = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
      const down = Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top);
      // Boxes of lines are taller than their letters.
      if (across > 2 && down > box.height * 0.4) found.push(`"${text}" lies on "${other.text}"`);
    }
  }
  return [...new Set(found)].slice(0, 5);
}
