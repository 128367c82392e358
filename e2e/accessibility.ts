import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** WCAG 2.1 AA as far as a machine can see; each finding is named with the first part it was found at. */
export async function expectAccessible(page: Page): Promise<void> {
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
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'])
    .analyze();
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
