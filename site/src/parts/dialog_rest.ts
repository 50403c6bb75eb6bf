// At a large zoom a dialog is taller than the window: as long as something of it lies below, it carries `data-more` and shows that.
const slack = 8;

/** Watches a dialog until what is returned is called. */
export function watchRest(dialog: HTMLDialogElement): () => void {
  const look = (): void => {
    const below = dialog.scrollHeight - dialog.clientHeight - dialog.scrollTop;
    dialog.toggleAttribute("data-more", below > slack);
  };
  const sizes = new ResizeObserver(look);
  sizes.observe(dialog);
  for (const each of dialog.children) sizes.observe(each);
  dialog.addEventListener("scroll", look, { passive: true });
  look();
  return () => sizes.disconnect();
}
