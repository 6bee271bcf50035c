import { enHistory } from './en-history';
import { enOutside } from './en-outside';
import { enWindow } from './en-window';

/** Every sentence a person reads, in English; it decides which keys there are. */
export const en = {
  ...enWindow,
  ...enHistory,
  ...enOutside,
};
