import { expect, test } from '@playwright/test';

test('figures have one width each, so that columns of points can be compared', async ({ page }) => {
  await page.goto('/log-in');
  const widths = await page.evaluate(async () => {
    await document.fonts.load("400 40px 'Figures'", '0123456789');
    return [...'0123456789'].map((digit) => {
      const probe = document.createElement('span');
      probe.style.cssText = 'position:absolute;font-size:40px';
      probe.textContent = digit;
      document.body.append(probe);
      return probe.getBoundingClientRect().width;
    });
  });
  expect(new Set(widths.map((width) => width.toFixed(1))).size).toBe(1);
});
