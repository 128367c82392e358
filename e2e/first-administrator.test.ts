import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from '@playwright/test';

const PORT = '8022';
const ADDRESS = `http://127.0.0.1:${PORT}`;

/** A system without the sample, in its own process; answers the one-time link that it prints. */
async function startEmptySystem(): Promise<{ server: ChildProcess; link: string }> {
  const server = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', 'e2e/serve.ts'], {
    env: { ...process.env, PORT, CAICACH_SAMPLE: 'no' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const link = await new Promise<string>((resolve, reject) => {
    let said = '';
    server.stdout.on('data', (part) => {
      said += part;
      const found = /\S+\/first-admin\?token=\S+/.exec(said)?.[0];
      if (found) resolve(found);
    });
    server.once('exit', () => reject(new Error(`the server ended: ${said}`)));
  });
  return { server, link };
}

test('an empty system is set up through its one-time link, once', async ({ page }) => {
  const { server, link } = await startEmptySystem();
  try {
    await page.goto(link);
    await page.getByLabel('Tên cơ quan').fill('Sở Xây dựng');
    await page.getByLabel('Tên viết tắt của cơ quan').fill('SXD');
    await page.getByLabel('Tỉnh, thành phố').fill('tỉnh Mẫu');
    await page.getByLabel('Tên đăng nhập').fill('quanly');
    await page.getByLabel('Tên hiển thị').fill('Quản lý');
    await page.getByLabel('Mật khẩu', { exact: true }).fill('song dai bien rong troi cao');
    await page.getByLabel('Nhập lại mật khẩu mới').fill('song dai bien rong troi cao');
    await page.getByRole('button', { name: 'Tạo quản trị viên' }).click();
    await expect(page.getByText('Đã tạo quản trị viên')).toBeVisible();
    await page.getByLabel('Tên đăng nhập').fill('quanly');
    await page.getByLabel('Mật khẩu').fill('song dai bien rong troi cao');
    await page.getByRole('button', { name: 'Đăng nhập' }).click();
    await expect(page.getByText('Sở Xây dựng')).toBeVisible();

    const again = await page.request.post(`${ADDRESS}/api/first-administrator`, {
      headers: { origin: ADDRESS },
      data: {
        token: new URL(link).searchParams.get('token'),
        agencyName: 'Sở khác',
        agencyShortName: 'SK',
        province: 'tỉnh khác',
        username: 'keke',
        displayName: 'Kẻ khác',
        password: 'song dai bien rong troi cao',
      },
    });
    expect(again.ok()).toBe(false);
  } finally {
    server.kill();
    await once(server, 'exit');
  }
});
