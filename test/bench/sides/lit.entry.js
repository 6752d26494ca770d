import { LitElement, css, html, nothing } from 'lit';
import { text as built } from 'virtual:text';

// Three elements with nothing but their text: no settings, no search across languages, nothing kept.

const given = document.querySelector('script[type="application/json"]');
const text = given ? JSON.parse(given.textContent) : built;

const shared = css`
  :host {
    display: block;
  }
  button,
  input[type='search'] {
    font: inherit;
    min-height: 44px;
    padding: 0.4em 1em;
  }
  .disclosure {
    display: block;
    width: 100%;
    text-align: start;
    border: 0;
    background: none;
    font-weight: 600;
  }
  h3 {
    margin: 0;
    border-block-start: 1px solid #767676;
  }
  input[type='checkbox'] {
    width: 1.4em;
    height: 1.4em;
  }
  small {
    display: block;
  }
`;

const list = (lines) => html`<ul>${lines.map((line) => html`<li>${line}</li>`)}</ul>`;
const answer = (blocks) => blocks.map((block) => (block.list ? list(block.list) : html`<p>${block}</p>`));

class Disclosures extends LitElement {
  static styles = shared;
  static properties = { open: { state: true }, query: { state: true } };

  constructor() {
    super();
    this.open = new Set();
    this.query = '';
  }

  toggle(id) {
    const open = new Set(this.open);
    if (!open.delete(id)) open.add(id);
    this.open = open;
  }

  item(id, title, body, shown = true) {
    const open = this.open.has(id);
    return html`<div class="item" ?hidden=${!shown}>
      <h3><button class="disclosure" aria-expanded=${open} aria-controls=${id} @click=${() => this.toggle(id)}>${title}</button></h3>
      <div id=${id} hidden=${open ? nothing : 'until-found'}>${body}</div>
    </div>`;
  }
}

class BareStepper extends Disclosures {
  constructor() {
    super();
    this.open = new Set([text.stages[0].id]);
  }

  render() {
    return html`${text.notice.map((line) => html`<p>${line}</p>`)}
      <h2>Your procedure, step by step</h2>
      ${text.stages.map(({ id, title, summary, sections }) =>
        this.item(
          id,
          title,
          html`<p>${summary}</p>
            ${sections.map(({ title, lines }) => html`<h4>${title}</h4>${list(lines)}`)}`,
        ),
      )}`;
  }
}

class BareQuestions extends Disclosures {
  finds({ question, answer }) {
    return JSON.stringify([question, answer]).toLowerCase().includes(this.query);
  }

  render() {
    return html`<h2>Questions and answers</h2>
      <label for="search">Search</label>
      <input type="search" id="search" @input=${({ target }) => (this.query = target.value.toLowerCase())} />
      <button id="all" @click=${() => (this.open = new Set(text.questions.map(({ id }) => id)))}>Show all</button>
      ${text.questions.map((each) => this.item(each.id, each.question, answer(each.answer), !this.query || this.finds(each)))}`;
  }
}

class BareChecklist extends LitElement {
  static styles = shared;
  static properties = { done: { state: true } };

  constructor() {
    super();
    this.done = new Set();
  }

  tick(id) {
    const done = new Set(this.done);
    if (!done.delete(id)) done.add(id);
    this.done = done;
  }

  render() {
    const { intro, levels } = text.warnings;
    return html`<h2>Your checklist</h2>
      <h3>Warning signs</h3>
      <p>${intro}</p>
      ${levels.map(({ title, signs }) => html`<h4>${title}</h4>${list(signs)}`)}
      ${text.phases.map(
        ({ title, tasks }) =>
          html`<h3>${title}</h3>
            <ul>
              ${tasks.map(
                ({ id, text, why }) =>
                  html`<li>
                    <input type="checkbox" id=${id} .checked=${this.done.has(id)} @change=${() => this.tick(id)} />
                    <label for=${id}>${text}</label> <small>${why}</small>
                  </li>`,
              )}
            </ul>`,
      )}`;
  }
}

customElements.define('bare-stepper', BareStepper);
customElements.define('bare-questions', BareQuestions);
customElements.define('bare-checklist', BareChecklist);
