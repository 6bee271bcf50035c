export const appText = {
  'app.name': 'Hugepages Guide',
} as const;
