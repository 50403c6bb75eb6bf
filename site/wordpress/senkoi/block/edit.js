// The block in the editor: which element, of which specialty. What visitors see is written by elements.php; sentences come from words.php.
(({ blocks, element, blockEditor, components }, words) => {
  const { createElement: make } = element;
  const choices = (names) => names.map(([value, label]) => ({ value, label }));

  function Edit({ attributes, setAttributes }) {
    const elements = ["entry", "figures", "search"].map((name) => [name, words[name]]);
    const fields = [["", words.choose], ...Object.entries(words.fields).sort(([a], [b]) => a.localeCompare(b))];
    const select = (name, options) => make(components.SelectControl, {
      label: words[name], value: attributes[name], options: choices(options), onChange: (value) => setAttributes({ [name]: value }),
    });
    const notice = words.ready ? null : make(components.Notice, { status: "warning", isDismissible: false }, words.not_set);
    return make("div", blockEditor.useBlockProps(),
      make(components.Placeholder, { icon: "welcome-learn-more", label: words.block }, notice, select("element", elements), select("society", fields)));
  }

  blocks.registerBlockType("senkoi/element", { edit: Edit, save: () => null });
})(window.wp, window.senkoiBlock);
