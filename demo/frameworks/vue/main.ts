import { createApp } from 'vue';
import Page from './Page.vue';

const app = createApp(Page);
app.mount('#app');
document.getElementById('unmount')?.addEventListener('click', () => app.unmount());
