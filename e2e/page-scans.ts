import { expect, type Page, test } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll } from './accessibility.ts';
import { logInAs } from './people.ts';

/** Opens an address and waits until the page has everything it asked for. */
export async function openWhole(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.locator('.state-loading')).toHaveCount(0);
}

/** Two tests of the pages of a slice, seen by the PAR officer: the accessibility scan, and room at 200 % zoom. */
export function scanPages(slice: string, addresses: readonly string[]): void {
  test(`every page of ${slice} passes the accessibility scan`, async ({ page }) => {
    test.setTimeout(30_000 * addresses.length);
    await logInAs(page, 'cchc');
    for (const address of addresses) {
      await test.step(address, async () => {
        await openWhole(page, address);
        await expectAccessible(page);
      });
    }
  });

  test(`at 200 % zoom no page of ${slice} runs out of the window`, async ({ page }) => {
    test.setTimeout(15_000 * addresses.length);
    await logInAs(page, 'cchc');
    await page.setViewportSize({ width: 640, height: 480 });
    for (const address of addresses) {
      await test.step(address, async () => {
        await openWhole(page, address);
        await expectNoSidewaysScroll(page);
      });
    }
  });
}
