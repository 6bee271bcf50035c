// Put into the page's own world before any of its scripts: the page's end of the bridge, nothing else.
import { Bridge } from './bridge.cjs';
import type { PageConfig } from './channel.cjs';

export function start(config: PageConfig): void {
  if (window.top === window) new Bridge('page', config.secret);
}
