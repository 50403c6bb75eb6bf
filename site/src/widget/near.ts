// Waits until an element comes near the window, so that a page does not ask for what nobody scrolls to.
const margin = "600px";

export function whenNear(element: Element, then: () => void): void {
  const watch = new IntersectionObserver((entries) => {
    if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
    watch.disconnect();
    if (element.isConnected) then();
  }, { rootMargin: margin });
  watch.observe(element);
}
