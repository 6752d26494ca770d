// What the two choices of this page do: another style sheet, and another color-scheme of the page.
const [form] = document.forms;
const theme = document.getElementById('theme');

form.addEventListener('change', () => {
  const chosen = new FormData(form);
  const name = chosen.get('theme');
  theme.disabled = !name;
  if (name) theme.href = `./themes/${name}.css`;
  document.documentElement.style.colorScheme = chosen.get('scheme');
});
