import { showAll } from './screen';
import '@testing-library/jest-dom/vitest';
import { configure } from '@testing-library/svelte';
import { beforeEach } from 'vitest';
import { appearance } from '../../renderer/src/state/appearance.svelte';
import { language } from '../../renderer/src/state/language.svelte';

// A chapter is loaded, and here compiled too, when it is first opened.
configure({ asyncUtilTimeout: 25_000 });

beforeEach(() => {
  language.wish = 'en';
  appearance.theme = 'system';
  appearance.contrast = 'system';
  showAll();
});
