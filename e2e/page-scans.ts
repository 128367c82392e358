import { expect, type Page, test } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll } from './accessibility.ts';
import { logInAs } from './people.ts';

/** Opens an address and waits until the page has everything it asked for. */
export async function openWhole(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.locator('.state-loading')).toHaveCount(0);
}

/** The room of a window of 1280 pixels at 200 % zoom, and a usual window. */
const ZOOMED = { width: 640, height: 480 };
const WINDOW = { width: 1280, height: 720 };

/** A page as it stands: the accessibility scan, and room at 200 % zoom. The window is a usual one before and after. */
export async function expectSound(page: Page): Promise<void> {
  await expectAccessible(page);
  await page.setViewportSize(ZOOMED);
  await expectNoSidewaysScroll(page);
  await page.setViewportSize(WINDOW);
}

/** A test of the pages of a slice, seen by the PAR officer: the accessibility scan, and room at 200 % zoom. */
export function scanPages(slice: string, addresses: readonly string[]): void {
  test(`every page of ${slice} passes the accessibility scan and has room at 200 % zoom`, async ({ page }) => {
    test.setTimeout(30_000 * addresses.length);
    await logInAs(page, 'cchc');
    for (const address of addresses) {
      await test.step(address, async () => {
        await openWhole(page, address);
        await expectSound(page);
      });
    }
  });
}
