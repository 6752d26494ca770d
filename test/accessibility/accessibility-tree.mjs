// What does the browser tell a screen reader? Chromium's own tree of accessible objects, over its debugging protocol.

const valueOf = (property) => property?.value?.value ?? property?.value;

/** The accessible objects of a page in reading order, each with what is above it. Ignored ones are left out. */
export async function treeOf(page) {
  const session = (page.debugSession ??= await page.context().newCDPSession(page));
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const tree = [];

  const walk = (node, ancestors) => {
    const role = node.role?.value;
    const inTree = !node.ignored && role !== 'none' && role !== 'generic' && role !== 'InlineTextBox';
    let entry;
    // The text in a field is its value, not a part of the page.
    const inField = ancestors.some((up) => up.role === 'textbox');
    if (inTree && !inField) {
      const properties = Object.fromEntries(
        (node.properties ?? []).map(({ name, value }) => [name, value.value]),
      );
      entry = {
        role,
        name: node.name?.value ?? '',
        description: node.description?.value ?? '',
        value: valueOf(node.value),
        ...properties,
        ancestors,
        text: '',
      };
      tree.push(entry);
      if (role === 'StaticText') for (const each of ancestors) each.text += ` ${entry.name}`;
    }
    for (const id of node.childIds ?? []) {
      const child = byId.get(id);
      if (child) walk(child, entry ? [...ancestors, entry] : ancestors);
    }
  };
  walk(nodes[0], []);
  return tree;
}
