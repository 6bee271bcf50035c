export const verdictText = {} as const;
