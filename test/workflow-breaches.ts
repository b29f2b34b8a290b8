const sha = '3d3c42e5aac5ba805825da76410c181273ba90b1';

/** Keeps every rule: each bad workflow below is this one with one edit. */
export const good = `name: good
on:
  schedule:
    - cron: '37 * * * *'
  workflow_dispatch:
permissions: {}
concurrency:
  group: publish
  cancel-in-progress: false
defaults:
  run:
    shell: bash
jobs:
  pull:
    runs-on: ubuntu-24.04
    timeout-minutes: 5
    permissions:
      contents: read
      id-token: write
    steps:
      - uses: actions/checkout@${sha} # v7.0.1
        with:
          persist-credentials: false
      - uses: actions/setup-node@${sha} # v7.0.0
        with:
          package-manager-cache: false
      - run: npm ci --ignore-scripts
      - id: role
        uses: aws-actions/configure-aws-credentials@${sha} # v6.2.3
        with:
          output-credentials: true
          output-env-credentials: false
      - env:
          SOCRATA_APP_TOKEN: \${{ secrets.SOCRATA_APP_TOKEN }}
          AWS_ACCESS_KEY_ID: \${{ steps.role.outputs.aws-access-key-id }}
          CITY: \${{ inputs.city }}
        run: npm run pull -- --city "$CITY"
      - run: node scripts/due.ts
  build:
    needs: pull
    runs-on: ubuntu-24.04
    timeout-minutes: 5
    permissions:
      pages: read
    steps:
      - run: npm run build
  deploy:
    needs: build
    runs-on: ubuntu-24.04
    timeout-minutes: 5
    permissions:
      id-token: write
    steps:
      - env:
          KEY: \${{ secrets.KEY }}
        run: npm run publish -- --to "$TARGET"
`;

const alone = 'build apart from everything that can prove who it is';
const tokenOnly = 'pull with the city’s token, and nothing else';
const roleOnce = 'the role of a pull only in the step that pulls';
const money = 'payments with their key, and nothing else';
const keyEnv = (name: string) => `env:\n          KEY: \${{ secrets.${name} }}`;

type Breach = readonly [rule: string, what: string, from: string, to: string];

/** Rule, what is wrong, and the edit of the good workflow that makes it so. */
export const bad: readonly Breach[] = [
  ['no permissions at the top', 'rights for every job', 'permissions: {}', 'permissions:\n  contents: read'],
  ['no permissions at the top', 'all rights', 'permissions: {}', 'permissions: write-all'],
  ['no permissions at the top', 'whatever the repository gives', 'permissions: {}\n', ''],
  ['the least permissions per job', 'a job that pushes', 'contents: read', 'contents: write'],
  [
    'the least permissions per job',
    'a job with all rights',
    'permissions:\n      contents: read\n      id-token: write',
    'permissions: write-all',
  ],
  [
    'the least permissions per job',
    'a job that does not say',
    '    permissions:\n      contents: read\n      id-token: write\n',
    '',
  ],
  [
    'actions pinned by full SHA, with the version in a comment',
    'a tag',
    `checkout@${sha} # v7.0.1`,
    'checkout@v7',
  ],
  [
    'actions pinned by full SHA, with the version in a comment',
    'a short SHA',
    `checkout@${sha}`,
    'checkout@3d3c42e',
  ],
  [
    'actions pinned by full SHA, with the version in a comment',
    'no version',
    `checkout@${sha} # v7.0.1`,
    `checkout@${sha}`,
  ],
  [
    'actions pinned by full SHA, with the version in a comment',
    'a branch, folded',
    `uses: actions/checkout@${sha} # v7.0.1`,
    'uses: >-\n          actions/checkout@main',
  ],
  ['nothing is filled into scripts', 'an input in a script', '--city "$CITY"', '--city "${{ inputs.city }}"'],
  [
    'nothing is filled into scripts',
    'a title in a script',
    'npm ci --ignore-scripts',
    'echo "${{ github.event.issue.title }}"',
  ],
  [
    'nothing is filled into scripts',
    'an old-style input',
    '--city "$CITY"',
    '--city ${{ github.event.inputs.city }}',
  ],
  [
    'nothing is filled into scripts',
    'an input in JavaScript',
    'run: npm ci --ignore-scripts',
    `uses: actions/github-script@${sha} # v8.0.0\n        with:\n          script: core.info("\${{ inputs.city }}")`,
  ],
  ['checkout keeps no credentials', 'checkout as it comes', 'persist-credentials: false', 'fetch-depth: 1'],
  [
    'checkout keeps no credentials',
    'checkout that keeps them',
    'persist-credentials: false',
    'persist-credentials: true',
  ],
  ['packages run no scripts when installed', 'npm ci', 'npm ci --ignore-scripts', 'npm ci'],
  [
    'packages run no scripts when installed',
    'npm install',
    'npm ci --ignore-scripts',
    'npm install --ignore-scripts left-pad',
  ],
  ['packages run no scripts when installed', 'npx', 'npm ci --ignore-scripts', 'npx cowsay'],
  ['every job ends', 'no timeout', '    timeout-minutes: 5\n', ''],
  ['every job ends', 'the longest there is', 'timeout-minutes: 5', 'timeout-minutes: 360'],
  [
    'one publish at a time, never cancelled',
    'no group',
    'concurrency:\n  group: publish\n  cancel-in-progress: false\n',
    '',
  ],
  [
    'one publish at a time, never cancelled',
    'cut off halfway',
    'cancel-in-progress: false',
    'cancel-in-progress: true',
  ],
  [
    'one publish at a time, never cancelled',
    'a group for each run',
    'group: publish',
    'group: publish-${{ github.run_id }}',
  ],
  [
    'no cache beside credentials',
    'a cache',
    `uses: actions/setup-node@${sha} # v7.0.0`,
    `uses: actions/cache@${sha} # v7.0.0`,
  ],
  [
    'no cache beside credentials',
    'a cache restored',
    `uses: actions/setup-node@${sha} # v7.0.0`,
    `uses: actions/cache/restore@${sha} # v7.0.0`,
  ],
  ['no cache beside credentials', 'the cache of setup-node', 'package-manager-cache: false', 'cache: npm'],
  [
    'no cache beside credentials',
    'setup-node as it comes',
    'package-manager-cache: false',
    'node-version: 24',
  ],
  [alone, 'a build that may write', 'pages: read', 'id-token: write'],
  [alone, 'a build that publishes', 'npm run build', 'npm run build; npm run publish'],
  [alone, 'a build with a key', 'run: npm run build', `run: npm run build\n        ${keyEnv('KEY')}`],
  [
    alone,
    'a build with the city’s token',
    'run: npm run build',
    `run: npm run build\n        ${keyEnv('SOCRATA_APP_TOKEN')}`,
  ],
  [
    alone,
    'a build that takes a role',
    '- run: npm run build',
    `- uses: aws-actions/configure-aws-credentials@${sha} # v6.2.3\n      - run: npm run build`,
  ],
  [alone, 'a build in the job that pulls', 'node scripts/due.ts', 'npm run build'],
  [alone, 'tests beside a token', 'npm run pull', 'npm test; npm run pull'],
  [tokenOnly, 'a pull with another key', 'secrets.SOCRATA_APP_TOKEN', 'secrets.KEY'],
  [tokenOnly, 'a pull that publishes', 'node scripts/due.ts', 'npm run --silent publish -- --to x'],
  [tokenOnly, 'a pull that writes issues', 'id-token: write', 'issues: write'],
  [roleOnce, 'the role for every later step', '          output-env-credentials: false\n', ''],
  [roleOnce, 'the role for every step', 'output-env-credentials: false', 'output-env-credentials: true'],
  [
    roleOnce,
    'the role for another step',
    'run: node scripts/due.ts',
    `run: node scripts/due.ts\n        env:\n          KEY: \${{ steps.role.outputs['aws-secret-access-key'] }}`,
  ],
  [
    roleOnce,
    'the role for another job',
    '    runs-on',
    '    outputs:\n      key: ${{ steps.role.outputs.aws-session-token }}\n    runs-on',
  ],
  [money, 'its key in the job that publishes', 'secrets.KEY', 'secrets.STRIPE_API_KEY'],
  [money, 'its key beside the pull', 'secrets.SOCRATA_APP_TOKEN', 'secrets.STRIPE_API_KEY'],
  [money, 'payments in the job that publishes', 'npm run publish', 'npm run payments; npm run publish'],
  [money, 'payments in the job that pulls', 'node scripts/due.ts', 'npm run payments'],
  [money, 'payments in the job that builds', 'npm run build', 'npm run payments; npm run build'],
  [
    'secrets only in the step that needs them',
    'for the whole job',
    '    needs: build\n',
    '    needs: build\n    env:\n      KEY: ${{ secrets.KEY }}\n',
  ],
  [
    'secrets only in the step that needs them',
    'for the whole workflow',
    'permissions: {}',
    'permissions: {}\nenv:\n  KEY: ${{ secrets.KEY }}',
  ],
  [
    'secrets only in the step that needs them',
    'as the input of an action',
    'persist-credentials: false',
    'token: ${{ secrets.KEY }}',
  ],
  ['secrets only in the step that needs them', 'all of them', 'secrets.KEY', 'toJSON(secrets)'],
  [
    'secrets only in the step that needs them',
    'handed on',
    '    needs: build\n',
    '    needs: build\n    secrets: inherit\n',
  ],
  [
    'no stranger starts it with our rights',
    'pull requests of strangers',
    '  workflow_dispatch:',
    '  pull_request_target:',
  ],
  ['no stranger starts it with our rights', 'issues beside a secret', '  workflow_dispatch:', '  issues:'],
  ['the least permissions per job', 'code beside a right to code', 'pages: read', 'contents: write'],
  ['no stranger starts it with our rights', 'comments', '  workflow_dispatch:', '  issue_comment:'],
  ['a schedule keeps off the full hour', 'the full hour', "'37 * * * *'", "'0 * * * *'"],
  ['a schedule keeps off the full hour', 'each half hour', "'37 * * * *'", "'*/30 * * * *'"],
  ['a runner with a version', 'the latest', 'ubuntu-24.04', 'ubuntu-latest'],
  ['a runner with a version', 'a machine of ours', 'ubuntu-24.04', 'self-hosted'],
  [
    'one shell, which stops at the first fault',
    'the shell as it comes',
    'defaults:\n  run:\n    shell: bash\n',
    '',
  ],
];
