import { mount, unmount } from 'svelte';
import Page from './Page.svelte';

const page = mount(Page, { target: document.getElementById('app')! });
document.getElementById('unmount')?.addEventListener('click', () => void unmount(page));
