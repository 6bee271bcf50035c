import { mount } from 'svelte';
import App from './App.svelte';
import './app.css';
import { Guide } from './state/guide.svelte';

const target = document.querySelector('#app');
if (target === null) throw new Error('index.html has no #app');
const guide = new Guide(window.hugepagesGuide);
mount(App, { target, props: { guide } });
void guide.open();
