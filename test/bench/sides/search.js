/** What a page adds to components of others: a search and a button for all, as its author would write them. */
export function searchAndShowAll(items, openAll) {
  document.querySelector('#all').addEventListener('click', openAll);
  document.querySelector('#search').addEventListener('input', ({ target }) => {
    const query = target.value.toLowerCase();
    for (const nodes of items()) {
      const found = nodes.some((node) => node.textContent.toLowerCase().includes(query));
      for (const node of nodes) node.hidden = !found;
    }
  });
}
