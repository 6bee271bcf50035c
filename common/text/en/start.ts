export const startText = {} as const;
