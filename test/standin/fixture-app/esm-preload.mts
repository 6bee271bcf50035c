// A sandboxed preload has to be CommonJS. This one is not, on purpose.
import { ipcRenderer } from 'electron';

ipcRenderer.send('never');
