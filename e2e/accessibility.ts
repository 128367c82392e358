import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** What a dark theme can break that a light one does not. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

type Scan = { onlyColours?: boolean };

/**
 * WCAG 2.1 AA as far as a machine can see; each finding is named with the first part it was found at.
 *
 * @param onlyColours of a page whose structure was scanned in the other theme
 */
export async function expectAccessible(page: Page, { onlyColours = false }: Scan = {}): Promise<void> {
  // A page that has not been drawn yet has nothing to be found fault with but its emptiness.
  await expect(page.getByRole('heading', { level: 1 }).first()).toBeAttached();
  // Colours are measured when nothing fades any more.
  await page.evaluate(() =>
    Promise.all(
      document
        .getAnimations()
        .filter((one) => one.effect?.getComputedTiming().iterations !== Number.POSITIVE_INFINITY)
        // One that is cancelled while we wait (a button that was busy) fades no more, either.
        .map((one) => one.finished.catch(() => undefined)),
    ),
  );
  const scan = new AxeBuilder({ page });
  if (onlyColours) scan.withRules(COLOUR_RULES);
  else scan.withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice']);
  // No page holds frames: put together in the page itself, not in a second one, a scan takes half the time.
  const { violations } = await scan.setLegacyMode().analyze();
  const found = violations.map(
    ({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)} (${nodes[0]?.failureSummary})`,
  );
  expect(found).toEqual([]);
}

/** At 200 % zoom a page of 1280 pixels has the room of 640; nothing may need to be scrolled sideways as a whole. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const [needed, present] = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth]);
  expect(needed).toBeLessThanOrEqual(present);
}
