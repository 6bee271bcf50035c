export const menuText = {
  'menu.file': 'File',
  'menu.quit': 'Quit',
  'menu.edit': 'Edit',
  'menu.cut': 'Cut',
  'menu.copy': 'Copy',
  'menu.paste': 'Paste',
  'menu.select-all': 'Select all',
  'menu.view': 'View',
  'menu.zoom-in': 'Larger',
  'menu.zoom-out': 'Smaller',
  'menu.zoom-reset': 'Normal size',
  'menu.full-screen': 'Full screen',
} as const;
