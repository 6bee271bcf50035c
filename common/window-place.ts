/** A rectangle in the desktop's pixels. */
export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where the window was and how large, before it was maximized. */
export interface WindowPlace extends Area {
  readonly isMaximized: boolean;
}

/** The least that the guide can be read in. */
export const LEAST_WINDOW = { width: 800, height: 600 } as const;
const FIRST_WINDOW = { width: 1_100, height: 780 } as const;

/** Enough of the title bar to take hold of. */
const LEAST_VISIBLE = { width: 120, height: 40 } as const;

function overlap(startOne: number, lengthOne: number, startOther: number, lengthOther: number): number {
  return Math.min(startOne + lengthOne, startOther + lengthOther) - Math.max(startOne, startOther);
}

function isWithinReach(place: Area, screen: Area): boolean {
  const isTopSeen = place.y >= screen.y && place.y <= screen.y + screen.height - LEAST_VISIBLE.height;
  return isTopSeen && overlap(place.x, place.width, screen.x, screen.width) >= LEAST_VISIBLE.width;
}

/**
 * How to open the window: where it was left, as long as some screen (its work area) still shows enough of it to be
 * moved; else in the middle, as large as before or as fits. Never smaller than the least window.
 */
export function openingPlace(
  kept: WindowPlace | null,
  screens: readonly Area[],
): Partial<Area> & { readonly width: number; readonly height: number } {
  const wanted = kept ?? FIRST_WINDOW;
  const screen = (kept === null ? undefined : screens.find((area) => isWithinReach(kept, area))) ?? null;
  const most = screen ?? screens[0] ?? { ...wanted };
  const width = Math.max(LEAST_WINDOW.width, Math.min(wanted.width, most.width));
  const height = Math.max(LEAST_WINDOW.height, Math.min(wanted.height, most.height));
  return screen === null || kept === null ? { width, height } : { x: kept.x, y: kept.y, width, height };
}
