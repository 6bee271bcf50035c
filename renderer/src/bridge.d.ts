import type { Bridge } from '../../common/contract';

declare global {
  interface Window {
    /** Put there by preload/index.ts. */
    readonly hugepagesGuide: Bridge;
  }
}
