import { aTimeout, expect, fixture, html, nextFrame } from '@open-wc/testing';
import { LitElement, html as template, type TemplateResult } from 'lit';
import { FragmentController } from '../../src/elements/controllers/fragment-controller.js';
import { goToFragment, waitUntil } from '../support/wait-until.js';

/** A host with two items, to see what the controller does apart from any element of ours. */
class ItemHost extends LitElement {
  opened: string[] = [];
  readonly fragment = new FragmentController(this, 'item', (id) => {
    this.opened.push(id);
    return ['one', 'two', 'größe'].includes(id) ? `item-${id}` : undefined;
  });

  protected override render(): TemplateResult {
    return template`<button id="item-one">One</button><button id="item-two">Two</button>
      <button id="item-größe">Größe</button><slot></slot>`;
  }
}
customElements.define('item-host', ItemHost);

const focused = (host: ItemHost): string | undefined => host.shadowRoot!.activeElement?.id;

describe('links to an item', () => {
  const address = location.href;
  afterEach(() => history.replaceState(null, '', address));

  const show = async (fragment = '', content = html``): Promise<ItemHost> => {
    history.replaceState(null, '', address + fragment);
    const host = await fixture<ItemHost>(html`<item-host>${content}</item-host>`);
    await nextFrame();
    return host;
  };

  it('open it at load and move focus there', async () => {
    const host = await show('#stemcell-item-two');
    expect(host.opened).to.deep.equal(['two']);
    expect(focused(host)).to.equal('item-two');
  });

  it('leave the focus alone at load without a fragment of ours', async () => {
    for (const fragment of [
      '',
      '#two',
      '#stemcell-other-two',
      '#stemcell-item-three',
      '#%E0%A4%A',
      '#/route',
    ]) {
      const host = await show(fragment);
      expect(document.activeElement, fragment).to.equal(document.body);
      expect(host.opened.join(), fragment).to.equal(fragment.endsWith('three') ? 'three' : '');
    }
  });

  it('open it when the fragment changes, and again when the visitor comes back', async () => {
    const host = await show('#stemcell-item-one');
    await goToFragment('#stemcell-item-two');
    expect(focused(host)).to.equal('item-two');
    history.back();
    await waitUntil(() => focused(host) === 'item-one', 'the first item has focus again');
    await aTimeout(0);
  });

  it('open several and move focus to the first that is known', async () => {
    const host = await show('#stemcell-item-none,two,one');
    expect(host.opened).to.deep.equal(['none', 'two', 'one']);
    expect(focused(host)).to.equal('item-two');
  });

  it("open by a bare id that the page's own element inside has, and by no other", async () => {
    document.body.append(Object.assign(document.createElement('p'), { id: 'one' }));
    const host = await show('#one', html`<p id="two">My own words</p>`);
    expect(host.opened).to.deep.equal([]);
    await goToFragment('#two');
    expect(host.opened).to.deep.equal(['two']);
    document.getElementById('one')!.remove();
  });

  it('are read with letters of any language', async () => {
    const host = await show('#stemcell-item-gr%C3%B6%C3%9Fe');
    expect(focused(host)).to.equal('item-größe');
    const link = Object.assign(document.createElement('a'), { href: host.fragment.link('größe') });
    expect(link.href).to.equal(address + '#stemcell-item-gr%C3%B6%C3%9Fe');
  });

  it('follow the visitor without filling the history, and keep the rest of the address', async () => {
    const host = await show();
    history.replaceState({ of: 'the page' }, '', address);
    const { length } = history;
    host.fragment.write('one');
    host.fragment.write('two');
    expect(location.href).to.equal(address + '#stemcell-item-two');
    expect(history.state).to.deep.equal({ of: 'the page' });
    expect(history.length).to.equal(length);
    expect(host.opened).to.deep.equal(['']);
  });

  it('leave the route of an application in the address', async () => {
    const host = await show('#/knee/prices');
    host.fragment.write('one');
    expect(location.hash).to.equal('#/knee/prices');
  });

  it('throw nothing where the address cannot be written', async () => {
    const host = await show();
    // As in sandboxed frames, and after too many calls in a short time.
    history.replaceState = () => {
      throw new DOMException('Not here', 'SecurityError');
    };
    host.fragment.write('one');
    delete (history as Partial<History>).replaceState;
    expect(location.href).to.equal(address);
  });

  it('are no longer followed once the host is gone', async () => {
    const host = await show();
    host.remove();
    await goToFragment('#stemcell-item-one');
    expect(host.opened).to.deep.equal(['']);
  });
});
