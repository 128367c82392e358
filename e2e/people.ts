import { expect, type Page } from '@playwright/test';
import { sampleAccounts } from '../src/server/sample.ts';

/** Logs in as a person of the sample and waits for the page that was asked for. */
export async function logInAs(page: Page, username: string, address = '/'): Promise<void> {
  const account = sampleAccounts.find((one) => one.username === username);
  if (!account) throw new Error(`no sample account ${username}`);
  await page.goto(address);
  await page.getByRole('textbox', { name: 'Tên đăng nhập' }).fill(account.username);
  await page.getByLabel('Mật khẩu').fill(account.password);
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
  await expect(page.getByRole('navigation', { name: 'Điều hướng chính' })).toBeVisible();
}
