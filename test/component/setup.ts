import '@testing-library/jest-dom/vitest';
import { beforeEach } from 'vitest';
import { language } from '../../renderer/src/state/language.svelte';

beforeEach(() => {
  language.wish = 'en';
});
