// Text that does not fit: cut off, running out of its box, or pushing the page aside.

/** One line for each text on the page that a reader can't see whole, and one if the page scrolls sideways. */
export function findCut(page) {
  return page.evaluate(() => {
    const edge = document.documentElement.clientWidth, found = new Set();
    if (document.documentElement.scrollWidth > edge + 1) found.add(`the page is ${document.documentElement.scrollWidth} wide`);
    const scrolls = (style) => /auto|scroll/.test(style.overflowX);
    const told = (element) => Boolean(element.closest("[title], .trail"));
    const name = (element) => `${element.tagName.toLowerCase()}.${[...element.classList].join(".")}`;
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const text = texts.currentNode, holder = text.parentElement;
      // What people call things may be as long as they like: it ends in dots. What Cordee says stands there whole.
      if (!/^\s*⟦.*⟧\s*$/s.test(text.data) || !holder.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
      const range = document.createRange();
      range.selectNodeContents(text);
      const place = range.getBoundingClientRect();
      if (!place.width || !place.height) continue;
      if (holder.closest(".sr, .skip, .line-place")) continue; // only for those who listen
      let clipped = false;
      for (let box = holder; box && box !== document.body; box = box.parentElement) {
        const style = getComputedStyle(box), at = box.getBoundingClientRect();
        if (at.width <= 1) { clipped = true; break; } // said, and seen as an icon
        if (scrolls(style) || box.matches("option, select")) break;
        const hides = style.overflowX !== "visible", frame = hides || style.borderInlineEndWidth !== "0px" || style.backgroundColor !== "rgba(0, 0, 0, 0)";
        const over = place.right > at.right + 1 || place.left < at.left - 1 || (style.overflowY === "hidden" && place.bottom > at.bottom + 2);
        clipped ||= hides;
        if (frame && over && style.display !== "inline" && style.display !== "contents") {
          if (!(hides && told(holder))) found.add(`${hides ? "cut in" : "out of"} ${name(box)}: ${text.data.trim().slice(0, 60)}`);
          break;
        }
        if (style.position === "fixed") break;
      }
      if (place.right > edge + 1 && !clipped && !insideScroller(holder)) found.add(`beyond the window: ${name(holder)}: ${text.data.trim().slice(0, 60)}`);
    }
    return [...found];

    function insideScroller(element) {
      for (let box = element; box && box !== document.body; box = box.parentElement) {
        if (scrolls(getComputedStyle(box))) return true;
      }
      return false;
    }
  });
}
