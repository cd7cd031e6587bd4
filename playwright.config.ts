import {defineConfig, devices} from '@playwright/test';
import {ensureBrowser} from './tools/browsers.mjs';

const executablePath = await ensureBrowser('chromium');

export default defineConfig({
  testDir: 'test/demo',
  outputDir: 'test-results',
  // Recorded texts are the same on every machine.
  snapshotPathTemplate: '{testDir}/recorded/{arg}{ext}',
  // Each worker starts the demo and its sandbox on free ports, each test has a world of its own: test/demo/support.ts.
  workers: 2,
  fullyParallel: true,
  retries: 0,
  forbidOnly: true,
  // For machines that are busy with something else: what is right is there long before.
  timeout: 90_000,
  expect: {timeout: 15_000},
  reporter: 'list',
  use: {
    // Pictures and copies of the page would cost half as much again as the tests: --trace retain-on-failure takes them.
    trace: {mode: 'retain-on-failure', screenshots: false, snapshots: false, sources: false},
    screenshot: 'only-on-failure',
    launchOptions: {executablePath, args: ['--no-sandbox', '--disable-dev-shm-usage']},
  },
  projects: [
    {name: 'desktop', use: {...devices['Desktop Chrome'], viewport: {width: 1280, height: 800}}},
    // What has nothing to do with the size of the window, or sets it itself, runs once.
    {
      name: 'phone',
      use: {...devices['Pixel 7']},
      testIgnore: /(analytics|codes|links|network|overlay|pay-ways|plain-html|return|server|stories|trouble)\.spec/,
    },
  ],
});
