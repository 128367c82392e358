import { type BrowserContext, expect, type Page } from '@playwright/test';
import { sampleAccounts } from '../src/server/sample.ts';

/** Sessions that were opened in this worker, by username: the door is tested once, not before every test. */
const sessions = new Map<string, Awaited<ReturnType<BrowserContext['cookies']>>>();

const expectInside = (page: Page): Promise<void> =>
  expect(page.getByRole('navigation', { name: 'Điều hướng chính' })).toBeVisible();

/** Logs in as a person of the sample by the form, in a session of its own, which a test may end. */
export async function logInAtTheDoor(page: Page, username: string, address = '/'): Promise<void> {
  const account = sampleAccounts.find((one) => one.username === username);
  if (!account) throw new Error(`no sample account ${username}`);
  await page.goto(address);
  await page.getByRole('textbox', { name: 'Tên đăng nhập' }).fill(account.username);
  await page.getByLabel('Mật khẩu').fill(account.password);
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
  await expectInside(page);
}

/** Is logged in as a person of the sample, in a session that the tests of a worker share, and waits for the page that was asked for. */
export async function logInAs(page: Page, username: string, address = '/'): Promise<void> {
  const session = sessions.get(username);
  if (session) {
    await page.context().addCookies(session);
    await page.goto(address);
    await expectInside(page);
  } else {
    await logInAtTheDoor(page, username, address);
    sessions.set(username, await page.context().cookies());
  }
}
